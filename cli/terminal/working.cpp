// SPDX-License-Identifier: Apache-2.0
//
// Draws the line on a thread of its own: after one second, and then five times a second.
#include "oscegraph/cli/terminal/working.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>

#include "oscegraph/graph/text/text.hpp"

namespace oscegraph::cli {
namespace {

constexpr std::string_view clear_line = "\r\033[K";

std::string whole_seconds(double seconds) {
  return to_text(static_cast<std::int64_t>(seconds + 0.5)) + " s";
}

}  // namespace

std::string working_line(double seconds, std::uint64_t done, std::uint64_t total) {
  if (done == 0 || total == 0) return "working, " + whole_seconds(seconds);
  constexpr std::size_t bar_width = 30;
  const double share = std::min(1.0, static_cast<double>(done) / static_cast<double>(total));
  const auto filled = static_cast<std::size_t>(share * static_cast<double>(bar_width));
  std::string percent = to_text(static_cast<int>(share * 100));
  percent.insert(0, 3 - std::min<std::size_t>(3, percent.size()), ' ');
  return "working [" + std::string(filled, '=') + std::string(bar_width - filled, ' ') + "] " +
         percent + "%, " + whole_seconds(seconds * (1 - share) / share) + " left";
}

Working::Working(Terminal& terminal) : terminal_(&terminal) {
  if (terminal.error_is_terminal && !terminal.quiet)
    drawer_ = std::jthread([this](const std::stop_token& stop) { draw(stop); });
}

Working::~Working() {
  if (!drawer_.joinable()) return;
  drawer_.request_stop();
  drawer_.join();
}

std::function<void(std::uint64_t, std::uint64_t)> Working::report() {
  return [this](std::uint64_t done, std::uint64_t total) {
    total_.store(total, std::memory_order_relaxed);
    done_.store(done, std::memory_order_relaxed);
  };
}

void Working::draw(const std::stop_token& stop) {
  using Clock = std::chrono::steady_clock;
  std::mutex mutex;
  std::condition_variable_any bell;
  std::unique_lock lock(mutex);
  const auto start = Clock::now();
  bool drawn = false;
  const auto stopped_within = [&](std::chrono::milliseconds time) {
    return bell.wait_for(lock, stop, time, [&] { return stop.stop_requested(); });
  };
  for (auto pause = std::chrono::milliseconds(1000); !stopped_within(pause);
       pause = std::chrono::milliseconds(200)) {
    const std::chrono::duration<double> seconds = Clock::now() - start;
    terminal_->write_error(std::string(clear_line) +
                           working_line(seconds.count(), done_.load(std::memory_order_relaxed),
                                        total_.load(std::memory_order_relaxed)));
    drawn = true;
  }
  if (drawn) terminal_->write_error(clear_line);
}

}  // namespace oscegraph::cli
