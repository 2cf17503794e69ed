// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/ask/prepared_graph.hpp"

#include "oscegraph/loader/gazetteer.hpp"

namespace oscegraph {

const NameSearch& PreparedGraph::search() const {
  std::call_once(search_made_, [this] {
    NameSearch search(graph_);
    for (const GazetteerEntry& entry : Gazetteer::instance().entries()) {
      const auto node = graph_.find_node(entry.id);
      if (!node) continue;
      for (const GazetteerName& name : entry.names)
        if (name.form != NameForm::adjective) search.add(name.name, *node);
    }
    search_.emplace(std::move(search));
  });
  return *search_;
}

}  // namespace oscegraph
