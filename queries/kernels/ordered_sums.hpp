// SPDX-License-Identifier: Apache-2.0
//
// Adds up the results of searches from many sources, which run on several threads. Each piece of
// the sources has its own sums, and these are added in the order of the pieces, so that the
// rounding is always the same.
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "oscegraph/graph/threads/workers.hpp"

namespace oscegraph {

/// Calls body(first, last, worker, sums) for each piece of [0, size), and adds `sums` to `totals`
/// in the order of pieces. `sums` are vectors of zeros, as long as the totals. Each worker calls
/// prepare(worker) before its first piece. Memory: a few times the size of the totals for each
/// worker.
template <std::size_t count, typename Prepare, typename Body>
void add_in_order(Workers& workers, std::size_t size, std::size_t grain,
                  const std::array<std::vector<double>*, count>& totals, const Prepare& prepare,
                  const Body& body) {
  using Sums = std::array<std::vector<double>, count>;
  const auto fresh = [&] {
    Sums sums;
    for (std::size_t k = 0; k < count; ++k) sums[k].resize(totals[k]->size());
    return sums;
  };
  const auto make = [&](std::size_t piece, unsigned worker, Sums& sums) {
    body(piece * grain, std::min((piece + 1) * grain, size), worker, sums);
  };
  const auto take = [&](std::size_t, Sums& sums) {
    for (std::size_t k = 0; k < count; ++k)
      for (std::size_t i = 0; i < sums[k].size(); ++i) {
        (*totals[k])[i] += sums[k][i];
        sums[k][i] = 0;
      }
  };
  workers.ordered((size + grain - 1) / grain, prepare, fresh, make, take);
}

/// Counts what all workers have done of `total`; only worker 0 reports it.
class SharedProgress {
 public:
  SharedProgress(const Report& report, std::uint64_t total) : report_(report), total_(total) {}
  void add(std::uint64_t more, unsigned worker) {
    const std::uint64_t now = done_.fetch_add(more) + more;
    if (worker == 0 && report_) report_(now, total_);
  }

 private:
  const Report& report_;
  std::uint64_t total_;
  std::atomic<std::uint64_t> done_{0};
};

}  // namespace oscegraph
