// SPDX-License-Identifier: Apache-2.0
//
// How many steps from one node to every other. Direction-optimising breadth-first search: while the
// frontier is small its arcs are followed; when its arcs outnumber a fraction of those not yet looked
// at, the nodes not reached look for any neighbour in the frontier instead, and stop at the first.
// On small-world graphs two or three levels hold most nodes, and those levels then cost a few arcs
// for each node instead of all. The second way runs on all workers.
//
// Beamer, Asanović, Patterson, "Direction-optimizing breadth-first search" (2012).
// Cost: O(nodes + arcs), usually a tenth of the arcs.
#pragma once

#include <cstdint>

#include "oscegraph/queries/kernels/csr.hpp"
#include "oscegraph/queries/kernels/workers.hpp"

namespace oscegraph {

inline constexpr std::uint32_t unreached = ~0U;

/// The memory of searches on one graph, kept between them.
class BreadthFirst {
 public:
  /// `in` is `out` transposed, or `out` itself when undirected. Both must outlive the object.
  BreadthFirst(const Csr& out, const Csr& in);

  /// Steps from `source` to each node, `unreached` where there is no path. Valid until the next call.
  const std::vector<std::uint32_t>& distances(Vertex source, Workers& workers);

 private:
  void follow(std::uint32_t distance);
  std::size_t ask(std::uint32_t distance, Workers& workers);

  const Csr* out_;
  const Csr* in_;
  std::vector<std::uint32_t> distance_;
  std::vector<Vertex> queue_;
  std::size_t front_ = 0;  ///< the frontier is queue_[front_ .. end)
  std::uint64_t front_arcs_ = 0;
  std::uint64_t open_arcs_ = 0;
  std::vector<std::uint64_t> here_;  ///< the frontier as bits
  std::vector<std::uint64_t> next_;
};

}  // namespace oscegraph
