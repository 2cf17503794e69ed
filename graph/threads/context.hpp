// SPDX-License-Identifier: Apache-2.0
//
// Defines the conditions under which work runs: whether to stop, who is told of progress, and how
// many threads and how much time it may use. The command line, or a request of the server, passes a
// Context to the loader, the queries, their kernels and the writers. Each checks it once for every
// piece of work, such as some thousand edges or a block of text. So Ctrl-C, a client that has left,
// a deadline and the end of the server all end work in the same way, by the exception Stopped.
#pragma once

#include <atomic>
#include <cstdint>
#include <exception>
#include <functional>
#include <limits>
#include <memory>
#include <utility>

namespace oscegraph {

enum class StopReason : std::uint8_t {
  not_asked,
  interrupted,  ///< SIGINT: Ctrl-C
  terminated,   ///< SIGTERM, SIGHUP, or the server ends
  deadline,     ///< the time that was allowed is over
  client_gone   ///< nobody waits for the answer
};

/// "the program was told to stop", "the time allowed for it is over".
const char* sentence(StopReason reason);

/// Thrown by work that is no longer wanted. Only the caller who asked for the work catches it; no
/// reader turns it into a warning about its input.
class Stopped : public std::exception {
 public:
  /// Precondition: not StopReason::not_asked.
  explicit Stopped(StopReason reason) : reason_(reason) {}
  [[nodiscard]] StopReason reason() const noexcept { return reason_; }
  [[nodiscard]] const char* what() const noexcept override { return sentence(reason_); }

 private:
  StopReason reason_;
};

/// A token that says whether to stop. It is cheap to copy, and any number of threads may read it. A
/// default-constructed Stop is never set.
class Stop {
 public:
  Stop() = default;

  /// Cost: a relaxed load of a value that rarely changes.
  [[nodiscard]] StopReason reason() const noexcept {
    return state_ == nullptr ? StopReason::not_asked : state_->load(std::memory_order_relaxed);
  }
  [[nodiscard]] bool asked() const noexcept { return reason() != StopReason::not_asked; }

 private:
  friend class StopSource;
  using State = std::atomic<StopReason>;
  explicit Stop(std::shared_ptr<const State> state) : state_(std::move(state)) {}

  std::shared_ptr<const State> state_;
};

/// Sets the stop reason for all its tokens. The tokens may outlive it.
class StopSource {
 public:
  StopSource() : state_(std::make_shared<Stop::State>(StopReason::not_asked)) {}

  /// The first reason stays. May be called from any thread and from a signal handler.
  void stop(StopReason reason) noexcept {
    StopReason before = StopReason::not_asked;
    state_->compare_exchange_strong(before, reason, std::memory_order_relaxed);
  }
  [[nodiscard]] Stop token() const { return Stop(state_); }

 private:
  static_assert(Stop::State::is_always_lock_free, "a signal handler sets it");
  std::shared_ptr<Stop::State> state_;
};

/// Receives how much of the work is done; called from one thread at a time. May be empty.
using Report = std::function<void(std::uint64_t done, std::uint64_t total)>;

/// The default: never stopped, no limit on time, as many threads as the machine has, no report.
struct Context {
  Stop stop{};
  Report report{};
  unsigned threads = 0;  ///< 0: as many as the machine runs at once
  /// The seconds an answer may take. A query whose estimated cost is higher is refused before it
  /// starts (require_patience() in queries/cost.hpp); drawing a picture is ended after this time.
  double budget = std::numeric_limits<double>::infinity();

  /// Throws Stopped when the work is no longer wanted.
  void check() const {
    if (const StopReason reason = stop.reason(); reason != StopReason::not_asked)
      throw Stopped(reason);
  }
};

/// Calls check() of a context once in every `every` steps: for loops whose steps are too small to
/// check at each one. For one thread only.
class PeriodicCheck {
 public:
  /// `context` must outlive this object.
  explicit PeriodicCheck(const Context& context, std::uint64_t every = 4096)
      : context_(&context),
        every_(every),
        left_(every) {}

  /// Counts `steps` more steps. Throws Stopped.
  void count(std::uint64_t steps = 1) {
    if (steps < left_) {
      left_ -= steps;
      return;
    }
    left_ = every_;
    context_->check();
  }

 private:
  const Context* context_;
  std::uint64_t every_;
  std::uint64_t left_;
};

}  // namespace oscegraph
