// SPDX-License-Identifier: Apache-2.0
//
// Declares Terminal, through which all commands use standard output, standard error and the
// environment. A default-constructed Terminal keeps all output in strings; tests run commands with
// it.
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
  /// The Terminal of this process. It uses colour only on a terminal and without NO_COLOR. The
  /// width is that of the terminal unless COLUMNS gives another; when standard output is no
  /// terminal, there is no limit.
  static Terminal of_this_process();

  /// Writes a line on standard error, after "oscegraph: "; nothing when quiet.
  void note(std::string_view sentence);
  /// Writes bytes on standard error, also when quiet.
  void write_error(std::string_view bytes);

  /// The conditions under which its commands work.
  [[nodiscard]] Context context() const {
    return {.stop = stop, .threads = threads, .budget = budget};
  }

  Output out;          ///< standard output; whoever writes last commits
  std::string errors;  ///< what was written to standard error, if the Terminal keeps strings
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
