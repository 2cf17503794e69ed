// SPDX-License-Identifier: Apache-2.0
//
// Which nodes of a graph file are bodies of the gazetteer: those whose name, or id where they have no
// name, is that of exactly one body of the same kind. Two nodes that are one body become one node, and
// a note says so; a node that is called like a body of another kind stays apart, and a note says so.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "oscegraph/graph/error.hpp"
#include "oscegraph/graph/vocabulary.hpp"
#include "oscegraph/loader/graph_file/graph_element.hpp"

namespace oscegraph {

class NodeBodies {
 public:
  /// The id of the body that the node is; empty when it is none. `name` may be empty.
  std::string_view body_of(const GraphElement& node, std::string_view name, Kind kind);
  /// What the node became; to be told of each.
  void became(const GraphElement& node, const std::string& id);
  /// The notes, when all nodes have been seen.
  void tell(const std::string& file, std::vector<Problem>& warnings) const;

 private:
  struct OtherKind {
    std::string node;
    std::string body;
    Kind body_kind = Kind::agency;
    Kind node_kind = Kind::agency;
  };
  std::unordered_map<std::string, std::string> first_of_;  ///< our id, and the file's
  std::vector<std::string> joined_;                        ///< "'n7' and 'n2' are state:NO"
  std::vector<OtherKind> other_kinds_;                     ///< the first few
  std::uint64_t joined_in_all_ = 0;
  std::uint64_t other_kinds_in_all_ = 0;
};

}  // namespace oscegraph
