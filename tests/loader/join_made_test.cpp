// SPDX-License-Identifier: Apache-2.0
//
// Nodes of texts and of graph programs' files beside others that are called the same.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "oscegraph/graph/text.hpp"
#include "oscegraph/tests/loader/load_text.hpp"

namespace {

using namespace oscegraph;
using oscegraph::testing::Folder;

struct Node {
  std::string id;
  std::string kind;
  std::string name;
  std::string refs;
};

std::string graphml(const std::vector<Node>& nodes) {
  std::string text =
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">"
      "<key id=\"k\" for=\"node\" attr.name=\"kind\" attr.type=\"string\"/>"
      "<key id=\"n\" for=\"node\" attr.name=\"name\" attr.type=\"string\"/>"
      "<key id=\"f\" for=\"node\" attr.name=\"refs\" attr.type=\"string\"/>"
      "<graph edgedefault=\"directed\">";
  for (const Node& node : nodes)
    text += "<node id=\"" + node.id + "\"><data key=\"k\">" + node.kind +
            "</data><data key=\"n\">" + node.name + "</data><data key=\"f\">" + node.refs +
            "</data></node>";
  return text + "</graph></graphml>";
}

std::string jsonl(const std::vector<Node>& nodes) {
  std::string text;
  for (const Node& node : nodes)
    text += R"({"type":"node","id":")" + node.id + R"(","kind":")" + node.kind + R"(","name":")" +
            node.name + R"(","attributes":{"refs":")" + node.refs + "\"}}\n";
  return text;
}

/// "project:p: Safe Roads" for each node, "x is y" for each that became another, and what was told.
struct Seen {
  std::vector<std::string> nodes;
  std::vector<std::string> joined;
  std::vector<std::string> warnings;
};

Seen seen_in(const std::vector<std::pair<std::string, std::string>>& files) {
  const Folder folder;
  LoadOptions options;
  for (const auto& [name, text] : files) options.inputs.push_back(folder.write(name, text));
  Problems problems;
  const Loaded loaded = load(options, problems);
  Seen seen;
  for (const NodeId n : loaded.graph.nodes())
    seen.nodes.push_back(std::string(loaded.graph.node_id(n)) + ": " +
                         std::string(loaded.graph.node_name(n)));
  for (const Loaded::Joined& joined : loaded.joined)
    seen.joined.push_back(joined.id + " is " + joined.into);
  for (const Problem& warning : loaded.warnings) seen.warnings.push_back(warning.what);
  return seen;
}

void check_nodes(const Seen& seen, const std::vector<std::string>& nodes) {
  BOOST_TEST(seen.nodes == nodes, boost::test_tools::per_element());
}

const Node record{"project:p", "project", "Safe Roads", ""};

}  // namespace

BOOST_AUTO_TEST_SUITE(join_made_test)

BOOST_AUTO_TEST_CASE(a_graph_and_records_that_call_a_project_the_same) {
  const std::string graph = graphml({{"n1", "project", "The safe  roads!", "XX-1"}});
  const Seen seen = seen_in({{"g.graphml", graph}, {"r.jsonl", jsonl({record})}});
  check_nodes(seen, {"project:p: Safe Roads"});
  BOOST_TEST(seen.joined == std::vector<std::string>{"g.graphml#n1 is project:p"},
             boost::test_tools::per_element());
  // The order of files plays no part.
  check_nodes(seen_in({{"r.jsonl", jsonl({record})}, {"g.graphml", graph}}),
              {"project:p: Safe Roads"});
}

BOOST_AUTO_TEST_CASE(two_graphs_and_a_text) {
  const std::string graph = graphml({{"n1", "project", "Safe Roads Project", ""}});
  const std::string text =
      "1 March 2024\n\nNorway committed EUR 500,000 to the Safe Roads Project of the OSCE Mission "
      "to Serbia.\n";
  const Seen seen = seen_in({{"a.graphml", graph},
                             {"b.graphml", graphml({{"x7", "project", "Safe Roads Project", ""}})},
                             {"t.txt", text}});
  BOOST_TEST(seen.joined == (std::vector<std::string>{"b.graphml#x7 is n1",
                                                      "project:safe-roads-project is n1"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_may_be_two_stays_two) {
  // Another kind, two records, two of one file, other references, States and offices, and records only.
  BOOST_TEST(seen_in({{"g.graphml", graphml({{"n1", "agency", "Safe Roads", ""}})},
                      {"r.jsonl", jsonl({record})}})
                 .joined.empty());
  BOOST_TEST(seen_in({{"g.graphml", graphml({{"n1", "project", "Safe Roads", ""}})},
                      {"r.jsonl", jsonl({record, {"project:q", "project", "safe roads", ""}})}})
                 .joined.empty());
  BOOST_TEST(seen_in({{"g.graphml", graphml({{"n1", "project", "Safe Roads", ""},
                                             {"n2", "project", "Safe Roads", ""}})},
                      {"r.jsonl", jsonl({record})}})
                 .joined.empty());
  BOOST_TEST(seen_in({{"g.graphml", graphml({{"n1", "project", "Safe Roads", "XX-1 XX-2"}})},
                      {"r.jsonl", jsonl({{"project:p", "project", "Safe Roads", "XX-3"}})}})
                 .joined.empty());
  BOOST_TEST(seen_in({{"g.graphml", graphml({{"n1", "project", "Safe Roads", "XX-1 XX-3"}})},
                      {"r.jsonl", jsonl({{"project:p", "project", "Safe Roads", "XX-3"}})}})
                 .joined.size() == 1);
  BOOST_TEST(seen_in({{"g.graphml", graphml({{"n1", "office", "Green Office", ""}})},
                      {"r.jsonl", jsonl({{"office:g", "office", "Green Office", ""}})}})
                 .joined.empty());
  BOOST_TEST(seen_in({{"a.jsonl", jsonl({record})},
                      {"b.jsonl", jsonl({{"project:q", "project", "Safe Roads", ""}})}})
                 .joined.empty());
}

BOOST_AUTO_TEST_CASE(the_order_of_files_plays_no_part) {
  using Files = std::vector<std::pair<std::string, std::string>>;
  const auto in_both_orders = [](Files files) {
    const Seen forward = seen_in(files);
    std::ranges::reverse(files);
    const Seen backward = seen_in(files);
    BOOST_TEST(forward.nodes == backward.nodes, boost::test_tools::per_element());
    BOOST_TEST(forward.joined == backward.joined, boost::test_tools::per_element());
    return forward.joined.size();
  };
  // Two that contradict each other, beside a record that contradicts none.
  BOOST_TEST(in_both_orders({{"a.graphml", graphml({{"n1", "project", "Safe Roads", "XX-1"}})},
                             {"b.graphml", graphml({{"n2", "project", "Safe Roads", "XX-2"}})},
                             {"r.jsonl", jsonl({record})}}) == 0);
  // One file has the name twice, another once.
  BOOST_TEST(in_both_orders({{"c.graphml", graphml({{"x7", "project", "Safe Roads", ""}})},
                             {"d.graphml", graphml({{"x7", "project", "Safe Roads", ""},
                                                    {"x8", "project", "Safe Roads", ""}})},
                             {"r.jsonl", jsonl({record})}}) == 1);
  // Two files number their nodes alike, and mean nothing by it.
  BOOST_TEST(in_both_orders({{"e.graphml", graphml({{"n1", "project", "Safe Roads", ""}})},
                             {"f.graphml", graphml({{"n1", "project", "Border Training", ""}})},
                             {"r.jsonl", jsonl({record})}}) == 1);
  // Names without letters.
  BOOST_TEST(in_both_orders({{"g.graphml", graphml({{"n1", "project", "???", ""}})},
                             {"r.jsonl", jsonl({{"project:x", "project", "---", ""}})}}) == 0);
}

BOOST_AUTO_TEST_CASE(an_id_that_a_program_made_is_good_within_its_file) {
  const auto seen_both_ways = [](std::vector<std::pair<std::string, std::string>> files,
                                 const std::vector<std::string>& nodes, std::size_t told) {
    for (int order = 0; order < 2; ++order, std::ranges::reverse(files)) {
      const Seen seen = seen_in(files);
      check_nodes(seen, nodes);
      BOOST_TEST(seen.warnings.size() == told);
    }
  };
  const std::string trust = graphml({{"n0", "donor", "Orchard Trust", ""}});
  seen_both_ways({{"a.graphml", trust}}, {"n0: Orchard Trust"}, 0);
  seen_both_ways({{"a.graphml", trust}, {"b.graphml", graphml({{"n0", "donor", "Plum Fund", ""}})}},
                 {"a.graphml#n0: Orchard Trust", "b.graphml#n0: Plum Fund"}, 2);
  // Another kind, which was an error when the id counted everywhere.
  seen_both_ways(
      {{"a.graphml", trust}, {"b.graphml", graphml({{"n0", "project", "Safe Roads", ""}})}},
      {"a.graphml#n0: Orchard Trust", "b.graphml#n0: Safe Roads"}, 2);
  // One body of one name, whatever the numbers.
  seen_both_ways(
      {{"a.graphml", trust}, {"b.graphml", graphml({{"n0", "donor", "Orchard Trust", ""}})}},
      {"n0: Orchard Trust"}, 0);
  // A record that has the id is about that node, unless kind or name say otherwise.
  seen_both_ways({{"a.graphml", trust}, {"r.jsonl", jsonl({{"n0", "donor", "orchard trust", ""}})}},
                 {"n0: orchard trust"}, 0);
  seen_both_ways({{"a.graphml", trust}, {"r.jsonl", jsonl({{"n0", "donor", "Plum Fund", ""}})}},
                 {"a.graphml#n0: Orchard Trust", "n0: Plum Fund"}, 1);
  seen_both_ways({{"a.graphml", trust}, {"r.jsonl", jsonl({{"n0", "agency", "Plum Fund", ""}})}},
                 {"a.graphml#n0: Orchard Trust", "n0: Plum Fund"}, 1);
  // An id that says its kind is one everywhere.
  const std::string given = graphml({{"donor:t", "donor", "Orchard Trust", ""}});
  seen_both_ways({{"a.graphml", given}, {"b.graphml", given}}, {"donor:t: Orchard Trust"}, 0);
}

// Gephi's edges run between the nodes of the tables beside them.
BOOST_AUTO_TEST_CASE(edges_of_a_table_keep_to_the_nodes_of_theirs) {
  const Folder folder;
  LoadOptions options;
  for (const std::string name : {"a", "b"}) {
    std::filesystem::create_directory(folder.path() + '/' + name);
    options.inputs.push_back(
        folder.write(name + "/edges.csv", "Source,Target,relation\n0,1,funds\n"));
    options.inputs.push_back(
        folder.write(name + "/nodes.csv",
                     "Id,Label,kind\n0," + name + " trust,donor\n1," + name + " roads,project\n"));
  }
  Problems problems;
  for (int order = 0; order < 2; ++order, std::ranges::reverse(options.inputs)) {
    const Graph graph = load(options, problems).graph;
    BOOST_REQUIRE(graph.node_count() == 4U);
    BOOST_REQUIRE(graph.claim_count() == 2U);
    for (const EdgeId e : graph.edges())
      BOOST_TEST(graph.node_name(graph.edge_from(e)).front() ==
                 graph.node_name(graph.edge_to(e)).front());
  }
  // In another folder, when that is the only one.
  options.inputs = {folder.path() + "/a/nodes.csv", folder.path() + "/b/edges.csv"};
  BOOST_TEST(load(options, problems).graph.claim_count() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
