// SPDX-License-Identifier: Apache-2.0
//
// Writes the bar, at most ten times a second.
#include "oscegraph/cli/terminal/progress.hpp"

#include <algorithm>

#include "oscegraph/graph/text/text.hpp"

namespace oscegraph::cli {
namespace {

// Carriage return, then erase to the end of the line.
constexpr std::string_view clear_line = "\r\033[K";
constexpr std::uint64_t megabyte = 1'000'000;

}  // namespace

std::string progress_line(std::uint64_t done, std::uint64_t total) {
  constexpr std::uint64_t bar_width = 30;
  if (total == 0) return "reading " + grouped(done / megabyte) + " MB";
  const double share = std::min(1.0, static_cast<double>(done) / static_cast<double>(total));
  const auto filled = static_cast<std::size_t>(share * bar_width);
  std::string percent = to_text(static_cast<int>(share * 100));
  percent.insert(0, 3 - std::min<std::size_t>(3, percent.size()), ' ');
  return "reading [" + std::string(filled, '=') + std::string(bar_width - filled, ' ') + "] " +
         percent + "%  " + grouped(done / megabyte) + " of " + grouped(total / megabyte) + " MB";
}

void Progress::update(std::uint64_t done, std::uint64_t total) {
  if (!terminal_->error_is_terminal || terminal_->quiet) return;
  const Clock::time_point now = Clock::now();
  if (now < next_draw_) return;
  next_draw_ = now + std::chrono::milliseconds(100);
  drawn_ = true;
  terminal_->write_error(std::string(clear_line) + progress_line(done, total));
}

void Progress::finish() {
  if (drawn_) terminal_->write_error(clear_line);
  drawn_ = false;
}

}  // namespace oscegraph::cli
