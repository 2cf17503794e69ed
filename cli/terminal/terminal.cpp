// SPDX-License-Identifier: Apache-2.0
//
// Reads the environment and the size of the terminal, and writes to standard error.
#include "oscegraph/cli/terminal/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>

#include "oscegraph/exports/text/terminal_text.hpp"

namespace oscegraph::cli {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

/// What $COLUMNS says; 0: nothing.
std::size_t width_wanted() {
  const std::string text = environment("COLUMNS");
  std::size_t columns = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), columns);
  return error == std::errc() && end == text.data() + text.size() ? columns : 0;
}

/// 0: not known.
std::size_t width_of_standard_output(bool is_terminal) {
  if (const std::size_t columns = width_wanted(); columns > 0) return columns;
  winsize size{};
  if (!is_terminal || ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col;
}

}  // namespace

Terminal Terminal::of_this_process() {
  const bool output_is_terminal = ::isatty(STDOUT_FILENO) == 1;
  Terminal terminal;
  terminal.out = Output::to_standard_output();
  terminal.inputs = environment("OSCEGRAPH_INPUT");
  terminal.table_style.width = width_of_standard_output(output_is_terminal);
  terminal.table_style.colour = output_is_terminal && environment("NO_COLOR").empty();
  terminal.error_is_terminal = ::isatty(STDERR_FILENO) == 1;
  terminal.writes_to_process_ = true;
  return terminal;
}

void Terminal::note(std::string_view sentence) {
  if (!quiet) write_error("oscegraph: " + harmless(sentence) + "\n");
}

void Terminal::write_error(std::string_view bytes) {
  if (!writes_to_process_) {
    errors += bytes;
    return;
  }
  while (!bytes.empty()) {
    const ssize_t written = ::write(STDERR_FILENO, bytes.data(), bytes.size());
    if (written <= 0) return;  // nowhere left to complain
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace oscegraph::cli
