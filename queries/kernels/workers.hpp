// SPDX-License-Identifier: Apache-2.0
//
// The threads a kernel works with, and the rule that keeps results the same however many they are:
// work is cut into pieces by its size alone, and what pieces add up to is added in the pieces'
// order. Who does a piece, and when, is free.
//
// std::thread, not OpenMP: it needs no compiler option and no second runtime, g++ and clang++ agree
// on it, and the thread sanitizer sees every lock (it takes libgomp's barriers for races). A team
// is made once for a query and reused by its kernels; between two tasks a worker spins for some
// microseconds before it sleeps, since the next task of an iteration comes at once. A worker that
// the system wakes too late, when all pieces are done, is not waited for: on a busy machine a task
// takes no longer than on one thread.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "oscegraph/graph/context.hpp"

namespace oscegraph {

class Workers {
 public:
  /// 0: as many as the machine runs at once.
  explicit Workers(unsigned count = 0);
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;
  ~Workers();

  /// The calling thread counts as one.
  [[nodiscard]] unsigned count() const { return count_; }

  /// Calls body(first, last, worker) for [0, size) in pieces of `grain`, handed out in order. The
  /// pieces are the same for any number of workers. The first exception in order of workers is
  /// thrown again here.
  template <typename Body>
  void pieces(std::size_t size, std::size_t grain, Body body) {
    if (size <= grain || count_ == 1) {
      for (std::size_t first = 0; first < size; first += grain)
        body(first, std::min(first + grain, size), 0U);
      return;
    }
    std::atomic<std::size_t> next{0};
    together([&](unsigned worker) {
      for (std::size_t first = 0;
           (first = next.fetch_add(grain, std::memory_order_relaxed)) < size;)
        body(first, std::min(first + grain, size), worker);
    });
  }

  /// The sum of body(first, last, worker) over the pieces, added in their order.
  template <typename Value, typename Body>
  Value sum(std::size_t size, std::size_t grain, Body body) {
    std::vector<Value> parts((size + grain - 1) / grain);
    pieces(size, grain, [&](std::size_t first, std::size_t last, unsigned worker) {
      parts[first / grain] = body(first, last, worker);
    });
    Value total{};
    for (const Value& part : parts) total += part;
    return total;
  }

 private:
  /// Calls body(worker) on the calling thread, as 0, and on every other worker that comes before
  /// that call returns, and waits for those. So each call does what is left of the work.
  void together(const std::function<void(unsigned worker)>& body);
  void serve(unsigned worker);
  void run(unsigned worker);

  unsigned count_;
  std::vector<std::thread> threads_;
  const std::function<void(unsigned)>* body_ = nullptr;
  std::vector<std::exception_ptr> failures_;
  /// The number of the task, odd while workers may join it, and below that how many are on it.
  std::atomic<std::uint32_t> gate_{0};
  std::atomic<bool> stop_{false};
};

/// How many nodes a piece of a pass over all nodes has.
inline constexpr std::size_t nodes_per_piece = 4096;

/// Adds vectors of doubles in the order of their numbers 0, 1, ..., whoever comes first, so that
/// the rounding is always the same. One that comes early waits in store; when the store is full its
/// bringer waits, except the one whose turn it is.
class OrderedSum {
 public:
  OrderedSum(std::vector<double>& total, std::size_t store) : total_(total), store_(store) {}

  /// Takes part `number` and hands back a vector of zeros of the same length to fill next.
  std::vector<double> add(std::size_t number, std::vector<double> part);

 private:
  void settle(std::vector<double>& part);

  std::vector<double>& total_;
  std::size_t store_;
  std::mutex mutex_;
  std::atomic<std::size_t> next_{0};
  std::vector<std::pair<std::size_t, std::vector<double>>> early_;
  std::vector<std::vector<double>> spare_;
};

}  // namespace oscegraph
