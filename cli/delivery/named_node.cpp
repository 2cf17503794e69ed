// SPDX-License-Identifier: Apache-2.0
//
// Adds a hint to the finder's error if it has none: how to list all nodes.
#include "oscegraph/cli/delivery/named_node.hpp"

#include <utility>

#include "oscegraph/graph/values/error.hpp"

namespace oscegraph::cli {

NodeId named_node(std::string_view text, const Subset& scope, const NodeFinder& finder) try {
  return finder.find(text, scope);
} catch (const NotThere& error) {
  Problem problem = error.problem();
  if (!problem.next.empty()) throw;
  problem.next = "'oscegraph show' lists all nodes";
  throw NotThere(std::move(problem));
}

}  // namespace oscegraph::cli
