// SPDX-License-Identifier: Apache-2.0
//
// A line on standard error while a question is being worked on for longer than a second: how long
// already, and when the work reports how much of it is done, a bar and how long it may yet take. A
// thread of its own draws it, so that work which reports nothing is seen to go on as well. Draws
// nothing when standard error is not a terminal or the user asked for quiet, and clears itself when
// done, also when an error passes by.
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
  /// Nobody else may write to standard error until it is gone.
  explicit Working(Terminal& terminal);
  Working(const Working&) = delete;
  Working& operator=(const Working&) = delete;
  ~Working();

  /// For the work to call, from one thread at a time. Valid as long as this object.
  [[nodiscard]] std::function<void(std::uint64_t done, std::uint64_t total)> report();

 private:
  void draw(const std::stop_token& stop);

  Terminal* terminal_;
  std::atomic<std::uint64_t> done_{0};
  std::atomic<std::uint64_t> total_{0};
  std::jthread drawer_;  ///< the last member: it uses the others
};

}  // namespace oscegraph::cli
