// SPDX-License-Identifier: Apache-2.0
//
// Finds nodes of one kind with the same name. They may be one body entered twice, for example
// "UNICEF" with different ids in two tables: then its money is counted separately for each node,
// and its name is ambiguous. Names and aliases are compared after normalising: without case,
// accents, punctuation, "the" and "OSCE". Nodes that share several names are reported once. Bodies
// that are separate in the gazetteer are not reported.
//
// Cost: for a graph file, a pass over its index of names; else each name is normalised once, on all
// cores, and the hashes are sorted.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "oscegraph/graph/graph.hpp"
#include "oscegraph/graph/values/error.hpp"

namespace oscegraph {

struct SameNames {
  std::size_t count = 0;  ///< number of groups of nodes that share a name
  /// the first of them in words, by place, which is that of the last node
  std::vector<Problem> first;
};

/// `place_of` returns where a node is defined; its file may be "" and its line 0. At most `most`
/// groups are put in words.
SameNames find_same_names(const Graph& graph, const std::function<Place(NodeId)>& place_of,
                          std::size_t most, const Context& context = {});

}  // namespace oscegraph
