// SPDX-License-Identifier: Apache-2.0
//
// A step of a path is all the edges between two nodes that follow each other.
#pragma once

#include <vector>

#include "oscegraph/queries/paths/shortest_paths.hpp"

namespace oscegraph {

/// The edges in scope from `a` to `b` (out), from `b` to `a` (in), or both, in that order, each in
/// order of relation. Cost: a binary search for each relation.
std::vector<EdgeId> edges_between(const Subset& scope, NodeId a, NodeId b, Direction direction);

/// Throws the Error that says there is no path, how far each end reaches, and what would help.
/// Precondition: indeed there is none.
[[noreturn]] void throw_no_path(const Subset& scope, NodeId from, NodeId to, Direction direction);

/// Both ends must be in scope and differ: throws an Error otherwise.
void require_two_nodes(const Subset& scope, NodeId from, NodeId to);

}  // namespace oscegraph
