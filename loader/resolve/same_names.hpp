// SPDX-License-Identifier: Apache-2.0
//
// Two nodes of one kind that are called the same may be one node, twice: "UNICEF" with one id in a
// table and another in a second. Their money is then counted apart, and nobody can name either. Names
// and aliases are compared as claims compare them: without capitals, accents, punctuation, "the" and
// "OSCE". Nodes that share several names are told once, and bodies that the gazetteer itself calls the
// same are none.
//
// Cost: of a graph file a pass over its index of names; else normalises every name once, on all cores,
// and sorts the hashes.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "oscegraph/graph/error.hpp"
#include "oscegraph/graph/graph.hpp"

namespace oscegraph {

struct SameNames {
  std::size_t count = 0;       ///< groups of nodes that share a name
  std::vector<Problem> first;  ///< of them, by place, which is that of the last node
};

/// `place_of` says where a node is defined; its file may be "" and its line 0. At most `most` are put in
/// words.
SameNames find_same_names(const Graph& graph, const std::function<Place(NodeId)>& place_of,
                          std::size_t most, const Context& context = {});

}  // namespace oscegraph
