// SPDX-License-Identifier: Apache-2.0
//
// Nodes of texts and of graph programs' files beside others that are called the same.
#include <algorithm>
#include <boost/test/unit_test.hpp>

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

/// "project:p: Safe Roads" for each node, and "x is y" for each that became another.
struct Seen {
  std::vector<std::string> nodes;
  std::vector<std::string> joined;
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
  BOOST_TEST(seen.joined == std::vector<std::string>{"n1 is project:p"},
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
  BOOST_TEST(
      seen.joined == (std::vector<std::string>{"project:safe-roads-project is n1", "x7 is n1"}),
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
                             {"r.jsonl", jsonl({record})}}) == 0);
  // Two files number their nodes alike.
  BOOST_TEST(in_both_orders({{"e.graphml", graphml({{"n1", "project", "Safe Roads", ""}})},
                             {"f.graphml", graphml({{"n1", "project", "Border Training", ""}})},
                             {"r.jsonl", jsonl({record})}}) == 0);
  // Names without letters.
  BOOST_TEST(in_both_orders({{"g.graphml", graphml({{"n1", "project", "???", ""}})},
                             {"r.jsonl", jsonl({{"project:x", "project", "---", ""}})}}) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
