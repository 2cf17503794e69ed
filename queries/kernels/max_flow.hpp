// SPDX-License-Identifier: Apache-2.0
//
// How much can get from here to there, and where is the narrow place? The largest flow along arcs
// with capacities, in whole units, and the smallest cut: the arcs that, filled, hold it back.
//
// Dinitz' algorithm (1970): breadth-first levels from the source, then blocking flows along arcs to
// the next level, until the sink is out of reach. Augmenting paths are walked with a stack of our
// own. Cost: O(nodes^2 * arcs) at worst, close to linear on shallow graphs such as these.
//
// Short ways are filled first, so that money goes over few edges. So does Boost.Graph's
// edmonds_karp_max_flow: ours is 7 times as fast on a network of 2,000 nodes, 119 times on one of
// 10,000. push_relabel_max_flow takes 1.4 times as long as ours and finds the same cut, but uses up to
// four times as many edges, and some of what it sends goes in circles (docs/benchmarks.md).
#pragma once

#include <cstdint>
#include <vector>

#include "oscegraph/queries/kernels/csr.hpp"

namespace oscegraph {

struct Pipe {
  Vertex from;
  Vertex to;
  std::int64_t capacity;  ///< not negative
};

/// No bound; small enough that sums of a few do not overflow.
inline constexpr std::int64_t unlimited = std::int64_t{1} << 60U;

struct MaxFlow {
  std::int64_t value = 0;          ///< unlimited or more: no cut can stop it
  std::vector<std::int64_t> flow;  ///< by pipe
  std::vector<bool> reachable;     ///< by node: on the source's side of the smallest cut
};

/// The cut nearest the source. Precondition: source != sink; finite capacities add up to less than
/// `unlimited`.
MaxFlow max_flow(Vertex size, const std::vector<Pipe>& pipes, Vertex source, Vertex sink,
                 const Context& context = {});

}  // namespace oscegraph
