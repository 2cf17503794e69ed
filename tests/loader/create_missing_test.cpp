// SPDX-License-Identifier: Apache-2.0
//
// Tests the nodes that --create-missing makes: they depend on the content of the input, never on
// its order.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "load_text.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;
using oscegraph::test::Random;
using oscegraph::testing::Folder;
using oscegraph::testing::load_text;
using oscegraph::testing::Outcome;

namespace {

std::string claim(const std::string& from, const std::string& relation, const std::string& to,
                  const std::string& more = {}) {
  return R"({"type":"claim","document":"d","from":")" + from + R"(","relation":")" + relation +
         R"(","to":")" + to + '"' + more + "}\n";
}

LoadOptions creating() {
  LoadOptions options;
  options.create_missing = true;
  return options;
}

/// Everything in the graph as text, one item on each line.
std::string described(const Graph& graph) {
  std::string text;
  for (const NodeId n : graph.nodes()) {
    text.append(graph.node_id(n)).append(" = ").append(graph.node_name(n));
    text += " | " + join(graph.aliases(n), " | ");
    for (const Attribute& a : graph.attributes(n)) {
      text.append(" ").append(a.name).append("=").append(a.value);
      text += '/' + to_text(static_cast<int>(a.type));
    }
    text += '\n';
  }
  for (const DocumentId d : id_range(0, graph.document_count()))
    text.append(graph.document_id(d)).append("\n");
  for (const ClaimId c : graph.claims()) {
    const EdgeId e = graph.claim_edge(c);
    text.append(graph.node_id(graph.edge_from(e))).append(" ");
    text.append(name_of(graph.edge_relation(e))).append(" ");
    text.append(graph.node_id(graph.edge_to(e))).append("\n");
  }
  return text;
}

std::string described(const Loaded& loaded) {
  std::string text = described(loaded.graph);
  for (const Loaded::Created& made : loaded.created)
    text += made.id + " for " + made.name + ", " + made.meant + '\n';
  return text;
}

std::vector<std::string> created_ids(const Outcome& outcome) {
  std::vector<std::string> ids;
  for (const Loaded::Created& made : outcome.loaded.created) ids.push_back(made.id);
  return ids;
}

void check_created(const std::string& lines, const std::vector<std::string>& wanted) {
  const Outcome outcome = load_text("x.jsonl", lines, creating());
  BOOST_TEST(outcome.problems.empty());
  BOOST_TEST(created_ids(outcome) == wanted, boost::test_tools::per_element());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(create_missing)

BOOST_AUTO_TEST_CASE(no_order_of_records_and_files_changes_anything) {
  // Names with several spellings and several uses, ids beside names that would get the same id,
  // known names in two spellings, and a node with an attribute that a table gives as text.
  const std::vector<std::string> lines{
      claim("Acme", "funds", "Border Training"),
      claim("ACME", "implements", "border training!"),
      claim("acme", "implements", "project:border-training"),
      claim("Norway", "funds", "Acme", R"(,"via":"Border training")"),
      claim("state:NO", "funds", "Border Training"),
      claim("Kingdom of Norway", "funds", "Acme 2"),
      claim("Norwey", "funds", "Acme-2"),
      claim("Academy", "part_of", "Ministry"),
      claim("Board", "part_of", "Academy"),
      claim("Dushanbe", "implements", "project:x"),
      claim("office:dushanbe", "implements", "project:x"),
      claim("x", "funds", "project:y"),
      claim("X", "channels_to", "y"),
      R"({"type":"node","id":"project:own","kind":"project","name":"Own","attributes":{"n":1}})"
      "\n",
      R"({"type":"node","id":"project:own","kind":"project","attributes":{"n":"1"}})"
      "\n",
  };
  std::string first;
  Random random(7);
  for (int round = 0; round < 60; ++round) {
    std::vector<std::string> shuffled = lines;
    for (std::size_t i = shuffled.size(); i > 1; --i)
      std::swap(shuffled[i - 1], shuffled[random.below(static_cast<std::uint32_t>(i))]);
    const Folder folder;
    const auto half = shuffled.begin() + random.below(static_cast<std::uint32_t>(lines.size()));
    LoadOptions options = creating();
    options.inputs = {
        folder.write("b.jsonl", join(std::vector<std::string>(shuffled.begin(), half), "") + "\n"),
        folder.write("a.jsonl", join(std::vector<std::string>(half, shuffled.end()), "") + "\n")};
    Problems problems(100);
    const std::string now = described(load(options, problems));
    if (round == 0) first = now;
    BOOST_TEST(now == first);
  }
  BOOST_TEST(first.find("agency:acme = ") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(all_uses_of_a_name_decide_its_kind) {
  check_created(claim("A", "funds", "P"), {"d", "donor:a", "project:p"});
  check_created(claim("A", "funds", "P") + claim("A", "implements", "P"),
                {"agency:a", "d", "project:p"});
  // Donors also partner in and implement projects, but a body that does only that becomes an
  // agency.
  check_created(claim("A", "implements", "P"), {"agency:a", "d", "project:p"});
  check_created(claim("A", "partners", "UNDP"), {"agency:a", "d"});
  check_created(claim("A", "partners", "P"), {"agency:a", "d", "project:p"});
  check_created(claim("A", "funds", "P") + claim("A", "partners", "UNDP"),
                {"agency:a", "d", "project:p"});
  check_created(claim("A", "partners", "B") + claim("B", "partners", "A"),
                {"agency:a", "agency:b", "d"});
  check_created(claim("donor:a", "implements", "P"), {"d", "donor:a", "project:p"});
  // A body that is paid and pays cannot be a project.
  check_created(claim("Norway", "funds", "A") + claim("A", "funds", "P"),
                {"agency:a", "d", "project:p"});
  check_created(claim("Norway", "hosts", "Mission to Nowhere"), {"d", "office:mission-to-nowhere"});
  check_created(claim("X", "part_of", "UNDP"), {"agency:x", "d"});
  check_created(claim("X", "part_of", "project:p"), {"d", "project:p", "project:x"});
  check_created(claim("Unit", "part_of", "Whole") + claim("Norway", "hosts", "Whole"),
                {"d", "office:unit", "office:whole"});
}

BOOST_AUTO_TEST_CASE(spellings_of_one_name_are_one_node_named_by_the_usual_one) {
  const Outcome outcome = load_text("x.jsonl",
                                    claim("Norway", "funds", "BORDER training") +
                                        claim("Sweden", "funds", "Border Training") +
                                        claim("France", "funds", "Border Training"),
                                    creating());
  const Graph& graph = outcome.loaded.graph;
  const NodeId n = graph.find_node("project:border-training").value();
  BOOST_TEST(graph.node_name(n) == "Border Training");
  BOOST_TEST(graph.aliases(n) == std::vector<std::string_view>{"BORDER training"},
             boost::test_tools::per_element());
  BOOST_TEST(graph.edge_count() == 3U);
}

BOOST_AUTO_TEST_CASE(ids_that_others_have_are_left_to_them) {
  // "Dushanbe" names no body of the gazetteer, but the id office:dushanbe is taken by it.
  check_created(claim("Norway", "hosts", "Dushanbe"), {"d", "office:dushanbe-2"});
  check_created(claim("Norway", "funds", "x") + claim("Norway", "funds", "project:x"),
                {"d", "project:x", "project:x-2"});
}

BOOST_AUTO_TEST_CASE(nothing_is_made_of_a_dash_or_of_a_damaged_record) {
  const Outcome outcome =
      load_text("x.jsonl",
                claim("Norway", "funds", "-") + claim("Norway", "funds", "project:x") +
                    R"({"type":"node","id":"project:x","kind":"projekt"})"
                    "\n",
                creating());
  BOOST_TEST(created_ids(outcome) == std::vector<std::string>{"d"},
             boost::test_tools::per_element());
  BOOST_REQUIRE(outcome.problems.size() == 2U);
  BOOST_TEST(std::ranges::count(
                 outcome.problems,
                 "x.jsonl:1:72: no node is called '-'; a claim names a node of the input or of the "
                 "gazetteer, by id or name; a new node needs a name with letters or digits") == 1);
}

BOOST_AUTO_TEST_CASE(what_looks_like_a_slip_of_the_pen_is_told_with_its_place) {
  const Outcome outcome =
      load_text("x.jsonl",
                R"({"type":"document","id":"d"})"
                "\n" +
                    claim("Norwey", "funds", "project:x") + claim("Norwey", "funds", "Chess club") +
                    claim("office:dushanb", "implements", "Chess club"),
                creating());
  const auto& created = outcome.loaded.created;
  BOOST_REQUIRE(created.size() == 4U);
  BOOST_TEST(created[0].id == "donor:norwey");
  BOOST_TEST(created[0].meant == "Norway");
  BOOST_TEST(created[0].place.line == 2U);
  BOOST_TEST(created[1].meant == "office:dushanbe");
  BOOST_TEST(created[2].id == "project:chess-club");
  BOOST_TEST(created[2].meant == "");
  BOOST_TEST(created[3].meant == "");
}

BOOST_AUTO_TEST_SUITE_END()
