// SPDX-License-Identifier: Apache-2.0
//
// Runs one task on several threads, for callers that have no Workers to reuse: it makes Workers for
// this task alone. What a piece computes must not depend on the thread or the time at which it
// runs; then the result does not depend on the number of threads. workers.hpp describes what
// happens when a piece fails or the work is stopped.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <initializer_list>

#include "oscegraph/graph/threads/context.hpp"
#include "oscegraph/graph/threads/workers.hpp"

namespace oscegraph {

/// Calls body(piece, thread) for the pieces 0 .. count - 1, handed out in order; `thread` is below
/// thread_count(context.threads).
template <typename Body>
void parallel_for(std::size_t count, const Context& context, const Body& body) {
  Workers(context).pieces(
      count, 1, [&](std::size_t piece, std::size_t, unsigned thread) { body(piece, thread); });
}

/// parallel_for() over different tasks; put the longest first.
inline void parallel_tasks(const Context& context,
                           const std::vector<std::function<void()>>& tasks) {
  parallel_for(tasks.size(), context, [&](std::size_t i, unsigned) { tasks[i](); });
}

/// parallel_for() for body(first, last, thread) over [0, size) in ranges of `grain`.
template <typename Body>
void parallel_ranges(std::size_t size, std::size_t grain, const Context& context,
                     const Body& body) {
  Workers(context).pieces(size, grain, body);
}

}  // namespace oscegraph
