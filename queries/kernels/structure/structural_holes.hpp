// SPDX-License-Identifier: Apache-2.0
//
// Computes Burt's measures of structural holes for each node: constraint and effective size. They
// measure how far the neighbours of a node are connected with each other (Burt, "Structural holes",
// 1992). With p(i,j) the share of i's weights that goes to j:
//     constraint(i) = sum over neighbours j of (p(i,j) + sum over q of p(i,q) p(q,j))^2
//     effective size(i) = sum over neighbours j of 1 - sum over q of p(i,q) m(j,q)
// with q the common neighbours and m(j,q) the weight of (j,q) divided by the largest weight of j.
// Without weights the effective size is the number of neighbours less the mean number of ties among
// them.
//
// Only common neighbours matter, so triangles are searched: for each edge the nodes of the shorter
// row are looked up in the longer one. Cost: O(sum over edges of min degree * log max degree).
#pragma once

#include "oscegraph/graph/threads/workers.hpp"
#include "oscegraph/queries/kernels/csr.hpp"

namespace oscegraph {

/// NaN for nodes without neighbours.
struct StructuralHoles {
  std::vector<double> constraint;
  std::vector<double> effective_size;
};

/// Precondition: undirected, weights positive.
StructuralHoles structural_holes(const Csr& graph, Workers& workers);

}  // namespace oscegraph
