// SPDX-License-Identifier: Apache-2.0
//
// Implements class PreparedGraph. On its first call, search() builds the NameSearch, the object that
// finds nodes by name, from the names of the nodes and from those that the gazetteer has for them.
// Later calls return the same object.
#include "oscegraph/ask/prepared_graph.hpp"

#include <utility>

#include "oscegraph/loader/gazetteer/gazetteer.hpp"

namespace oscegraph {

PreparedGraph::PreparedGraph(Graph graph, std::string source)
    : whole_(Subset::whole(std::move(graph))),
      finder_(whole_.graph()),
      source_(std::move(source)) {}

const NameSearch& PreparedGraph::search() const {
  std::call_once(search_made_, [this] {
    NameSearch search(graph());
    for (const GazetteerEntry& entry : Gazetteer::instance().entries()) {
      const auto node = graph().find_node(entry.id);
      if (!node) continue;
      for (const GazetteerName& name : entry.names)
        if (name.form != NameForm::adjective) search.add(name.name, *node);
    }
    search_.emplace(std::move(search));
  });
  return *search_;
}

}  // namespace oscegraph
