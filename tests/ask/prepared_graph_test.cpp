// SPDX-License-Identifier: Apache-2.0
//
// Tests that one PreparedGraph answers many questions, and that its answers stay valid after it is
// destroyed.
#include "oscegraph/ask/prepared_graph.hpp"

#include <boost/test/unit_test.hpp>
#include <memory>

#include "oscegraph/loader/load.hpp"
#include "oscegraph/queries/paths/neighbors.hpp"
#include "oscegraph/tests/support/make_graph.hpp"
#include "oscegraph/tests/support/make_lines.hpp"

namespace oscegraph::test {
namespace {

constexpr std::size_t few = 10;

Graph drawn() {
  return make_graph(R"(
    node state:NO name=Norway
    node project:a name="Clean water"
    state:NO funds project:a
    state:TR funds project:b
  )");
}

BOOST_AUTO_TEST_SUITE(prepared_graph)

BOOST_AUTO_TEST_CASE(one_graph_answers_many_questions) {
  const PreparedGraph prepared(drawn(), "a drawing");
  BOOST_TEST(prepared.source() == "a drawing");
  BOOST_TEST(prepared.whole().edges().count() == 2U);
  const NodeId norway = prepared.finder().find("Norway", prepared.whole());
  BOOST_TEST(node_ids(neighbors(prepared.whole(), {.node = norway}).subset) ==
             "project:a state:NO");
  const NodeId project = prepared.finder().find("clean water", prepared.whole());
  BOOST_TEST(node_ids(neighbors(prepared.whole(), {.node = project}).subset) ==
             "project:a state:NO");
}

BOOST_AUTO_TEST_CASE(names_of_the_gazetteer_are_searched_too) {
  const PreparedGraph prepared(drawn());
  const auto found = [&](std::string_view text) {
    return node_ids(prepared.search().find(text, prepared.whole(), few).subset);
  };
  BOOST_TEST(found("water") == "project:a");
  BOOST_TEST(found("Norwegen") == "state:NO");
  BOOST_TEST(found("norvegese").empty());  // an adjective
  BOOST_TEST(found("Qatar").empty());
}

BOOST_AUTO_TEST_CASE(answers_outlive_the_graph_they_came_from) {
  auto prepared = std::make_unique<PreparedGraph>(load_example().graph);
  const NodeId norway = prepared->finder().find("Norway", prepared->whole());
  const NeighborsAnswer around = neighbors(prepared->whole(), {.node = norway});
  const NameSearchAnswer named = prepared->search().find("norw", prepared->whole(), few);
  const NameSearch search = prepared->search();
  prepared.reset();
  BOOST_TEST(around.subset.graph().node_id(norway) == "state:NO");
  BOOST_TEST(node_ids(named.subset) == "state:NO");
  BOOST_TEST(node_ids(search.find("norge", named.subset, few).subset) == "state:NO");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace oscegraph::test
