// SPDX-License-Identifier: Apache-2.0
//
// Starts the threads, hands out the pieces, and lets workers join a task only while it is open.
#include "oscegraph/graph/threads/workers.hpp"

#include <system_error>

namespace oscegraph {
namespace {

constexpr unsigned most_workers = 1023;
/// the unit of the task number in Workers::gate_
constexpr std::uint32_t one_task = most_workers + 1;

bool is_open(std::uint32_t gate) { return gate / one_task % 2 == 1; }

/// Waits until `value` is no longer `old`: spins for a short time, then sleeps.
template <typename Value>
void wait_for_change(const std::atomic<Value>& value, Value old) {
  for (int i = 0; i < 4000; ++i) {
    if (value.load(std::memory_order_acquire) != old) return;
#if defined(__x86_64__)
    __builtin_ia32_pause();
#endif
  }
  value.wait(old, std::memory_order_acquire);
}

}  // namespace

unsigned thread_count(unsigned asked) {
  // Asked once: the call is slow, and all callers must get the same number.
  static const unsigned machine = std::max(1U, std::thread::hardware_concurrency());
  const unsigned most = std::min(most_workers, std::max(16U, 4 * machine));
  return asked != 0 ? std::min(asked, most) : std::min(machine, most);
}

namespace detail {

void Pieces::fail(std::size_t piece) noexcept {
  next_.store(count_, std::memory_order_relaxed);
  const std::lock_guard lock(mutex_);
  if (failure_ && failed_piece_ <= piece) return;
  failed_piece_ = piece;
  failure_ = std::current_exception();
}

std::optional<std::size_t> ResultSlots::get_slot() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return over_ || !free_.empty(); });
  if (over_) return std::nullopt;
  const std::size_t slot = free_.back();
  free_.pop_back();
  return slot;
}

void ResultSlots::give_back(std::size_t slot) {
  const std::lock_guard lock(mutex_);
  free_.push_back(slot);
  changed_.notify_all();
}

bool ResultSlots::drop_slot() {
  const std::lock_guard lock(mutex_);
  return --usable_ > 0;
}

void ResultSlots::finish(std::size_t piece, std::size_t slot) {
  const std::lock_guard lock(mutex_);
  ready_[slot] = piece;
}

std::optional<std::size_t> ResultSlots::next_result() {
  const std::lock_guard lock(mutex_);
  if (taking_ || over_) return std::nullopt;
  const auto found = std::ranges::find(ready_, next_);
  if (found == ready_.end()) return std::nullopt;
  *found = nothing;
  taking_ = true;
  return static_cast<std::size_t>(found - ready_.begin());
}

void ResultSlots::release(std::size_t slot) {
  const std::lock_guard lock(mutex_);
  taking_ = false;
  ++next_;
  if (--left_ == 0) over_ = true;
  free_.push_back(slot);
  changed_.notify_all();
}

void ResultSlots::end() noexcept {
  const std::lock_guard lock(mutex_);
  over_ = true;
  changed_.notify_all();
}

}  // namespace detail

Workers::Workers(Context context)
    : context_(std::move(context)),
      count_(thread_count(context_.threads)) {}

Workers::~Workers() {
  if (threads_.empty()) return;
  stop_.store(true, std::memory_order_relaxed);
  gate_.fetch_add(one_task, std::memory_order_release);
  gate_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void Workers::start(std::size_t threads) {
  if (!may_start_ || threads_.size() >= threads) return;
  try {
    threads_.reserve(threads);
    while (threads_.size() < threads) {
      const auto worker = static_cast<unsigned>(threads_.size() + 1);
      threads_.emplace_back([this, worker] { serve(worker); });
    }
  } catch (const std::system_error&) {
    may_start_ = false;  // a limit on processes or memory
  } catch (const std::bad_alloc&) {
    may_start_ = false;
  }
}

void Workers::serve(unsigned worker) {
  std::uint32_t done = 0;  // the last task that this worker joined
  while (true) {
    std::uint32_t gate = gate_.load(std::memory_order_acquire);
    if (stop_.load(std::memory_order_relaxed)) return;
    const std::uint32_t task = gate / one_task;
    if (!is_open(gate) || task == done) {
      wait_for_change(gate_, gate);
      continue;
    }
    if (!gate_.compare_exchange_weak(gate, gate + 1, std::memory_order_acquire)) continue;
    done = task;
    (*body_)(worker);
    const std::uint32_t left = gate_.fetch_sub(1, std::memory_order_acq_rel) - 1;
    if (!is_open(left) && left % one_task == 0) gate_.notify_all();
  }
}

void Workers::together(std::size_t most, const std::function<void(unsigned)>& body) {
  start(std::min<std::size_t>(most, count_) - 1);
  if (threads_.empty()) return body(0);
  body_ = &body;
  gate_.fetch_add(one_task, std::memory_order_release);
  gate_.notify_all();
  body(0);
  gate_.fetch_add(one_task, std::memory_order_acq_rel);
  for (std::uint32_t gate = 0; (gate = gate_.load(std::memory_order_acquire)) % one_task != 0;)
    wait_for_change(gate_, gate);
}

}  // namespace oscegraph
