// SPDX-License-Identifier: Apache-2.0
//
// Collects what several threads find into one list. The order of the list does not depend on the
// threads.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "oscegraph/graph/threads/parallel.hpp"

namespace oscegraph {

/// Calls body(first, last, found) for ranges of `grain` over [0, size), on several threads. Returns
/// what the calls put into `found`, in the order of the ranges.
template <typename Value, typename Body>
std::vector<Value> collect_ranges(std::size_t size, std::size_t grain, const Context& context,
                                  const Body& body) {
  std::vector<std::vector<Value>> parts((size + grain - 1) / grain);
  parallel_ranges(size, grain, context, [&](std::size_t first, std::size_t last, unsigned) {
    std::vector<Value> found;
    body(first, last, found);
    parts[first / grain] = std::move(found);
  });
  std::vector<Value> all;
  for (std::vector<Value>& part : parts) {
    all.insert(all.end(), part.begin(), part.end());
    part = {};
  }
  return all;
}

}  // namespace oscegraph
