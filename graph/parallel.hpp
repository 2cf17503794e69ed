// SPDX-License-Identifier: Apache-2.0
//
// Doing many like pieces of work on several threads. What a piece computes must not depend on who
// does it, or when: then neither does the result on the number of threads.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <initializer_list>

namespace oscegraph {

/// `asked`, or as many threads as the machine runs at once when it is 0: always the same number.
unsigned thread_count(unsigned asked);

/// Calls body(piece, thread) for the pieces 0 .. count - 1, handed out in order to at most `threads`
/// threads, of which the caller's is number 0; to fewer where the system starts no more. After a
/// piece throws no new one is begun, and one of the exceptions is thrown again here.
void parallel_for(std::size_t count, unsigned threads,
                  const std::function<void(std::size_t piece, unsigned thread)>& body);

/// parallel_for() for tasks that differ; the longest had better come first.
inline void parallel_tasks(unsigned threads, std::initializer_list<std::function<void()>> tasks) {
  parallel_for(tasks.size(), threads, [&](std::size_t i, unsigned) { tasks.begin()[i](); });
}

/// parallel_for() for body(first, last, thread) over [0, size) in ranges of `grain`.
template <typename Body>
void parallel_ranges(std::size_t size, std::size_t grain, unsigned threads, const Body& body) {
  parallel_for((size + grain - 1) / grain, threads, [&](std::size_t piece, unsigned thread) {
    body(piece * grain, std::min(size, (piece + 1) * grain), thread);
  });
}

}  // namespace oscegraph
