// SPDX-License-Identifier: Apache-2.0
//
// Finds the edges of one step of a path, which are all edges between two consecutive nodes, and
// throws the errors that all queries about paths have in common.
#pragma once

#include <vector>

#include "oscegraph/queries/paths/shortest_paths.hpp"

namespace oscegraph {

/// The edges in scope from `a` to `b` (out), from `b` to `a` (in), or both, in that order, each in
/// order of relation. Cost: a binary search for each relation.
std::vector<EdgeId> edges_between(const Subset& scope, NodeId a, NodeId b, Direction direction);

/// Throws the Error that says there is no path, how far each end reaches, and what would help.
/// Precondition: there is no path.
[[noreturn]] void throw_no_path(const Subset& scope, NodeId from, NodeId to, Direction direction);

/// Throws an Error unless both ends are in scope and differ.
void require_two_nodes(const Subset& scope, NodeId from, NodeId to);

}  // namespace oscegraph
