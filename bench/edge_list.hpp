// SPDX-License-Identifier: Apache-2.0
//
// Reads the edge lists that bench_generate writes, into an undirected Csr.
#pragma once

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "oscegraph/queries/kernels/csr.hpp"

namespace oscegraph::bench {

inline Csr read_edge_list(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(stream)),
                         std::istreambuf_iterator<char>());
  std::vector<Arc> arcs;
  Vertex number = 0;
  Vertex first = 0;
  Vertex most = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      number = number * 10 + static_cast<Vertex>(c - '0');
      continue;
    }
    if (c == ' ') first = number;
    else arcs.push_back({first, number, 1});
    most = std::max(most, number);
    number = 0;
  }
  return make_undirected_csr(most + 1, arcs, Weighted::no);
}

}  // namespace oscegraph::bench
