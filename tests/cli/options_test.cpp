// SPDX-License-Identifier: Apache-2.0
//
// Tests every option of every command: the value that is read from the command line, the default
// value, and that the option is refused where it would have no effect.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <concepts>
#include <map>

#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/delivery/deliver.hpp"
#include "oscegraph/cli/options/check_given.hpp"
#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/cli/options/value_types.hpp"
#include "oscegraph/cli/serve/endpoint.hpp"
#include "oscegraph/tests/cli/run_line.hpp"

namespace oscegraph::test {
namespace {

using cli::Option;

// Options are read by what they are, never by a name, and give what their type reads.
template <typename Key>
concept Readable = requires(const cli::Values& values, const Key& key) { values[key]; };
static_assert(!Readable<const char*>);
static_assert(!Readable<std::string_view>);
static_assert(!Readable<Option>);
template <const auto& option>
using Read = decltype(std::declval<const cli::Values&>()[option]);
static_assert(std::same_as<Read<cli::option::quiet>, bool>);
static_assert(std::same_as<Read<cli::option::threads>, std::size_t>);
static_assert(std::same_as<Read<cli::option::since>, std::optional<Date>>);
static_assert(std::same_as<Read<cli::option::relation>, std::vector<Relation>>);

std::string dashed(const Option& option) { return "--" + std::string(option.name); }

/// A value that the option takes.
std::string value_for(const Option& option) {
  if (option.value == nullptr) return {};
  if (option.value->choices != nullptr) return std::string(option.value->choices().front());
  static const std::map<std::string_view, std::string> by_placeholder{
      {"DATE", "2024"},    {"N", "2"},           {"NUMBER", "2"},
      {"FRACTION", "0.5"}, {"WEIGHT", "claims"}, {"CURRENCY:FLOW", "EUR:committed"},
      {"PATH", "x.csv"},   {"FILE", "lost.csv"}, {"TOKEN", "0123456789abcdef"}};
  const auto found = by_placeholder.find(option.value->placeholder);
  return found == by_placeholder.end() ? "x" : found->second;
}

std::string given(const Option& option) {
  return " " + dashed(option) + (option.value == nullptr ? "" : " " + value_for(option));
}

/// The command with as many arguments as it needs.
std::string line_of(const cli::Command& command) {
  std::string line(command.name);
  for (const cli::Argument& argument : command.arguments)
    if (argument.required) line += " x";
  return line;
}

/// Why the delivery is refused; "" when it is not.
std::string refusal_of_plan(const std::string& line) {
  const cli::Invocation invocation = parse_line(line);
  try {
    (void)cli::plan_delivery(*invocation.command, invocation.values);
    return {};
  } catch (const UsageError& error) {
    return error.what();
  }
}

bool delivers(const cli::Command& command) {
  return std::ranges::count(cli::options_of(command), &cli::option::as) > 0;
}

template <typename Check>
void for_each_option(const Check& check) {
  for (const cli::Command* command : cli::commands())
    for (const Option* option : cli::options_of(*command))
      BOOST_TEST_CONTEXT(command->name << " --" << option->name) { check(*command, *option); }
}

BOOST_AUTO_TEST_SUITE(options)

BOOST_AUTO_TEST_CASE(a_value_reads_as_its_type_says) {
  for_each_option([](const cli::Command&, const Option& option) {
    if (option.value != nullptr) BOOST_TEST(option.value->read(value_for(option)).has_value());
  });
}

// What help calls the fallback could be typed.
BOOST_AUTO_TEST_CASE(a_fallback_is_a_value_of_its_type) {
  std::size_t fallbacks = 0;
  const auto check = [&](const Option& option) {
    const std::string word = option.fallback_word();
    if (word.empty()) return;
    ++fallbacks;
    const bool special = !option.otherwise.empty();  // a value that cannot be typed has words
    BOOST_TEST((special || option.value->read(word).has_value()), option.name << ": " << word);
    if (!option.says_fallback && !special)
      BOOST_TEST(cli::help_of(option).find("; " + word + " unless given") != std::string::npos);
  };
  for_each_option([&](const cli::Command&, const Option& option) { check(option); });
  for (const cli::Endpoint& endpoint : cli::endpoints())
    for (const Option* option : cli::options_of(endpoint)) check(*option);
  BOOST_TEST(fallbacks > 20);
}

BOOST_AUTO_TEST_CASE(an_option_is_refused_without_what_it_needs) {
  for_each_option([](const cli::Command& command, const Option& option) {
    if (option.needs == nullptr) return;
    const std::string line = line_of(command) + given(option);
    BOOST_TEST(complaint_about(line) == "option '" + dashed(option) +
                                            "' means something only beside '" +
                                            dashed(*option.needs) + "'");
    BOOST_TEST(complaint_about(line + given(*option.needs)).find("means something") ==
               std::string::npos);
  });
}

BOOST_AUTO_TEST_CASE(options_that_exclude_each_other_are_refused) {
  for_each_option([](const cli::Command& command, const Option& option) {
    for (const Option* other : cli::excluded_by(option))
      BOOST_TEST(complaint_about(line_of(command) + given(option) + given(*other)) ==
                 "options '" + dashed(option) + "' and '" + dashed(*other) +
                     "' exclude each other; give one of them");
  });
}

BOOST_AUTO_TEST_CASE(an_option_is_refused_by_outputs_that_do_not_show_it) {
  for_each_option([](const cli::Command& command, const Option& option) {
    if (!delivers(command)) return;
    const std::string with_it = line_of(command) + given(option);
    if (!complaint_about(with_it).empty())
      return;  // it needs others, which have tests of their own
    switch (option.shown_by) {
      case cli::ShownBy::all: break;
      case cli::ShownBy::rows:
        BOOST_TEST(refusal_of_plan(with_it).empty());
        BOOST_TEST(refusal_of_plan(with_it + " --as gexf")
                       .starts_with(dashed(option) + " is about rows, and this writes a graph"));
        break;
      case cli::ShownBy::graphs:
      case cli::ShownBy::looks:
        BOOST_TEST(refusal_of_plan(with_it + " --as gexf").empty());
        if (command.delivers == cli::Delivers::table_first)
          BOOST_TEST(refusal_of_plan(with_it).starts_with(
              dashed(option) + " is about graph formats, and this writes rows"));
        if (option.shown_by == cli::ShownBy::looks)
          BOOST_TEST(refusal_of_plan(with_it + " --as jsonl")
                         .starts_with("'" + dashed(option) + "' means nothing to 'jsonl'"));
        break;
      case cli::ShownBy::layouts:
        BOOST_TEST(refusal_of_plan(with_it + " --as svg").empty());
        BOOST_TEST(refusal_of_plan(with_it + " --as gexf")
                       .starts_with("'" + dashed(option) + "' means nothing to 'gexf'"));
        break;
      case cli::ShownBy::flows:
        BOOST_TEST(refusal_of_plan(with_it + " --as sankey").empty());
        BOOST_TEST(refusal_of_plan(with_it + " --as gexf")
                       .starts_with("'" + dashed(option) + "' means nothing to 'gexf'"));
        break;
    }
  });
}

BOOST_AUTO_TEST_CASE(how_to_read_inputs_is_refused_without_any) {
  for (const std::string_view command :
       {"info", "check", "export --as jsonl", "path Norway Germany"})
    for (const std::string_view option : {"--format csv", "--map x.map", "--create-missing"}) {
      const Ran ran = run_line(std::string(command) + " " + std::string(option));
      const std::string name(option.substr(0, option.find(' ')));
      BOOST_TEST(ran.exit == cli::wrong_usage);
      BOOST_TEST(ran.errors == "oscegraph: '" + name +
                                   "' means nothing to the built-in example; it says how to read "
                                   "what -i names\n");
    }
}

BOOST_AUTO_TEST_CASE(what_help_is_made_into_has_no_subject) {
  BOOST_TEST(complaint_about("help --as man funding") ==
             "option '--as' goes without 'funding'; leave one of them out");
}

BOOST_AUTO_TEST_CASE(an_evaluation_is_of_all_that_is_read) {
  BOOST_TEST(complaint_about("evaluate gold.jsonl -i x --since 2024") ==
             "'evaluate' has no option '--since'; 'oscegraph help evaluate' lists its options");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace oscegraph::test
