// SPDX-License-Identifier: Apache-2.0
//
// Finds the node that a command line or a request names, with the given NodeFinder. If there is no
// such node and the error suggests nothing, adds to the error how to list all nodes.
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
