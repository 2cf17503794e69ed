// SPDX-License-Identifier: Apache-2.0
//
// Declares Command, which describes a command as plain data, and Invocation, which is what parsing
// makes of a command line. Each command is a file commands/NAME.cpp that defines one constant of
// this type, and a row in commands/commands.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/cli/options/option.hpp"
#include "oscegraph/cli/options/values.hpp"

namespace oscegraph {
struct Answer;
struct Cost;
class Subset;
}  // namespace oscegraph

namespace oscegraph::cli {

struct Command;
class Question;
class Terminal;

/// A command line that was checked. No file has been opened.
struct Invocation {
  const Command* command = nullptr;
  std::vector<std::string> arguments;
  Values values;
};

struct Example {
  std::string_view line;  ///< what to type, after the "$ "
  std::string_view why;   ///< a phrase
};

/// What `-o FILE` holds when the extension fits both a table and a graph format.
enum class Delivers : std::uint8_t { table_first, graph_only };

struct Command {
  std::string_view name;
  std::string_view summary;  ///< the question it answers, in one phrase
  std::span<const Argument> arguments{};
  std::string_view description;  ///< paragraphs, with an empty line between
  std::span<const Option* const> options{};
  std::span<const OptionGroup* const> (*groups)() = nullptr;
  std::span<const Example> examples{};
  std::string_view says_no;  ///< when the exit code is 1
  Delivers delivers = Delivers::table_first;
  /// The format that `-o x.svg` means, if not the drawing of a network; "" is that drawing. `x.png` and
  /// `x.pdf` are its images: the same name with "-png" or "-pdf".
  std::string_view (*picture)(const Values&) = nullptr;
  /// The function that answers the command's question to the graph. It need not read inputs, narrow
  /// or deliver; the server calls it too. Throws Error.
  Answer (*ask)(Question&) = nullptr;
  /// What an answer costs, by the table in queries/cost.cpp; null: every node and edge is read
  /// once. --patience and the limits of the server use it before the question is asked.
  std::vector<Cost> (*cost)(const Values&, const Subset& scope) = nullptr;
  /// The function for any other work; returns the exit code. Throws Error. Exactly one of `ask` and
  /// `run` is set.
  int (*run)(const Invocation&, Terminal&) = nullptr;
};

/// The command's own options, then its groups', in order.
std::vector<const Option*> options_of(const Command& command);

/// "funding [OPTIONS]", "path FROM TO [OPTIONS]".
std::string usage_of(const Command& command);

}  // namespace oscegraph::cli
