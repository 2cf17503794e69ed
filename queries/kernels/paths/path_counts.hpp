// SPDX-License-Identifier: Apache-2.0
//
// Counts the shortest paths to each node. A count is a double times a power of 2^512, since counts
// can be very large: a chain of a thousand squares has 2^1000 shortest paths, and a chain of two
// thousand squares has more than a double can hold.
#pragma once

#include <cmath>
#include <vector>

#include "oscegraph/queries/kernels/csr.hpp"

namespace oscegraph {

class PathCounts {
 public:
  explicit PathCounts(std::size_t nodes) : count_(nodes), power_(nodes) {}

  void set(Vertex node, double count) {
    count_[node] = count;
    power_[node] = 0;
  }
  /// Adds the number of paths to `from` to the number of paths to `to`.
  void add(Vertex to, Vertex from) {
    const int ahead = power_[from] - power_[to];
    if (ahead <= 0) {
      count_[to] += ahead == 0 ? count_[from] : std::ldexp(count_[from], step * ahead);
    } else {
      count_[to] = std::ldexp(count_[to], -step * ahead) + count_[from];
      power_[to] = power_[from];
    }
    if (count_[to] < large) return;
    count_[to] *= 1 / large;
    ++power_[to];
  }
  /// The paths to `part` as a share of those to `whole`.
  [[nodiscard]] double share(Vertex part, Vertex whole) const {
    const double quotient = count_[part] / count_[whole];
    const int ahead = power_[part] - power_[whole];
    return ahead == 0 ? quotient : std::ldexp(quotient, step * ahead);
  }

 private:
  static constexpr int step = 512;
  static constexpr double large = 0x1p512;
  std::vector<double> count_;
  std::vector<int> power_;
};

}  // namespace oscegraph
