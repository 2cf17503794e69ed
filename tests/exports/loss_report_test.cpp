// SPDX-License-Identifier: Apache-2.0
//
// Tests the loss report: its sentences, its table, and how equal losses are counted.
#include "oscegraph/exports/output/loss_report.hpp"

#include <boost/test/unit_test.hpp>

#include "oscegraph/tests/exports/written.hpp"

using namespace oscegraph;
using namespace oscegraph::test;

BOOST_AUTO_TEST_SUITE(loss_report)

BOOST_AUTO_TEST_CASE(a_loss_is_a_sentence_with_a_count) {
  BOOST_TEST(sentence({3, "interval", "dropped", "GraphML has none"}) ==
             "3 intervals dropped: GraphML has none");
  BOOST_TEST(sentence({1, "interval", "dropped", "GraphML has none"}) ==
             "1 interval dropped: GraphML has none");
}

BOOST_AUTO_TEST_CASE(a_sentence_names_a_few_and_the_table_all) {
  LossReport losses;
  for (const std::string name : {"a", "b", "c", "d"})
    losses.add({1, "attribute", "renamed", "their names are taken", {name}});
  BOOST_TEST(sentences(losses).at(0) ==
             "4 attributes renamed: their names are taken (a; b; c; ...)");
  const Table table = losses.table("gexf");
  BOOST_TEST(table.rows.size() == 1U);
  BOOST_TEST((table.rows[0][0] == Cell("gexf")));
  BOOST_TEST((table.rows[0][1] == Cell(std::int64_t{4})));
  BOOST_TEST((table.rows[0][5] == Cell(std::vector<std::string>{"a", "b", "c", "d"})));
}

BOOST_AUTO_TEST_CASE(nothing_lost_is_nothing_told) {
  LossReport losses;
  losses.add({0, "interval", "dropped", "GraphML has none"});
  BOOST_TEST(losses.losses().empty());
  BOOST_TEST(losses.table("gexf").rows.empty());
}

BOOST_AUTO_TEST_CASE(things_lost_for_different_reasons_are_different_things) {
  LossReport losses;
  losses.add({1, "quote", "dropped", "x"});
  losses.add({1, "quote", "dropped", "y"});
  BOOST_TEST(losses.losses().size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
