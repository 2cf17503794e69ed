// SPDX-License-Identifier: Apache-2.0
//
// Draws a progress bar on standard error while inputs are read, if this lasts longer than a second.
// Draws nothing if standard error is not a terminal or the user asked for quiet. Clears the bar at
// the end.
#pragma once

#include <chrono>
#include <cstdint>

#include "oscegraph/cli/terminal/terminal.hpp"

namespace oscegraph::cli {

/// "[=====     ]  50%  512 of 1,024 MB"; without a total only the megabytes read.
std::string progress_line(std::uint64_t done, std::uint64_t total);

class Progress {
 public:
  explicit Progress(Terminal& terminal) : terminal_(&terminal) {}
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  /// Clears the bar also when an exception is thrown, so that the error starts on an empty line.
  ~Progress() { finish(); }

  /// Cheap: looks at the clock, and draws at most ten times a second.
  void update(std::uint64_t done, std::uint64_t total);
  void finish();

 private:
  using Clock = std::chrono::steady_clock;
  Terminal* terminal_;
  Clock::time_point next_draw_ = Clock::now() + std::chrono::seconds(1);
  bool drawn_ = false;
};

}  // namespace oscegraph::cli
