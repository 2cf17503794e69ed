// SPDX-License-Identifier: Apache-2.0
//
// The command `check`: reads the inputs to the end and prints the mistakes in them, one per line,
// as file:line:column and a sentence. Editors and CI systems understand this form. Other commands
// stop at the first mistake.
#include <algorithm>
#include <tuple>

#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/delivery/inputs.hpp"
#include "oscegraph/cli/model/exit_code.hpp"
#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/cli/options/value_types.hpp"
#include "oscegraph/exports/text/terminal_text.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph::cli {
namespace {

constexpr OptionOf<std::size_t> max_errors(
    {.name = "max-errors", .help = "stop looking after so many problems, show as many warnings"},
    count_value, [] { return std::size_t{20}; });

/// By place: names are only resolved when all is read, so problems come in no order of lines.
std::vector<Problem> in_order_of_place(std::vector<Problem> problems) {
  std::ranges::stable_sort(problems, {}, [](const Problem& problem) {
    return std::tie(problem.place.file, problem.place.line, problem.place.column);
  });
  return problems;
}

/// What may be meant, and may be a mistake.
std::string doubts_of(const SameNames& names, std::size_t most) {
  std::string doubts;
  for (Problem problem : names.first) {
    problem.what.insert(0, "warning: ");
    doubts += harmless(sentence(problem)) + "\n";
  }
  if (names.count > names.first.size())
    doubts += "and " + counted(names.count - names.first.size(), "more warning") +
              " of this kind: --max-errors " + to_text(most * 5) + " shows more\n";
  return doubts;
}

std::string report_of(const Problems& problems, const SameNames& names, std::size_t most) {
  std::string report;
  for (const Problem& problem : in_order_of_place(problems.list()))
    report += harmless(sentence(problem)) + "\n";
  report += doubts_of(names, most) + counted(problems.list().size(), "problem");
  if (names.count > 0) report += ", " + counted(names.count, "warning");
  if (problems.list().size() >= most)
    report += "; there may be more: --max-errors " + to_text(most * 5) + " looks further";
  return report + "\n";
}

/// What names were taken for, one a line.
std::string names_read(const Loaded& loaded, std::size_t most) {
  std::string lines;
  for (std::size_t i = 0; i < std::min(loaded.read_names.size(), most); ++i) {
    const Loaded::ReadName& read = loaded.read_names[i];
    lines += harmless(sentence({read.place, "note: " + in_quotes(read.text) + " is read as " +
                                                in_quotes(read.name) + " (" + read.id + ")"})) +
             "\n";
  }
  if (const std::size_t all = loaded.read_names.size(); all > most)
    lines += "and " + counted(all - most, "more name") +
             " that are read otherwise than they are written: --max-errors " + to_text(all) +
             " shows all\n";
  for (std::size_t i = 0; i < std::min(loaded.joined.size(), most); ++i) {
    const Loaded::Joined& joined = loaded.joined[i];
    lines += harmless("note: " + in_quotes(joined.name) + " (" + joined.id + ") is " + joined.into +
                      ", which is called the same") +
             "\n";
  }
  if (const std::size_t all = loaded.joined.size(); all > most)
    lines += "and " + counted(all - most, "more node") +
             " merged with others of the same name: --max-errors " + to_text(all) + " shows all\n";
  for (std::size_t i = 0; i < std::min(loaded.spelt.size(), most); ++i) {
    const Loaded::Spelt& spelt = loaded.spelt[i];
    std::vector<std::string> others;
    for (const std::string& other : spelt.others) others.push_back(in_quotes(other));
    lines += harmless("note: " + in_quotes(spelt.id) + " is called " + in_quotes(spelt.name) +
                      ", and also " + join_and(others)) +
             "\n";
  }
  return lines;
}

std::string praise_of(const Loaded& loaded) {
  std::string praise = "no problems";
  if (const std::size_t warnings = loaded.same_names.count; warnings > 0)
    praise += ", " + counted(warnings, "warning");
  praise += ": " + counted(loaded.graph.document_count(), "document") + ", " +
            counted(loaded.graph.node_count(), "node") + ", " +
            counted(loaded.graph.claim_count(), "claim");
  if (!loaded.sources.empty()) praise += " in " + counted(loaded.sources.size(), "file");
  return praise + "\n";
}

int run_check(const Invocation& invocation, Terminal& terminal) {
  const std::size_t most = invocation.values[max_errors];
  Problems problems(most);
  LoadOptions options;
  options.most_same_names = most;
  const Loaded loaded = load_inputs(invocation.values, terminal, problems, std::move(options));
  const bool fine = problems.list().empty();
  terminal.out.append(names_read(loaded, most));
  terminal.out.append(fine ? doubts_of(loaded.same_names, most) + praise_of(loaded)
                           : report_of(problems, loaded.same_names, most));
  terminal.out.commit();
  return fine ? done : data_says_no;
}

constexpr auto options = option_list(max_errors);

constexpr std::array examples{
    Example{"oscegraph check -i claims.jsonl", "every mistake in one file"},
    Example{"oscegraph check -i press/ --max-errors 1000", "a folder, all of it"},
};

}  // namespace

constinit const Command check_command{
    .name = "check",
    .summary = "What is wrong with the input: every mistake, as file:line:column and a sentence",
    .description =
        "Reads the inputs, goes on after each mistake, and prints every one on a line of its own: "
        "the file, the line and the column, what is wrong, what is allowed, what to do. Then how "
        "many there are. Names are looked up only of records whose other fields are right: check "
        "again "
        "after mending. Nodes of one kind that are called the same are warned of, with both ids: "
        "they "
        "may be one node that has two.",
    .options = options,
    .groups = groups_of_a_check,
    .examples = examples,
    .says_no = "the input has problems, or cannot be read",
    .run = run_check,
};

}  // namespace oscegraph::cli
