// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/kernels/workers.hpp"

namespace oscegraph {
namespace {

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
    : count_(count != 0 ? count : std::max(1U, std::thread::hardware_concurrency())),
      failures_(count_) {
  threads_.reserve(count_ - 1);
  for (unsigned worker = 1; worker < count_; ++worker)
    threads_.emplace_back([this, worker] { serve(worker); });
}

Workers::~Workers() {
  stop_.store(true, std::memory_order_relaxed);
  task_.fetch_add(1, std::memory_order_release);
  task_.notify_all();
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
  for (std::uint32_t done = 0;; ++done) {
    wait_for_change(task_, done);
    if (stop_.load(std::memory_order_relaxed)) return;
    run(worker);
    if (busy_.fetch_sub(1, std::memory_order_acq_rel) == 1) busy_.notify_one();
  }
}

void Workers::each(const std::function<void(unsigned)>& body) {
  body_ = &body;
  busy_.store(count_ - 1, std::memory_order_relaxed);
  task_.fetch_add(1, std::memory_order_release);
  task_.notify_all();
  run(0);
  for (std::uint32_t busy = 0; (busy = busy_.load(std::memory_order_acquire)) != 0;)
    wait_for_change(busy_, busy);
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
