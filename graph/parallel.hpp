// SPDX-License-Identifier: Apache-2.0
//
// Doing many like pieces of work on several threads. What a piece computes must not depend on who
// does it, or when: then neither does the result on the number of threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace oscegraph {

/// `asked`, or as many threads as the machine runs at once when it is 0.
inline unsigned thread_count(unsigned asked) {
  return asked != 0 ? asked : std::max(1U, std::thread::hardware_concurrency());
}

/// Calls body(piece, thread) for the pieces 0 .. count - 1, handed out in order to at most `threads`
/// threads, of which the caller's is number 0. After a piece throws no new one is begun, and one of
/// the exceptions is thrown again here.
template <typename Body>
void parallel_for(std::size_t count, unsigned threads, const Body& body) {
  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  std::exception_ptr failure;
  const auto work = [&](unsigned thread) {
    try {
      for (std::size_t piece = 0; (piece = next.fetch_add(1)) < count;) body(piece, thread);
    } catch (...) {
      next = count;
      const std::lock_guard lock(mutex);
      if (!failure) failure = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> helpers;
    const std::size_t useful = std::min<std::size_t>(threads, count);
    for (unsigned thread = 1; thread < useful; ++thread) helpers.emplace_back(work, thread);
    work(0);
  }
  if (failure) std::rethrow_exception(failure);
}

/// The same for body(first, last, thread) over [0, size) in ranges of `grain`.
template <typename Body>
void parallel_ranges(std::size_t size, std::size_t grain, unsigned threads, const Body& body) {
  parallel_for((size + grain - 1) / grain, threads, [&](std::size_t piece, unsigned thread) {
    body(piece * grain, std::min(size, (piece + 1) * grain), thread);
  });
}

}  // namespace oscegraph
