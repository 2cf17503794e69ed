// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/kernels/workers.hpp"

namespace oscegraph {
namespace {

constexpr unsigned most_workers = 1023;
constexpr std::uint32_t one_task = most_workers + 1;  ///< in Workers::gate_

bool is_open(std::uint32_t gate) { return gate / one_task % 2 == 1; }

/// Waits until `value` is no longer `old`: a short while awake, then asleep.
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

Workers::Workers(unsigned count)
    : count_(std::min(most_workers,
                      count != 0 ? count : std::max(1U, std::thread::hardware_concurrency()))),
      failures_(count_) {
  threads_.reserve(count_ - 1);
  for (unsigned worker = 1; worker < count_; ++worker)
    threads_.emplace_back([this, worker] { serve(worker); });
}

Workers::~Workers() {
  stop_.store(true, std::memory_order_relaxed);
  gate_.fetch_add(one_task, std::memory_order_release);
  gate_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void Workers::run(unsigned worker) {
  try {
    (*body_)(worker);
  } catch (...) {
    failures_[worker] = std::current_exception();
  }
}

void Workers::serve(unsigned worker) {
  std::uint32_t done = 0;  // the last task this worker was on
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
    run(worker);
    const std::uint32_t left = gate_.fetch_sub(1, std::memory_order_acq_rel) - 1;
    if (!is_open(left) && left % one_task == 0) gate_.notify_all();
  }
}

void Workers::together(const std::function<void(unsigned)>& body) {
  body_ = &body;
  gate_.fetch_add(one_task, std::memory_order_release);
  gate_.notify_all();
  run(0);
  gate_.fetch_add(one_task, std::memory_order_acq_rel);
  for (std::uint32_t gate = 0; (gate = gate_.load(std::memory_order_acquire)) % one_task != 0;)
    wait_for_change(gate_, gate);
  std::exception_ptr first;
  for (std::exception_ptr& failure : failures_) {
    if (failure && !first) first = failure;
    failure = nullptr;
  }
  if (first) std::rethrow_exception(first);
}

void OrderedSum::settle(std::vector<double>& part) {
  for (std::size_t i = 0; i < total_.size(); ++i) {
    total_[i] += part[i];
    part[i] = 0;
  }
  next_.fetch_add(1, std::memory_order_release);
  next_.notify_all();
}

std::vector<double> OrderedSum::add(std::size_t number, std::vector<double> part) {
  std::unique_lock lock(mutex_);
  while (number != next_.load(std::memory_order_relaxed) && early_.size() >= store_) {
    const std::size_t seen = next_.load(std::memory_order_relaxed);
    lock.unlock();
    next_.wait(seen, std::memory_order_acquire);
    lock.lock();
  }
  if (number != next_.load(std::memory_order_relaxed)) {
    early_.emplace_back(number, std::move(part));
    if (spare_.empty()) return std::vector<double>(total_.size());
    std::vector<double> empty = std::move(spare_.back());
    spare_.pop_back();
    return empty;
  }
  settle(part);
  for (std::size_t i = 0; i < early_.size();) {
    if (early_[i].first != next_.load(std::memory_order_relaxed)) {
      ++i;
      continue;
    }
    settle(early_[i].second);
    spare_.push_back(std::move(early_[i].second));
    early_.erase(early_.begin() + static_cast<std::ptrdiff_t>(i));
    i = 0;
  }
  return part;
}

}  // namespace oscegraph
