// SPDX-License-Identifier: Apache-2.0
//
// Core numbers: the largest k for which a node is in a part of the graph where everybody has k
// neighbours. Nodes are peeled off, fewest neighbours first; a node's number is the level at which
// it falls.
//
// Batagelj and Zaveršnik, "An O(m) algorithm for cores decomposition of networks" (2003), keep nodes
// sorted by remaining degree and move each neighbour of a peeled node one bucket down: four random
// accesses for each arc. Here a level's nodes are collected by scanning those that remain (a node is
// scanned core number + 1 times, so all scans together look at no more than the arcs), and a
// neighbour costs one random access: its remaining degree. Cost: O(nodes + arcs).
#pragma once

#include <cstdint>

#include "oscegraph/queries/kernels/csr.hpp"

namespace oscegraph {

/// Precondition: undirected.
std::vector<std::uint32_t> core_numbers(const Csr& graph, const Context& context = {});

}  // namespace oscegraph
