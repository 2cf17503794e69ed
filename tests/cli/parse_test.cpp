// SPDX-License-Identifier: Apache-2.0
//
// Tests how command lines are parsed: options in any place, lists, help, and the error for each
// mistake.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/tests/cli/run_line.hpp"

namespace oscegraph::test {
namespace {

/// The value of a command's own option, which only its file can name.
template <typename T>
T own_value(const cli::Invocation& invocation, std::string_view name) {
  const auto own = invocation.command->options;
  const cli::Option& option = **std::ranges::find(own, name, &cli::Option::name);
  return invocation.values[static_cast<const cli::OptionOf<T>&>(option)];
}

BOOST_AUTO_TEST_SUITE(parsing)

BOOST_AUTO_TEST_CASE(a_command_with_options_in_any_place) {
  for (const auto* line : {"path A B -k 3 -i x", "-i x path A --k=3 B", "path -k3 -ix A B"}) {
    const cli::Invocation invocation = parse_line(line);
    BOOST_TEST(invocation.command == &cli::path_command);
    BOOST_TEST(invocation.arguments == (std::vector<std::string>{"A", "B"}));
    BOOST_TEST(own_value<std::size_t>(invocation, "k") == 3);
    BOOST_TEST(invocation.values[cli::option::input] == (std::vector<std::string>{"x"}));
  }
}

BOOST_AUTO_TEST_CASE(lists_and_repeats_add_up) {
  const cli::Invocation invocation =
      parse_line("funding --relation funds,hosts --relation part_of -i a -i b");
  BOOST_TEST((invocation.values[cli::option::relation] ==
              std::vector{Relation::funds, Relation::hosts, Relation::part_of}));
  BOOST_TEST(invocation.values[cli::option::input] == (std::vector<std::string>{"a", "b"}));
}

BOOST_AUTO_TEST_CASE(a_dash_is_a_value_and_two_dashes_end_the_options) {
  BOOST_TEST(parse_line("info -i - --format csv").values[cli::option::input].front() == "-");
  BOOST_TEST(parse_line("show -- --odd-name").arguments.front() == "--odd-name");
}

BOOST_AUTO_TEST_CASE(names_keep_their_spaces_and_bytes) {
  BOOST_TEST(parse_line("show 'Bosnia and Herzegovina'").arguments.front() ==
             "Bosnia and Herzegovina");
  BOOST_TEST(parse_line("show Türkiye").arguments.front() == "Türkiye");
}

BOOST_AUTO_TEST_CASE(help_wins_over_everything_wrong) {
  for (const auto* line : {"", "--help", "-h", "help"})
    BOOST_TEST(parse_line(line).command == &cli::help_command);
  for (const auto* line : {"path --help", "--help path", "path -h --bogus", "path A B C -h"}) {
    const cli::Invocation invocation = parse_line(line);
    BOOST_TEST(invocation.command == &cli::help_command);
    BOOST_TEST(invocation.arguments.front() == "path");
  }
  BOOST_TEST(parse_line("--version").command == &cli::version_command);
}

struct Wrong {
  std::string_view line;
  std::string_view sentence;
};

// Every kind of mistake in a command line, with the sentence for it.
constexpr Wrong wrong_lines[] = {
    {"fundin", "unknown command 'fundin'; did you mean 'funding' or 'cofunding'?"},
    {"qqq", "unknown command 'qqq'; 'oscegraph help' lists the commands"},
    {"--bogus", "unknown option '--bogus'; 'oscegraph help' lists the options"},
    {"qqq --bogus", "unknown option '--bogus'; 'oscegraph help' lists the options"},
    {"-i x",
     "no command given; a command is one of info, check, funding, show, neighbors, why, path, "
     "connect, centrality, components, communities, cofunding, similar, extract, evaluate, diff, "
     "export, serve, help; 'oscegraph help' says what each answers"},
    {"info --form csv", "unknown option '--form'; did you mean '--format'?"},
    {"info --bogus", "unknown option '--bogus'; 'oscegraph help info' lists the options"},
    {"info -z", "unknown option '-z'; 'oscegraph help info' lists the options"},
    {"path --top 3 A B",
     "'path' has no option '--top'; 'centrality' or 'similar' has it; 'oscegraph help path' lists "
     "its options"},
    {"check --relation funds",
     "'check' has no option '--relation'; 'oscegraph help check' lists its options"},
    {"funding --by", "option '--by' needs a value; allowed are state, office, project, donor"},
    {"funding --by=", "option '--by' needs a value; allowed are state, office, project, donor"},
    {"funding -o --as csv",
     "option '-o' needs a value; an output is a file, or '-' for standard output"},
    {"path A B -k", "option '--k' needs a value; a count is a whole number from 1"},
    {"funding --quiet=1", "option '--quiet' takes no value"},
    {"funding --by week",
     "--by: 'week' is not something to add up by; allowed are state, office, project, donor"},
    {"funding --by projects",
     "--by: 'projects' is not something to add up by; did you mean 'project'?"},
    {"funding --relation hosts,fund",
     "--relation: 'fund' is not a relation; did you mean 'funds'?"},
    {"funding --relation hosts,",
     "--relation: '' is not a relation; allowed are funds, implements, partners, assists, hosts, "
     "part_of, channels_to"},
    {"info --at yesterday",
     "--at: 'yesterday' is not a date; a date is YYYY, YYYY-MM or YYYY-MM-DD"},
    {"info --since 2024-02-30",
     "--since: '2024-02-30' is not a date; a date is YYYY, YYYY-MM or YYYY-MM-DD"},
    {"info --min-documents 0",
     "--min-documents: '0' is not a count; a count is a whole number from 1"},
    {"info --min-documents 99999999999999999999",
     "--min-documents: '99999999999999999999' is not a count; a count is a whole number from 1"},
    {"info --basis guess", "--basis: 'guess' is not a basis; allowed are stated, inferred"},
    {"info -i ''",
     "--input: '' is not an input; an input is a file, a folder, or '-' for standard input"},
    {"info --at 2024 --at 2025", "option '--at' is given twice; give it once"},
    {"funding --matrix --by state",
     "options '--matrix' and '--by' exclude each other; give one of them"},
    {"path A B --all -k 3", "options '--all' and '--k' exclude each other; give one of them"},
    {"path A B --max-length 3", "option '--max-length' means something only beside '--all'"},
    {"path", "'path' needs a node, by name or id; usage: oscegraph path FROM TO [OPTIONS]"},
    {"path A", "'path' needs another node, by name or id; usage: oscegraph path FROM TO [OPTIONS]"},
    {"show ''", "'' is not a node; a node is an id such as state:NO, or a name"},
    {"show Bosnia and Herzegovina",
     "'show' does not know what to do with 'and'; usage: oscegraph show [NODE] [OPTIONS]; a name "
     "of several words needs quotes: \"North Macedonia\""},
    {"help fundin", "'fundin' is not a command or topic; did you mean 'funding' or 'cofunding'?"},
    {"help --as pdf",
     "--as: 'pdf' is not something help can be made into; allowed are man, bash, zsh, fish"},
};

BOOST_AUTO_TEST_CASE(every_mistake_has_its_sentence) {
  for (const Wrong& wrong : wrong_lines) BOOST_TEST(complaint_about(wrong.line) == wrong.sentence);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace oscegraph::test
