// SPDX-License-Identifier: Apache-2.0
//
// Runs the work of one query on a team of threads, so that the results do not depend on the number
// of threads. Work is cut into pieces by its size alone, and the results of pieces are combined in
// the order of the pieces. Which thread runs a piece, and when, does not matter.
//
// Failures are handled by one rule for all users:
// - After a piece throws, or when the context says stop, no new piece begins and no thread waits
//   for a piece that will not come. Pieces are handed out in order, so all pieces before the failed
//   one run to their end, and the first failure in the order of pieces is rethrown to the caller.
// - When the system cannot start more threads, the existing ones do all the work.
// - When there is no memory for one more thread's working data, the other threads do its pieces.
//
// It uses std::thread and not OpenMP: std::thread needs no compiler option and no second runtime,
// g++ and clang++ agree on it, and the thread sanitizer sees every lock (it reports libgomp's
// barriers as races). A team is made once for a query and reused by its kernels. Between two tasks
// a worker spins for some microseconds before it sleeps, since the next task of an iteration comes
// at once. The caller does not wait for a worker that wakes only after all pieces are done, so on a
// busy machine a task takes no longer than on one thread.
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

#include "oscegraph/graph/threads/context.hpp"

namespace oscegraph {

/// The number of threads for a request: `asked`, or as many as the machine runs at once when it is
/// 0, limited to a few times that number. The same input always gives the same result.
unsigned thread_count(unsigned asked);

namespace detail {

/// The pieces of one task that have not begun, and the failure with the lowest piece number so far.
class Pieces {
 public:
  explicit Pieces(std::size_t count) : count_(count) {}

  /// The next piece, in order; nullopt when none is left or one has failed.
  std::optional<std::size_t> begin() {
    const std::size_t piece = next_.fetch_add(1, std::memory_order_relaxed);
    return piece < count_ ? std::optional(piece) : std::nullopt;
  }
  /// Records the exception that is being handled as the failure of this piece.
  void fail(std::size_t piece) noexcept;
  /// Throws the recorded failure, if any. Precondition: no piece is being worked on.
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

/// Manages the slots for results of ordered(): which are free, which hold a finished result, and
/// which piece is to be taken next. A finished result waits in its slot until it is taken; when no
/// slot is free, workers wait.
class ResultSlots {
 public:
  ResultSlots(std::size_t slots, std::size_t pieces) : ready_(slots, nothing), usable_(slots) {
    for (std::size_t slot = slots; slot-- > 0;) free_.push_back(slot);
    left_ = pieces;
  }

  /// Waits for a free slot; nullopt when the work is over. A worker takes a piece only after it
  /// has a slot, so the piece that is next in order always has one.
  std::optional<std::size_t> get_slot();
  void give_back(std::size_t slot);
  /// Gives up this slot because there is no memory for its result. Returns false when no usable
  /// slot is left.
  bool drop_slot();
  /// Marks the result of this piece as finished, at this slot.
  void finish(std::size_t piece, std::size_t slot);
  /// The slot of the next result in order, which the caller must then take. nullopt when it is not
  /// finished, or while another thread takes results (that thread will take it).
  std::optional<std::size_t> next_result();
  /// The piece that the last next_result() was about.
  [[nodiscard]] std::size_t piece() const { return next_; }
  void release(std::size_t slot);
  /// Ends all waiting.
  void end() noexcept;

 private:
  static constexpr std::size_t nothing = ~std::size_t{0};
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::size_t> free_;
  std::vector<std::size_t> ready_;  ///< by slot: the piece whose finished result waits there
  std::size_t usable_;
  std::size_t next_ = 0;  ///< the piece to be taken next
  std::size_t left_;      ///< pieces not taken yet
  bool taking_ = false;
  bool over_ = false;
};

}  // namespace detail

class Workers {
 public:
  /// Uses as many threads as context.threads says. Threads are started when the first task needs
  /// them.
  explicit Workers(Context context = {});
  explicit Workers(unsigned count) : Workers(Context{.threads = count}) {}
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;
  ~Workers();

  /// The number of workers, the calling thread included: an upper bound on those that run.
  [[nodiscard]] unsigned count() const { return count_; }
  [[nodiscard]] const Context& context() const { return context_; }
  /// Throws Stopped. For long parts between tasks and within pieces.
  void check() const { context_.check(); }

  /// Calls body(first, last, worker) for [0, size) in pieces of `grain`, handed out in order. The
  /// pieces are the same for any number of workers.
  template <typename Body>
  void pieces(std::size_t size, std::size_t grain, const Body& body) {
    pieces(
        size, grain, [](unsigned) {}, body);
  }

  /// The same, but each worker calls prepare(worker) before its first piece, to allocate its
  /// working memory. A worker whose prepare() throws std::bad_alloc leaves its pieces to the
  /// others.
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

  /// The sum of body(first, last, worker) over the pieces, added in the order of the pieces.
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
  /// take(piece, result) strictly in the order of the pieces, one at a time, on any of the threads.
  /// A result object comes from fresh(), or is reused after an earlier take(). At most three
  /// results per worker exist at a time; when all are in use, workers wait. After a failure nothing
  /// more is taken. prepare(worker) is as for pieces().
  template <typename Prepare, typename Fresh, typename Make, typename Take>
  void ordered(std::size_t count, const Prepare& prepare, const Fresh& fresh, const Make& make,
               const Take& take) {
    using Result = std::invoke_result_t<const Fresh&>;
    constexpr std::size_t for_each_worker = 3;
    const std::size_t slot_count = std::min<std::size_t>(count, for_each_worker * count_);
    std::vector<std::optional<Result>> results(count_ == 1 ? std::min<std::size_t>(count, 1)
                                                           : slot_count);
    detail::ResultSlots slots(results.size(), count);
    work(count, prepare, [&](detail::Pieces& left, unsigned worker) {
      while (const auto slot = slots.get_slot()) {
        std::size_t piece = 0;
        try {
          context_.check();
          if (!results[*slot] && !filled(results[*slot], fresh, slots)) continue;
          const auto next = left.begin();
          if (!next) return slots.give_back(*slot);
          piece = *next;
          make(piece, worker, *results[*slot]);
          slots.finish(piece, *slot);
          while (const auto ready = slots.next_result()) {
            piece = slots.piece();
            take(piece, *results[*ready]);
            slots.release(*ready);
          }
        } catch (...) {
          left.fail(piece);
          return slots.end();
        }
      }
    });
  }

 private:
  /// Creates the result. Returns false when there is no memory for it but other slots have theirs.
  template <typename Result, typename Fresh>
  static bool filled(std::optional<Result>& result, const Fresh& fresh,
                     detail::ResultSlots& slots) {
    try {
      result.emplace(fresh());
    } catch (const std::bad_alloc&) {
      if (!slots.drop_slot()) throw;
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

  /// Calls run(pieces, worker) on every worker whose prepare() succeeds, and rethrows the first
  /// failure.
  template <typename Prepare, typename Run>
  void work(std::size_t count, const Prepare& prepare, const Run& run) {
    if (count == 0) return;
    detail::Pieces left(count);
    prepare(0U);  // first, so that at least one worker has its memory
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

  /// Calls body(worker) on the calling thread, as worker 0, and on every other worker that wakes
  /// before that call returns, and waits for those. Each call takes work until none is left.
  /// Precondition: body does not throw.
  void together(std::size_t most, const std::function<void(unsigned worker)>& body);
  void start(std::size_t threads);
  void serve(unsigned worker);

  Context context_;
  unsigned count_;
  bool may_start_ = true;  ///< false after the system has refused a thread
  std::vector<std::thread> threads_;
  const std::function<void(unsigned)>* body_ = nullptr;
  /// The task number times one_task, plus the number of workers on the task. The task number is odd
  /// while workers may join.
  std::atomic<std::uint32_t> gate_{0};
  std::atomic<bool> stop_{false};
};

/// The number of nodes in a piece of a pass over all nodes.
inline constexpr std::size_t nodes_per_piece = 4096;

}  // namespace oscegraph
