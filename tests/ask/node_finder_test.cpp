// SPDX-License-Identifier: Apache-2.0
//
// Tests which node a typed text finds: by id, by name, by alias, or by a name of the gazetteer.
// Also tests the errors and the suggestions in them.
#include "oscegraph/ask/node_finder.hpp"

#include <boost/test/unit_test.hpp>
#include <memory>
#include <string>

#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

namespace oscegraph::test {
namespace {

BOOST_AUTO_TEST_SUITE(finding_nodes)

struct Fixture {
  Graph graph = make_graph(R"(
    node state:NO name=Norway alias="Kingdom of Norway"
    node state:TR name=Türkiye alias=Turkey
    node office:a name="Mission to X" alias=X
    node office:b name="Centre in X" alias=X
    state:NO hosts office:a
    state:TR hosts office:b
  )");
  NodeFinder finder{graph};

  [[nodiscard]] std::string found(std::string_view text, const Subset& scope) const {
    try {
      return std::string(graph.node_id(finder.find(text, scope)));
    } catch (const Error& error) {
      return error.what();
    }
  }
  [[nodiscard]] std::string found(std::string_view text) const {
    return found(text, Subset::whole(graph));
  }
};

BOOST_FIXTURE_TEST_CASE(by_id_name_alias_and_spelling, Fixture) {
  for (const auto* text : {"state:NO", "Norway", "norway", "the KINGDOM of Norway"})
    BOOST_TEST(found(text) == "state:NO");
  for (const auto* text : {"Türkiye", "turkiye", "Turkey"}) BOOST_TEST(found(text) == "state:TR");
}

BOOST_FIXTURE_TEST_CASE(a_name_of_two_nodes_is_settled_by_the_scope, Fixture) {
  BOOST_TEST(
      found("X") ==
      "2 nodes are called 'X'; they are office:a, office:b; give the id of the one you mean");
  Subset scope(graph);
  scope.insert_node(*graph.find_node("office:b"));
  BOOST_TEST(found("X", scope) == "office:b");
}

BOOST_FIXTURE_TEST_CASE(an_unknown_name_gets_its_nearest, Fixture) {
  BOOST_TEST(found("Norwey") == "no node is called 'Norwey'; did you mean 'Norway'?");
  BOOST_TEST(found("state:NQ") == "no node is called 'state:NQ'; did you mean 'state:NO'?");
  BOOST_TEST(found("Mission") == "no node is called 'Mission'; did you mean 'Mission to X'?");
}

BOOST_FIXTURE_TEST_CASE(what_nothing_is_near_gets_no_advice, Fixture) {
  BOOST_TEST(found("qqqqqq") == "no node is called 'qqqqqq'");
  BOOST_TEST(found("Qatar") == "no claim of this input is about Qatar");
}

BOOST_FIXTURE_TEST_CASE(errors_say_what_kind_they_are, Fixture) {
  const Subset whole = Subset::whole(graph);
  BOOST_CHECK_THROW((void)finder.find("Qatar", whole), NotThere);
  BOOST_CHECK_THROW((void)finder.find("Norwey", whole), NotThere);
  BOOST_CHECK_THROW((void)finder.find("X", whole), WrongValue);
}

BOOST_FIXTURE_TEST_CASE(the_gazetteer_knows_nodes_in_other_languages, Fixture) {
  BOOST_TEST(found("Norwegen") == "state:NO");
}

BOOST_AUTO_TEST_CASE(a_finder_outlives_the_variable_it_was_made_from) {
  auto graph = std::make_unique<Graph>(make_graph("node state:NO name=Norway\n"));
  const NodeFinder finder(*graph);
  const Subset whole = Subset::whole(*graph);
  graph.reset();
  BOOST_TEST(whole.graph().node_id(finder.find("norway", whole)) == "state:NO");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace oscegraph::test
