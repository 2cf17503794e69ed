// SPDX-License-Identifier: Apache-2.0
//
// The keys of a GraphML file. A key declares the meaning of <data> elements: for nodes, for edges,
// or for both (`for` is "all" or missing); nodes and edges may use the same id for different keys.
// A key without attr.name is named by its id. A key without attr.type, or with an unknown type,
// holds text. Keys of graphs, ports and hyperedges are accepted and ignored.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "oscegraph/loader/graphs/data_text.hpp"
#include "oscegraph/loader/graphs/graph_records.hpp"
#include "oscegraph/loader/inputs/xml/xml_reader.hpp"

namespace oscegraph {

struct GraphmlKey {
  DataText::Holds holds = DataText::Holds::text;
  std::optional<std::size_t> column;     ///< column for the text, if it is used
  bool labels = false;                   ///< for graphics: whether they contain labels
  std::optional<std::string> otherwise;  ///< the default value
};

class GraphmlKeys {
 public:
  GraphmlKeys(GraphRecords& records, std::vector<Problem>& warnings)
      : records_(records),
        warnings_(warnings) {}

  /// Adds a <key>; fails when it contradicts an earlier one.
  void declare(const XmlElement& element);
  /// Sets the default of the last declared key.
  void set_default(const std::string& text);

  /// The key of a <data> in a node or edge; fails, naming `whose`, when there is none.
  const GraphmlKey& find(const XmlElement& data, const GraphElement& whose) const;
  [[nodiscard]] const std::map<std::string, GraphmlKey, std::less<>>& of(Scope scope) const {
    return scope == Scope::node ? nodes_ : edges_;
  }

 private:
  using Keys = std::map<std::string, GraphmlKey, std::less<>>;
  Keys& own(Scope scope) { return scope == Scope::node ? nodes_ : edges_; }
  void declare(const XmlElement& element, Scope scope);
  std::size_t declare_column(const XmlElement& element, Scope scope);

  GraphRecords& records_;
  std::vector<Problem>& warnings_;
  Keys nodes_;
  Keys edges_;
  std::set<std::string, std::less<>> others_;  ///< ids of keys of graphs, ports and the like
  struct Named {
    std::size_t column = 0;
    bool number = false;
  };
  std::map<std::pair<Scope, std::string>, Named> names_;
  std::vector<GraphmlKey*> last_;
};

}  // namespace oscegraph
