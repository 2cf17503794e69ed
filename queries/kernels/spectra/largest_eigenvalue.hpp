// SPDX-License-Identifier: Apache-2.0
//
// Computes the largest eigenvalue of a graph with nonnegative weights, and the strongly connected
// parts that have it. The eigenvalues of a graph are those of its parts; a node that is on no cycle
// is a part with the eigenvalue 0. So the largest eigenvalue of a graph without cycles is exactly
// 0, while an iteration on the whole graph would only approach it. Within a part, the iteration x
// <- Ax + sx converges at a steady rate, and the smallest and the largest (Ax)_i / x_i are always
// bounds of the part's eigenvalue (Collatz, 1942; Wielandt, 1950). The iteration stops when the two
// bounds are nearly equal, or when another part is known to have a larger eigenvalue.
//
// Cost: O(nodes + arcs) for each pass; the number of passes depends on the gap to the second
// eigenvalue.
#pragma once

#include <cstdint>
#include <vector>

#include "oscegraph/graph/threads/workers.hpp"
#include "oscegraph/queries/kernels/structure/strong_parts.hpp"

namespace oscegraph {

struct LargestEigenvalue {
  double value = 0;           ///< 0 when there is no cycle
  std::vector<Vertex> parts;  ///< parts with this value, to twelve digits; none without a cycle
  bool converged = true;      ///< false: the passes ran out; `value` is inexact
};

/// What the caller needs. With `parts` the iteration ends as soon as only one part is left; `value`
/// may then still be inexact.
enum class EigenvalueGoal : std::uint8_t { value, parts };

/// Precondition: `parts` are the strongly connected parts of `graph`.
LargestEigenvalue largest_eigenvalue(const Csr& graph, const StrongParts& parts,
                                     EigenvalueGoal goal, std::size_t most_passes,
                                     Workers& workers);

}  // namespace oscegraph
