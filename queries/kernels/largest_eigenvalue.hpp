// SPDX-License-Identifier: Apache-2.0
//
// The largest eigenvalue of a graph with weights that are not negative, and the parts that have it.
// The eigenvalues of a graph are those of its strongly connected parts: 0 for a node on no cycle, so
// that a graph without cycles has the largest eigenvalue 0 exactly, whatever an iteration on the whole
// of it would come near to. Within a part an iteration x <- Ax + sx settles at a steady rate, and the
// smallest and the largest (Ax)_i / x_i enclose the part's eigenvalue all the while (Collatz, 1942;
// Wielandt, 1950): it stops when they meet, or when another part is known to have a larger one.
//
// Cost: O(nodes + arcs) for each pass; how many depends on the gap to the second eigenvalue.
#pragma once

#include <cstdint>
#include <vector>

#include "oscegraph/graph/workers.hpp"
#include "oscegraph/queries/kernels/strong_parts.hpp"

namespace oscegraph {

struct LargestEigenvalue {
  double value = 0;           ///< 0 when there is no cycle
  std::vector<Vertex> parts;  ///< those that have it, to twelve digits; none when there is no cycle
  bool converged = true;      ///< false: the passes ran out; `value` is inexact
};

/// What is asked for: `parts` alone is known as soon as one part is left, when `value` is rough still.
enum class Wanted : std::uint8_t { value, parts };

/// `parts` are those of `graph`.
LargestEigenvalue largest_eigenvalue(const Csr& graph, const StrongParts& parts, Wanted wanted,
                                     std::size_t most_passes, Workers& workers);

}  // namespace oscegraph
