// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/graph/parallel.hpp"

#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace oscegraph {

unsigned thread_count(unsigned asked) {
  // Asked of the system once: it takes a while, and all who count on the number must be told the same.
  static const unsigned machine = std::max(1U, std::thread::hardware_concurrency());
  return asked != 0 ? asked : machine;
}

void parallel_for(std::size_t count, unsigned threads,
                  const std::function<void(std::size_t, unsigned)>& body) {
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
    helpers.reserve(useful);
    try {
      for (unsigned thread = 1; thread < useful; ++thread) helpers.emplace_back(work, thread);
    } catch (const std::system_error&) {
      // A limit on processes: those that did start do it all.
    }
    work(0);
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace oscegraph
