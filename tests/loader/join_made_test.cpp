// SPDX-License-Identifier: Apache-2.0
//
// Tests when nodes made from texts and from graph files are joined with other nodes of the same
// name.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/tests/loader/load_text.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

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

/// The nodes ("project:p: Safe Roads"), the joined ones ("x is y"), and the messages.
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

/// The whole graph as text, or the error.
std::string exported(const std::vector<std::pair<std::string, std::string>>& files) {
  const Folder folder;
  LoadOptions options;
  for (const auto& [name, text] : files) options.inputs.push_back(folder.write(name, text));
  Problems problems;
  try {
    const Graph graph = load(options, problems).graph;
    std::string all;
    for (const NodeId n : graph.nodes()) {
      all += std::string(graph.node_id(n)) + '|' + std::string(graph.node_name(n));
      for (const std::string_view alias : graph.aliases(n)) all += '|' + std::string(alias);
      for (const auto& attribute : graph.attributes(n))
        all += '|' + std::string(attribute.name) + '=' + std::string(attribute.value);
      all += '\n';
    }
    return all;
  } catch (const Error& error) {
    return error.problem().what.substr(0, 20);
  }
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
  // The order of files does not matter.
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
  // Not joined: another kind, two records, two nodes of one file, other references, States and
  // offices, and records alone.
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
  // Two nodes that contradict each other, beside a record that contradicts neither.
  BOOST_TEST(in_both_orders({{"a.graphml", graphml({{"n1", "project", "Safe Roads", "XX-1"}})},
                             {"b.graphml", graphml({{"n2", "project", "Safe Roads", "XX-2"}})},
                             {"r.jsonl", jsonl({record})}}) == 0);
  // One file has the name twice, another once.
  BOOST_TEST(in_both_orders({{"c.graphml", graphml({{"x7", "project", "Safe Roads", ""}})},
                             {"d.graphml", graphml({{"x7", "project", "Safe Roads", ""},
                                                    {"x8", "project", "Safe Roads", ""}})},
                             {"r.jsonl", jsonl({record})}}) == 1);
  // Two files use the same numbers for different nodes.
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
  // Nodes of different kinds with the same id, which are not an error, since the id is local to its
  // file.
  seen_both_ways(
      {{"a.graphml", trust}, {"b.graphml", graphml({{"n0", "project", "Safe Roads", ""}})}},
      {"a.graphml#n0: Orchard Trust", "b.graphml#n0: Safe Roads"}, 2);
  // One body with one name, whatever the numbers.
  seen_both_ways(
      {{"a.graphml", trust}, {"b.graphml", graphml({{"n0", "donor", "Orchard Trust", ""}})}},
      {"n0: Orchard Trust"}, 0);
  // A record with the same id is about that node, unless its kind or name differs.
  seen_both_ways({{"a.graphml", trust}, {"r.jsonl", jsonl({{"n0", "donor", "orchard trust", ""}})}},
                 {"n0: orchard trust"}, 0);
  seen_both_ways({{"a.graphml", trust}, {"r.jsonl", jsonl({{"n0", "donor", "Plum Fund", ""}})}},
                 {"a.graphml#n0: Orchard Trust", "n0: Plum Fund"}, 1);
  seen_both_ways({{"a.graphml", trust}, {"r.jsonl", jsonl({{"n0", "agency", "Plum Fund", ""}})}},
                 {"a.graphml#n0: Orchard Trust", "n0: Plum Fund"}, 1);
  // An id that begins with its kind means the same node in all files.
  const std::string given = graphml({{"donor:t", "donor", "Orchard Trust", ""}});
  seen_both_ways({{"a.graphml", given}, {"b.graphml", given}}, {"donor:t: Orchard Trust"}, 0);
}

// A table of edges for Gephi refers to the nodes of the table beside it.
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

BOOST_AUTO_TEST_CASE(a_node_without_a_label_is_called_by_its_id_where_that_is_a_name) {
  const std::string trust = "digraph { \"Orchard Trust\" [kind=donor] }";
  const std::string number = "digraph { n0 [kind=donor] }";
  check_nodes(seen_in({{"a.dot", trust}, {"b.dot", trust}}), {"Orchard Trust: Orchard Trust"});
  check_nodes(
      seen_in({{"a.dot", trust}, {"r.jsonl", jsonl({{"donor:t", "donor", "Orchard Trust", ""}})}}),
      {"donor:t: Orchard Trust"});
  check_nodes(seen_in({{"a.dot", number}, {"b.dot", number}}), {"a.dot#n0: n0", "b.dot#n0: n0"});
  // A computed value that only one file has is no contradiction; a different reference is.
  const std::string rank = graphml({{"n0", "donor", "Orchard Trust", "XX-1"}});
  check_nodes(seen_in({{"a.graphml", rank},
                       {"b.graphml", graphml({{"n0", "donor", "Orchard Trust", "XX-2"}})}}),
              {"a.graphml#n0: Orchard Trust", "b.graphml#n0: Orchard Trust"});
  const auto ranked = [](const std::string& value) {
    return "digraph { n0 [kind=office, label=\"Orchard House\", pagerank=" + value + "] }";
  };
  const Seen one = seen_in({{"a.dot", ranked("0.3")}, {"b.dot", ranked("0.4")}});
  check_nodes(one, {"n0: Orchard House"});
  BOOST_TEST(one.warnings.size() == 1U);
}

// If an id may mean two nodes, a claim with it is ambiguous.
BOOST_AUTO_TEST_CASE(a_claim_by_an_id_that_two_files_have) {
  const Folder folder;
  LoadOptions options;
  options.create_missing = true;
  options.inputs = {
      folder.write("a.graphml", graphml({{"n0", "donor", "Maple", ""}})),
      folder.write("b.graphml", graphml({{"n0", "donor", "Birch", ""}})),
      folder.write("c.jsonl", R"({"type":"claim","from":"n0","relation":"funds","to":"state:NO",)"
                              R"("document":"d"})")};
  Problems problems;
  try {
    (void)load(options, problems);
    BOOST_TEST(false);
  } catch (const Error& error) {
    BOOST_TEST(error.problem().allowed == "it could be a.graphml#n0 or b.graphml#n0");
  }
}

BOOST_AUTO_TEST_CASE(the_project_that_an_edge_passes_through_is_its_own_file_s) {
  const Folder folder;
  LoadOptions options;
  options.map =
      folder.write("m.map", "records = graph\nkind = kind\nrelation = relation\nvia = via\n");
  for (const std::string name : {"a", "b"})
    options.inputs.push_back(
        folder.write(name + ".dot", "digraph { n0 [kind=donor, label=\"" + name +
                                        " trust\"]; n1 [kind=agency, label=\"" + name +
                                        " house\"]; n2 [kind=project, label=\"" + name +
                                        " roads\"]; n0 -> n1 [relation=funds, via=n2] }"));
  options.inputs.push_back(folder.write("r.jsonl", jsonl({{"n2", "project", "Third", ""}})));
  Problems problems;
  const Graph graph = load(options, problems).graph;
  BOOST_REQUIRE(graph.claim_count() == 2U);
  for (const ClaimId c : graph.claims()) {
    const Claim claim = graph.claim(c);
    BOOST_TEST(graph.node_name(claim.via).front() ==
               graph.node_name(graph.edge_from(claim.edge)).front());
  }
}

BOOST_AUTO_TEST_CASE(tables_of_nodes_that_have_one_id_leave_no_edge_to_guess) {
  const Folder folder;
  LoadOptions options;
  options.inputs = {folder.write("anodes.csv", "Id,Label,kind\n1,Orchard,donor\n2,Roads,project\n"),
                    folder.write("bnodes.csv", "Id,Label,kind\n1,Maple,donor\n"),
                    folder.write("edges.csv", "Source,Target,relation\n1,2,funds\n")};
  Problems problems;
  BOOST_CHECK_THROW((void)load(options, problems), Error);
}

BOOST_AUTO_TEST_CASE(random_graphs_in_any_order) {
  test::Random random(21);
  const std::vector<std::string> names{"Safe", "SAFE", "Other", "", "safe roads"};
  const auto pick = [&](const auto& from) {
    return from[random.below(static_cast<std::uint32_t>(from.size()))];
  };
  for (int round = 0; round < 150; ++round) {
    std::vector<std::pair<std::string, std::string>> files;
    for (int f = 0; f < 4; ++f) {
      std::vector<Node> nodes;
      for (const std::string id : {"n0", "n1", "Safe"})
        if (random.below(3) > 0)
          nodes.push_back({id, pick(std::vector<std::string>{"donor", "agency"}), pick(names),
                           pick(std::vector<std::string>{"", "", "X-1", "X-2 X-1"})});
      const std::string name(1, static_cast<char>('a' + f));
      if (f < 3) files.emplace_back(name + ".graphml", graphml(nodes));
      else files.emplace_back(name + ".jsonl", jsonl(nodes));
    }
    const std::string bytes = exported(files);
    for (int order = 0; order < 3; ++order) {
      std::ranges::rotate(files, files.begin() + 1);
      BOOST_TEST_REQUIRE(exported(files) == bytes);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
