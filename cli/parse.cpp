// SPDX-License-Identifier: Apache-2.0
//
// Splits the command line with Boost.Program_options, and checks the parts by the rows of the
// command table. Only this file includes Boost.Program_options, which takes seconds to compile. The
// command is known only after the line is split, so the line is split with the options of all
// commands. This works because an option has the same form in every command that has it (a test
// checks this).
#include "oscegraph/cli/parse.hpp"

#include <algorithm>
#include <boost/program_options/options_description.hpp>
#include <boost/program_options/parsers.hpp>

#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/options/check_given.hpp"
#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/graph/text/nearest.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/loader/formats/format.hpp"

namespace oscegraph::cli {
namespace {

namespace po = boost::program_options;

std::string dashed(std::string_view name) { return "--" + std::string(name); }

/// Every option any command has, each name once.
std::vector<const Option*> all_options() {
  std::vector<const Option*> all;
  for (const Command* command : commands())
    for (const Option* option : options_of(*command))
      if (std::ranges::find(all, option->name, &Option::name) == all.end()) all.push_back(option);
  return all;
}

po::options_description describe(const std::vector<const Option*>& options) {
  po::options_description description;
  for (const Option* option : options) {
    std::string spelling(option->name);
    if (option->letter != 0) spelling += std::string(",") + option->letter;
    const bool is_flag = option->value == nullptr;
    description.add_options()(spelling.c_str(), new po::untyped_value(is_flag));
  }
  return description;
}

/// What the option would like, for "needs a value".
std::string wish_of(std::string_view spelling) {
  const auto options = all_options();
  const auto found = std::ranges::find_if(options, [&](const Option* option) {
    return dashed(option->name) == spelling ||
           (spelling.size() == 2 && spelling.front() == '-' && spelling.back() == option->letter);
  });
  if (found == options.end() || (*found)->value == nullptr) return {};
  const ValueType& type = *(*found)->value;
  if (type.choices != nullptr) return "allowed are " + join(type.choices(), ", ");
  return std::string(type.allowed);
}

UsageError needs_value(const std::string& spelling) {
  return UsageError("option " + in_quotes(spelling) + " needs a value", wish_of(spelling));
}

UsageError worded(const po::invalid_command_line_syntax& fault) {
  const std::string option = in_quotes(fault.get_option_name());
  switch (fault.kind()) {
    case po::invalid_syntax::missing_parameter:
    case po::invalid_syntax::empty_adjacent_parameter: return needs_value(fault.get_option_name());
    case po::invalid_syntax::extra_parameter:
      return UsageError("option " + option + " takes no value");
    default: return UsageError(fault.what());
  }
}

/// The line taken apart: options, and the words that are none.
struct Line {
  struct Given {
    std::string name;  ///< without dashes when known, as typed otherwise
    std::string value;
    bool known;
  };
  std::vector<Given> options;
  std::vector<std::string> words;

  [[nodiscard]] bool has(std::string_view name) const {
    return std::ranges::any_of(options, [&](const Given& g) { return g.known && g.name == name; });
  }
};

/// Boost lets "-o --as csv" give -o the value "--as". A value that is an option was meant as one;
/// "--output=--as" is still possible.
bool swallowed_an_option(const po::option& option, const std::vector<const Option*>& known) {
  if (option.original_tokens.size() < 2 || option.position_key >= 0) return false;
  const std::string& value = option.original_tokens.back();
  return std::ranges::any_of(known, [&](const Option* other) {
    return value == dashed(other->name) ||
           (other->letter != 0 && value == std::string("-") + other->letter);
  });
}

Line take_apart(std::span<const std::string> words) {
  using namespace po::command_line_style;
  constexpr int style = allow_long | allow_short | allow_dash_for_short | long_allow_adjacent |
                        long_allow_next | short_allow_adjacent | short_allow_next | allow_sticky;
  const auto known = all_options();
  const po::options_description description = describe(known);
  Line line;
  try {
    const auto parsed =
        po::command_line_parser(std::vector<std::string>(words.begin(), words.end()))
            .options(description)
            .style(style)
            .allow_unregistered()
            .run();
    for (const po::option& option : parsed.options) {
      if (swallowed_an_option(option, known)) throw needs_value(option.original_tokens.front());
      const std::string value = option.value.empty() ? "" : option.value.front();
      if (option.position_key >= 0) line.words.push_back(value);
      else line.options.push_back({option.string_key, value, !option.unregistered});
    }
  } catch (const po::invalid_command_line_syntax& fault) {
    throw worded(fault);
  } catch (const po::error& fault) {
    throw UsageError(fault.what());
  }
  return line;
}

std::string see_help(std::string_view command) {
  return "'oscegraph help" + (command.empty() ? "" : " " + std::string(command)) + "' lists ";
}

/// `typed` is what the user wrote, with its dashes.
UsageError unknown_option(std::string_view typed, const Command* command) {
  const auto options = command != nullptr ? options_of(*command) : all_options();
  std::vector<std::string> spellings;
  for (const Option* option : options) spellings.push_back(dashed(option->name));
  const std::vector<std::string_view> candidates(spellings.begin(), spellings.end());
  std::string next = did_you_mean(typed, candidates);
  if (next.empty()) next = see_help(command != nullptr ? command->name : "") + "the options";
  return UsageError("unknown option " + in_quotes(typed), {}, next);
}

UsageError option_of_another(std::string_view name, const Command& command) {
  std::vector<std::string> owners;
  for (const Command* other : commands())
    if (std::ranges::count(options_of(*other), name, &Option::name) > 0)
      owners.push_back(in_quotes(other->name));
  const std::string allowed = owners.size() > 3 ? "" : join_or(owners) + " has it";
  return UsageError(in_quotes(command.name) + " has no option " + in_quotes(dashed(name)), allowed,
                    see_help(command.name) + "its options");
}

std::string typed_as(const Line::Given& given) {
  return given.name.starts_with('-') ? given.name : dashed(given.name);
}

const Command& find_command_of(const Line& line) {
  const auto stray = std::ranges::find(line.options, false, &Line::Given::known);
  if (line.words.empty()) {
    if (stray != line.options.end()) throw unknown_option(typed_as(*stray), nullptr);
    throw UsageError("no command given", "a command is one of " + join(command_names(), ", "),
                     "'oscegraph help' says what each answers");
  }
  const Command* command = find_command(line.words.front());
  if (command != nullptr) return *command;
  if (stray != line.options.end()) throw unknown_option(typed_as(*stray), nullptr);
  std::string next = did_you_mean(line.words.front(), command_names());
  if (next.empty()) next = see_help("") + "the commands";
  throw UsageError("unknown command " + in_quotes(line.words.front()), {}, next);
}

Values check_options(const Line& line, const Command& command) {
  const auto known = options_of(command);
  std::vector<GivenOption> given_options;
  for (const Line::Given& given : line.options) {
    if (!given.known) throw unknown_option(typed_as(given), &command);
    const auto found = std::ranges::find(known, given.name, &Option::name);
    if (found == known.end()) throw option_of_another(given.name, command);
    given_options.push_back({*found, given.value});
  }
  return check_given(given_options, {"option", dashed});
}

std::vector<std::string> check_arguments(const Line& line, const Command& command) {
  std::vector<std::string> arguments(line.words.begin() + 1, line.words.end());
  const std::string usage = "usage: oscegraph " + usage_of(command);
  for (std::size_t i = 0; i < command.arguments.size(); ++i) {
    const Argument& argument = command.arguments[i];
    if (i >= arguments.size()) {
      if (!argument.required) break;
      throw UsageError(in_quotes(command.name) + " needs " + std::string(argument.meaning), usage);
    }
    if (argument.value != nullptr) (void)read_value(*argument.value, arguments[i], {});
  }
  const bool repeats = !command.arguments.empty() && command.arguments.back().repeats;
  if (arguments.size() > command.arguments.size() && !repeats) {
    const std::string& extra = arguments[command.arguments.size()];
    const bool file = input_format_for_path(extra) != nullptr;
    throw UsageError(in_quotes(command.name) + " does not know what to do with " + in_quotes(extra),
                     usage,
                     file ? "'-i " + extra + "' reads it"
                          : "a name of several words needs quotes: \"North Macedonia\"");
  }
  return arguments;
}

void check_without_argument(const Values& values, const std::vector<std::string>& arguments) {
  if (arguments.empty()) return;
  for (const Option* option : values.options())
    if (option->without_argument)
      throw UsageError("option " + in_quotes(dashed(option->name)) + " goes without " +
                           in_quotes(arguments.front()),
                       {}, "leave one of them out");
}

Invocation ask_for_help(const Line& line) {
  Invocation help{&help_command, {}, {}};
  if (!line.words.empty() && find_command(line.words.front()) != nullptr)
    help.arguments.push_back(line.words.front());
  return help;
}

}  // namespace

Invocation parse(std::span<const std::string> words) {
  const Line line = take_apart(words);
  if (words.empty() || line.has("help")) return ask_for_help(line);
  if (line.has("version")) return {&version_command, {}, {}};
  const Command& command = find_command_of(line);
  Values values = check_options(line, command);
  std::vector<std::string> arguments = check_arguments(line, command);
  check_without_argument(values, arguments);
  return {&command, std::move(arguments), std::move(values)};
}

}  // namespace oscegraph::cli
