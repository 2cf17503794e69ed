// SPDX-License-Identifier: Apache-2.0
//
// Implements the signal handler. It calls only what is async-signal-safe: lock-free atomics,
// timer_settime, clock_gettime, unlink, rmdir, signal, raise.
#include "oscegraph/cli/terminal/stop_signals.hpp"

#include <array>
#include <atomic>
#include <csignal>
#include <cstdint>
#include <ctime>

#include "oscegraph/exports/output/temporary_files.hpp"

namespace oscegraph::cli {
namespace {

constexpr std::array<int, 3> ending_signals{SIGINT, SIGTERM, SIGHUP};
constexpr int out_of_patience = SIGALRM;
constexpr long moment = 300'000'000;  // nanoseconds
/// A parent may send the same signal to the process and to its group: that is one, not two.
constexpr std::int64_t at_once = 500'000'000;

StopSource* source = nullptr;
timer_t timer{};
std::atomic<bool> has_timer = false;
std::atomic<int> first_signal = 0;
std::atomic<std::int64_t> first_time = 0;

std::int64_t now() {
  timespec time{};
  ::clock_gettime(CLOCK_MONOTONIC, &time);
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

void end_by(int signal) {
  std::signal(signal, SIG_DFL);
  sigset_t one;
  ::sigemptyset(&one);
  ::sigaddset(&one, signal);
  ::pthread_sigmask(SIG_UNBLOCK, &one, nullptr);
  ::raise(signal);
}

void wait_a_moment() {
  const itimerspec time{{}, {0, moment}};
  if (has_timer) ::timer_settime(timer, 0, &time, nullptr);
}

void end_at_once() {
  if (remove_temporaries()) end_by(first_signal);
  else wait_a_moment();
}

void told(int signal) {
  if (signal == out_of_patience) return end_at_once();
  int none = 0;
  if (!first_signal.compare_exchange_strong(none, signal)) {
    if (now() - first_time > at_once) end_at_once();
    return;
  }
  first_time = now();
  source->stop(signal == SIGINT ? StopReason::interrupted : StopReason::terminated);
  wait_a_moment();
}

}  // namespace

Stop stop_on_signals() {
  static StopSource the_one;
  source = &the_one;
  sigevent event{};
  event.sigev_notify = SIGEV_SIGNAL;
  event.sigev_signo = out_of_patience;
  has_timer = ::timer_create(CLOCK_MONOTONIC, &event, &timer) == 0;
  struct sigaction action {};
  action.sa_handler = told;
  action.sa_flags = SA_RESTART;
  for (const int signal : ending_signals) ::sigaddset(&action.sa_mask, signal);
  ::sigaddset(&action.sa_mask, out_of_patience);
  ::sigaction(out_of_patience, &action, nullptr);
  for (const int signal : ending_signals) {
    struct sigaction before {};
    ::sigaction(signal, nullptr, &before);
    if (before.sa_handler != SIG_IGN) ::sigaction(signal, &action, nullptr);
  }
  return the_one.token();
}

void end_by_signal() {
  if (first_signal != 0) end_by(first_signal);
}

}  // namespace oscegraph::cli
