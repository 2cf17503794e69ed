// SPDX-License-Identifier: Apache-2.0
//
// The one place that knows standard output, standard error and the environment. A default Terminal
// keeps everything in strings: the tests run commands with it.
#pragma once

#include <limits>
#include <string>
#include <string_view>

#include "oscegraph/exports/formats/table_formats.hpp"
#include "oscegraph/exports/output/output.hpp"

namespace oscegraph::cli {

class Terminal {
 public:
  Terminal() = default;
  /// This process's: colour only on a terminal and without NO_COLOR, its width unless COLUMNS says
  /// another; as wide as it gets when standard output is no terminal.
  static Terminal of_this_process();

  /// A line on standard error, "oscegraph: " before it; nothing when quiet.
  void note(std::string_view sentence);
  /// Bytes on standard error, quiet or not.
  void write_error(std::string_view bytes);

  /// What its commands work under.
  [[nodiscard]] Context context() const {
    return {.stop = stop, .threads = threads, .budget = budget};
  }

  Output out;          ///< standard output; whoever writes last commits
  std::string errors;  ///< what a Terminal of strings was told
  std::string inputs;  ///< $OSCEGRAPH_INPUT
  TableStyle table_style;
  bool error_is_terminal = false;
  bool quiet = false;
  Stop stop;             ///< the signals that end the process
  unsigned threads = 0;  ///< --threads; 0: as many as the machine runs at once
  double budget = std::numeric_limits<double>::infinity();  ///< --patience, in seconds

 private:
  bool writes_to_process_ = false;
};

}  // namespace oscegraph::cli
