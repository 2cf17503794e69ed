// SPDX-License-Identifier: Apache-2.0
//
// The command that docs/adding-a-command.md shows. It lives here so that it is compiled and run; the
// lines between the scissors are the ones on the page, and a test compares.
// 8< ---
#include <string>

#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/delivery/question.hpp"
#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/cli/options/value_types.hpp"
#include "oscegraph/queries/direction.hpp"

namespace oscegraph::cli {
namespace {

constexpr OptionOf<std::size_t> least({.name = "least", .help = "how many edges"}, count_value,
                                      [] { return std::size_t{5}; });

/// The question: which nodes have at least so many edges?
Answer ask(Question& question) {
  const Subset& scope = question.scope();  // the graph, as --at, --relation and the like leave it
  const Graph& graph = scope.graph();
  const std::size_t wanted = question.values()[least];

  Table table;
  table.title = "Nodes with " + std::to_string(wanted) + " edges or more";
  table.columns = {
      {"node", ColumnType::text}, detail_column("node_id"), {"edges", ColumnType::integer}};
  Subset found(graph);
  PeriodicCheck check(question.context());  // whether somebody wants us to stop
  for (const NodeId n : scope.nodes()) {    // in order of id
    std::size_t edges = 0;
    for_each_edge(scope, n, Direction::both, [&](EdgeId, NodeId) { ++edges; });
    check.count(edges);
    if (edges < wanted) continue;
    table.add_row({text_cell(graph.node_name(n)), text_cell(graph.node_id(n)), count_cell(edges)});
    found.insert_node(n);
  }
  found.insert_edges_between(scope);
  return {table, found};
}

constexpr auto options = option_list(least);

constexpr std::array examples{
    Example{"oscegraph hubs --least 8 -o hubs.svg", "the busiest, drawn"},
};

}  // namespace

extern const Command hubs_command;  // this line goes into commands.hpp

constinit const Command hubs_command{
    .name = "hubs",
    .summary = "Which nodes have many edges",
    .description = "Lists the nodes that have at least --least edges.",
    .options = options,
    .groups = groups_of_a_question,
    .examples = examples,
    .says_no = "the input has a mistake, or cannot be read",
    .ask = ask,
};

}  // namespace oscegraph::cli
// --- >8

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>

#include "oscegraph/cli/delivery/flow.hpp"
#include "oscegraph/cli/options/check_given.hpp"
#include "oscegraph/cli/terminal/terminal.hpp"

namespace oscegraph::cli {
namespace {

std::string text_of(const std::string& path) {
  std::ifstream file(std::string(OSCEGRAPH_SOURCE) + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

BOOST_AUTO_TEST_SUITE(adding_a_command)

BOOST_AUTO_TEST_CASE(the_template_works) {
  Terminal terminal;
  const std::vector<GivenOption> given{{hubs_command.options.front(), "20"}};
  const Values values =
      check_given(given, {"option", [](std::string_view name) { return std::string(name); }});
  const int exit = run_question({&hubs_command, {}, values}, terminal);
  BOOST_TEST(exit == 0);
  BOOST_TEST(terminal.out.text().starts_with("Nodes with 20 edges or more\n\nnode"));
}

BOOST_AUTO_TEST_CASE(the_page_shows_this_file) {
  const std::string here = text_of("/tests/cli/adding_a_command.cpp");
  const std::string start = "// 8< ---\n";
  const std::size_t first = here.find(start) + start.size();
  const std::string shown = here.substr(first, here.find("// --- >8") - first);
  const std::string page = text_of("/docs/adding-a-command.md");
  BOOST_TEST(page.find("```cpp\n// SPDX-License-Identifier: Apache-2.0\n" + shown + "```\n") !=
             std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace oscegraph::cli
