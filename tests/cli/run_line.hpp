// SPDX-License-Identifier: Apache-2.0
//
// Runs a command line that a test writes as one text, with a Terminal that stores all output.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/cli/parse.hpp"
#include "oscegraph/cli/run.hpp"

namespace oscegraph::test {

/// Splits the line at spaces; 'quoted words' and "quoted words" stay together.
inline std::vector<std::string> words_of_line(std::string_view line) {
  std::vector<std::string> words;
  char quote = 0;
  bool in_word = false;
  for (const char c : line) {
    const bool opens = quote == 0 && (c == '\'' || c == '"');
    const bool ends = quote == 0 && c == ' ';
    if (!ends && !in_word) words.emplace_back();
    in_word = !ends;
    if (opens) quote = c;
    else if (c == quote) quote = 0;
    else if (!ends) words.back() += c;
  }
  return words;
}

inline cli::Invocation parse_line(std::string_view line) { return cli::parse(words_of_line(line)); }

/// The sentence of the error that parsing throws; "" when it throws none.
inline std::string complaint_about(std::string_view line) {
  try {
    parse_line(line);
    return {};
  } catch (const UsageError& error) {
    return error.what();
  }
}

struct Ran {
  int exit = 0;
  std::string out;
  std::string errors;
};

inline Ran run_line(std::string_view line, cli::Terminal terminal = {}) {
  Ran ran;
  try {
    ran.exit = cli::run(words_of_line(line), terminal);
  } catch (const UsageError& error) {
    cli::tell_error(error, terminal);
    ran.exit = cli::wrong_usage;
  } catch (const Error& error) {
    cli::tell_error(error, terminal);
    ran.exit = cli::data_says_no;
  }
  ran.out = terminal.out.text();
  ran.errors = terminal.errors;
  return ran;
}

}  // namespace oscegraph::test
