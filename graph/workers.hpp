// SPDX-License-Identifier: Apache-2.0
//
// The threads that work on one thing together, and the rules that keep results the same however many
// they are: work is cut into pieces by its size alone, and what pieces add up to is taken in the
// pieces' order. Who does a piece, and when, is free.
//
// How it ends when it cannot go on, in one place for everybody:
// - After a piece throws, or when the context says stop, no new piece begins and nobody waits for one
//   that will not come. Pieces are handed out in order, so all before the failed one run to their end,
//   and the first failure in their order is thrown again to the caller.
// - Where the system starts no more threads, those there are do it all.
// - Where there is not enough memory for one more thread's own, the others do its pieces.
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
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <new>
#include <optional>
#include <thread>
#include <vector>

#include "oscegraph/graph/context.hpp"

namespace oscegraph {

/// `asked`, or as many threads as the machine runs at once when it is 0; never more than some times
/// that, which would only cost. Always the same number.
unsigned thread_count(unsigned asked);

namespace detail {

/// The pieces of one task that have not begun, and the first failure among those that have.
class Pieces {
 public:
  explicit Pieces(std::size_t count) : count_(count) {}

  /// The next piece, in order; nullopt when none is left or one has failed.
  std::optional<std::size_t> begin() {
    const std::size_t piece = next_.fetch_add(1, std::memory_order_relaxed);
    return piece < count_ ? std::optional(piece) : std::nullopt;
  }
  /// Call it while the exception of this piece is being handled.
  void fail(std::size_t piece) noexcept;
  /// Precondition: no piece is being worked on.
  void rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  const std::size_t count_;
  std::atomic<std::size_t> next_{0};
  std::mutex mutex_;
  std::size_t failed_piece_ = 0;
  std::exception_ptr failure_;
};

/// Who holds which of the places for results, and whose turn it is to be taken.
class Turns {
 public:
  Turns(std::size_t places, std::size_t pieces) : ready_(places, nothing), usable_(places) {
    for (std::size_t place = places; place-- > 0;) free_.push_back(place);
    left_ = pieces;
  }

  /// Waits for a place; nullopt when it is all over. A worker takes a piece only when it has a place,
  /// so the piece whose turn it is always has one.
  std::optional<std::size_t> get_place();
  void give_back(std::size_t place);
  /// There is no memory for it; false when there is for none.
  bool retire();
  /// The result of this piece lies at this place.
  void put(std::size_t piece, std::size_t place);
  /// The place of the result whose turn it is, to be taken by the caller; nullopt when it is not there
  /// yet, or another takes results at the moment and will take it.
  std::optional<std::size_t> turn();
  /// The piece of the last turn().
  [[nodiscard]] std::size_t piece() const { return next_; }
  void taken(std::size_t place);
  /// Nobody shall wait any more.
  void end() noexcept;

 private:
  static constexpr std::size_t nothing = ~std::size_t{0};
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::size_t> free_;
  std::vector<std::size_t> ready_;  ///< by place: the piece whose result waits there
  std::size_t usable_;
  std::size_t next_ = 0;  ///< the piece whose turn it is
  std::size_t left_;      ///< pieces not taken yet
  bool taking_ = false;
  bool over_ = false;
};

}  // namespace detail

class Workers {
 public:
  /// As many as context.threads says. Threads are started when the first task needs them.
  explicit Workers(Context context = {});
  explicit Workers(unsigned count) : Workers(Context{.threads = count}) {}
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;
  ~Workers();

  /// The calling thread counts as one. At least the number of those who work.
  [[nodiscard]] unsigned count() const { return count_; }
  [[nodiscard]] const Context& context() const { return context_; }
  /// Throws Stopped. For the long parts between tasks, and inside of pieces.
  void check() const { context_.check(); }

  /// Calls body(first, last, worker) for [0, size) in pieces of `grain`, handed out in order. The
  /// pieces are the same for any number of workers.
  template <typename Body>
  void pieces(std::size_t size, std::size_t grain, const Body& body) {
    pieces(
        size, grain, [](unsigned) {}, body);
  }

  /// The same; each worker calls prepare(worker) before its first piece, to get the memory it works
  /// with. One whose preparation fails with std::bad_alloc leaves its pieces to the others.
  template <typename Prepare, typename Body>
  void pieces(std::size_t size, std::size_t grain, const Prepare& prepare, const Body& body) {
    const std::size_t count = (size + grain - 1) / grain;
    if (count <= 1 || count_ == 1) return alone(size, grain, prepare, body);
    work(count, prepare, [&](detail::Pieces& left, unsigned worker) {
      while (const auto piece = left.begin()) {
        try {
          context_.check();
          body(*piece * grain, std::min((*piece + 1) * grain, size), worker);
        } catch (...) {
          left.fail(*piece);
        }
      }
    });
  }

  /// The sum of body(first, last, worker) over the pieces, added in their order.
  template <typename Value, typename Body>
  Value sum(std::size_t size, std::size_t grain, const Body& body) {
    std::vector<Value> parts((size + grain - 1) / grain);
    pieces(size, grain, [&](std::size_t first, std::size_t last, unsigned worker) {
      parts[first / grain] = body(first, last, worker);
    });
    Value total{};
    for (const Value& part : parts) total += part;
    return total;
  }

  /// Calls make(piece, worker, result) for the pieces 0 .. count - 1, several at once, and
  /// take(piece, result) strictly in order of pieces, one at a time, on any of the threads. A result
  /// is what fresh() returned, or what take() left of an earlier one. A few for each worker are made
  /// and not yet taken; a worker that is further ahead waits. After a failure none is taken any more.
  /// prepare(worker) is as for pieces().
  template <typename Prepare, typename Fresh, typename Make, typename Take>
  void ordered(std::size_t count, const Prepare& prepare, const Fresh& fresh, const Make& make,
               const Take& take) {
    using Result = std::invoke_result_t<const Fresh&>;
    constexpr std::size_t for_each_worker = 3;
    const std::size_t places = std::min<std::size_t>(count, for_each_worker * count_);
    std::vector<std::optional<Result>> results(count_ == 1 ? std::min<std::size_t>(count, 1)
                                                           : places);
    detail::Turns turns(results.size(), count);
    work(count, prepare, [&](detail::Pieces& left, unsigned worker) {
      while (const auto place = turns.get_place()) {
        std::size_t piece = 0;
        try {
          context_.check();
          if (!results[*place] && !filled(results[*place], fresh, turns)) continue;
          const auto next = left.begin();
          if (!next) return turns.give_back(*place);
          piece = *next;
          make(piece, worker, *results[*place]);
          turns.put(piece, *place);
          while (const auto turn = turns.turn()) {
            piece = turns.piece();
            take(piece, *results[*turn]);
            turns.taken(*turn);
          }
        } catch (...) {
          left.fail(piece);
          return turns.end();
        }
      }
    });
  }

 private:
  /// False when there is no memory for it, yet for others.
  template <typename Result, typename Fresh>
  static bool filled(std::optional<Result>& result, const Fresh& fresh, detail::Turns& turns) {
    try {
      result.emplace(fresh());
    } catch (const std::bad_alloc&) {
      if (!turns.retire()) throw;
      return false;
    }
    return true;
  }

  /// pieces() on the calling thread.
  template <typename Prepare, typename Body>
  void alone(std::size_t size, std::size_t grain, const Prepare& prepare, const Body& body) const {
    if (size > 0) prepare(0U);
    for (std::size_t first = 0; first < size; first += grain) {
      context_.check();
      body(first, std::min(first + grain, size), 0U);
    }
  }

  /// Lets the workers that could prepare call run(pieces, worker), and throws the first failure.
  template <typename Prepare, typename Run>
  void work(std::size_t count, const Prepare& prepare, const Run& run) {
    if (count == 0) return;
    detail::Pieces left(count);
    prepare(0U);  // first, so that at least one has its memory
    if (count == 1 || count_ == 1) {
      run(left, 0U);
    } else {
      together(count, [&](unsigned worker) {
        if (worker == 0 || is_prepared(prepare, worker, left, count)) run(left, worker);
      });
    }
    left.rethrow();
  }

  template <typename Prepare>
  static bool is_prepared(const Prepare& prepare, unsigned worker, detail::Pieces& left,
                          std::size_t count) {
    try {
      prepare(worker);
      return true;
    } catch (const std::bad_alloc&) {
      return false;
    } catch (...) {
      left.fail(count);
      return false;
    }
  }

  /// Calls body(worker) on the calling thread, as 0, and on every other worker that comes before
  /// that call returns, and waits for those. So each call does what is left of the work.
  /// Precondition: body does not throw.
  void together(std::size_t most, const std::function<void(unsigned worker)>& body);
  void start(std::size_t threads);
  void serve(unsigned worker);

  Context context_;
  unsigned count_;
  bool may_start_ = true;  ///< the system has not refused a thread
  std::vector<std::thread> threads_;
  const std::function<void(unsigned)>* body_ = nullptr;
  /// The number of the task, odd while workers may join it, and below that how many are on it.
  std::atomic<std::uint32_t> gate_{0};
  std::atomic<bool> stop_{false};
};

/// How many nodes a piece of a pass over all nodes has.
inline constexpr std::size_t nodes_per_piece = 4096;

}  // namespace oscegraph
