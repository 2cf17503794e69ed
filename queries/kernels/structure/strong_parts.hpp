// SPDX-License-Identifier: Apache-2.0
//
// Finds the strongly connected parts of a directed graph: two nodes are in the same part when a
// path leads from each to the other. A node that is on no cycle is a part of its own.
//
// Boost.Graph's strong_components (Tarjan, 1972), which does not recurse. Cost: O(nodes + arcs).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "oscegraph/queries/kernels/csr.hpp"

namespace oscegraph {

struct StrongParts {
  std::vector<Vertex> of;  ///< by node: its part. An arc never leads to a part of a larger number.
  std::vector<Vertex> nodes;         ///< part after part, each in reverse order of discovery
  std::vector<std::uint32_t> begin;  ///< part p is nodes[begin[p], begin[p + 1])

  [[nodiscard]] Vertex count() const { return static_cast<Vertex>(begin.size() - 1); }
  [[nodiscard]] std::span<const Vertex> part(Vertex p) const {
    return std::span(nodes).subspan(begin[p], begin[p + 1] - begin[p]);
  }
};

StrongParts strong_parts(const Csr& graph, const Context& context = {});

}  // namespace oscegraph
