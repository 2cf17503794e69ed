// SPDX-License-Identifier: Apache-2.0
//
// Tests that every row of the command table has a manual page that the index lists, a golden test,
// a help text, examples that parse, and options that agree with those of other commands.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/help/generated.hpp"
#include "oscegraph/cli/help/help_text.hpp"
#include "oscegraph/tests/cli/run_line.hpp"

namespace oscegraph::test {
namespace {

namespace fs = std::filesystem;
const fs::path source = OSCEGRAPH_SOURCE;

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool has_golden_test(std::string_view command) {
  const std::string start = std::string(command) + "-";
  return std::ranges::any_of(
      fs::directory_iterator(source / "tests" / "golden"), [&](const fs::directory_entry& entry) {
        return entry.path().filename().string().starts_with(start) && exists(entry.path() / "cmd");
      });
}

BOOST_AUTO_TEST_SUITE(command_table)

BOOST_AUTO_TEST_CASE(every_command_has_a_page_in_the_manual) {
  const std::string index = text_of(source / "docs" / "manual" / "README.md");
  for (const cli::Command* command : cli::commands()) {
    const std::string name(command->name);
    BOOST_TEST_CONTEXT(name) {
      const std::string page = text_of(source / "docs" / "manual" / (name + ".md"));
      BOOST_TEST(page.starts_with("# oscegraph " + name + "\n\n" + std::string(command->summary)));
      BOOST_TEST(page.find("```console\n$ oscegraph " + name) != std::string::npos);
      for (const cli::Option* option : command->options)
        BOOST_TEST(page.find("`--" + std::string(option->name)) != std::string::npos, option->name);
      BOOST_TEST(index.find("[" + name + "](" + name + ".md) | " + std::string(command->summary)) !=
                 std::string::npos);
    }
  }
}

BOOST_AUTO_TEST_CASE(every_command_has_a_golden_test) {
  for (const cli::Command* command : cli::commands())
    BOOST_TEST(has_golden_test(command->name), command->name);
}

BOOST_AUTO_TEST_CASE(every_row_says_something) {
  for (const cli::Command* command : cli::commands()) {
    BOOST_TEST_CONTEXT(command->name) {
      BOOST_TEST(!command->summary.empty());
      BOOST_TEST(!command->summary.ends_with('.'));
      BOOST_TEST(!command->description.empty());
      BOOST_TEST(!command->says_no.empty());
      BOOST_TEST(!command->examples.empty());
      for (const cli::Option* option : cli::options_of(*command)) {
        BOOST_TEST(!option->help.empty());
        BOOST_TEST(!option->help.ends_with('.'));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(examples_parse_and_use_their_command) {
  for (const cli::Command* command : cli::commands())
    for (const cli::Example& example : command->examples) {
      const std::string line(example.line.substr(0, example.line.find(" > ")));
      BOOST_TEST(line.starts_with("oscegraph "));
      BOOST_TEST(complaint_about(line.substr(10)) == "", example.line);
      BOOST_TEST((parse_line(line.substr(10)).command == command), example.line);
    }
}

// The line is parsed before the command is known, so an option such as --k cannot be a flag for one
// command and take a value for another.
BOOST_AUTO_TEST_CASE(an_option_has_one_shape_everywhere) {
  std::map<std::string_view, const cli::Option*> by_name;
  std::map<char, std::string_view> by_letter;
  for (const cli::Command* command : cli::commands())
    for (const cli::Option* option : cli::options_of(*command)) {
      const cli::Option& first = *by_name.try_emplace(option->name, option).first->second;
      BOOST_TEST((first.value == nullptr) == (option->value == nullptr), option->name);
      BOOST_TEST(first.letter == option->letter, option->name);
      if (option->letter != 0)
        BOOST_TEST(by_letter.try_emplace(option->letter, option->name).first->second ==
                   option->name);
    }
}

BOOST_AUTO_TEST_CASE(what_an_option_needs_or_excludes_exists) {
  for (const cli::Command* command : cli::commands()) {
    const auto options = cli::options_of(*command);
    const auto known = [&](const cli::Option* other) {
      return std::ranges::count(options, other) == 1;
    };
    for (const cli::Option* option : options) {
      BOOST_TEST((option->needs == nullptr || known(option->needs)), option->name);
      BOOST_TEST(std::ranges::all_of(option->excludes, known), option->name);
    }
  }
}

BOOST_AUTO_TEST_CASE(help_shows_every_option_within_its_width) {
  for (const cli::Command* command : cli::commands()) {
    const std::string help = cli::help_of(*command, 80);
    for (const cli::Option* option : cli::options_of(*command))
      BOOST_TEST(help.find("--" + std::string(option->name)) != std::string::npos);
    BOOST_TEST(run_line("help " + std::string(command->name)).out == help);
    BOOST_TEST(run_line(std::string(command->name) + " --help").out == help);
  }
  for (const cli::Command* command : cli::commands())
    BOOST_TEST(cli::overview(80).find("  " + std::string(command->name) + " ") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(generated_texts_know_every_command_and_option) {
  for (const cli::Generated& row : cli::generated_texts()) {
    const std::string text = run_line("help --as " + std::string(row.name)).out;
    BOOST_TEST_CONTEXT(row.name) {
      BOOST_TEST(text.ends_with('\n'));
      for (const cli::Command* command : cli::commands()) {
        BOOST_TEST(text.find(command->name) != std::string::npos);
        for (const cli::Option* option : command->options) {
          std::string name(option->name);  // the man page escapes hyphens
          if (row.name == "man")
            for (std::size_t at = 0; (at = name.find('-', at)) != std::string::npos; at += 2)
              name.insert(at, 1, '\\');
          BOOST_TEST(text.find(name) != std::string::npos, name);
        }
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace oscegraph::test
