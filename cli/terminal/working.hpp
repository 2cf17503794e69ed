// SPDX-License-Identifier: Apache-2.0
//
// Draws a line on standard error while a question takes longer than a second. The line shows how
// long the work has taken. If the work reports how much of it is done, it shows a bar instead, and
// how long the rest may take. A thread of its own draws the line, so the line also changes while
// the work reports nothing. Draws nothing if standard error is not a terminal or the user asked for
// quiet. Clears the line at the end, also when an exception is thrown.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <thread>

#include "oscegraph/cli/terminal/terminal.hpp"

namespace oscegraph::cli {

/// "working [=====     ]  50%, 12 s left"; while nothing is known but the time, "working, 12 s".
std::string working_line(double seconds, std::uint64_t done, std::uint64_t total);

class Working {
 public:
  /// No other code may write to standard error until this object is destroyed.
  explicit Working(Terminal& terminal);
  Working(const Working&) = delete;
  Working& operator=(const Working&) = delete;
  ~Working();

  /// A function that the work calls, from one thread at a time. Valid as long as this object.
  [[nodiscard]] std::function<void(std::uint64_t done, std::uint64_t total)> report();

 private:
  void draw(const std::stop_token& stop);

  Terminal* terminal_;
  std::atomic<std::uint64_t> done_{0};
  std::atomic<std::uint64_t> total_{0};
  std::jthread drawer_;  ///< the last member: it uses the others
};

}  // namespace oscegraph::cli
