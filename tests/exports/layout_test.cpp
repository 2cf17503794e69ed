// SPDX-License-Identifier: Apache-2.0
//
// Tests which layout is chosen for a graph.
#include "oscegraph/exports/pictures/graphviz/layout.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;
using namespace oscegraph::test;

namespace {

std::size_t size_of(std::size_t nodes, const Arrows& arrows) {
  return layered_size(Subset::whole(make_plain_graph(nodes, arrows)));
}

std::string layout_of(std::size_t nodes, const Arrows& arrows) {
  return layout_for(Subset::whole(make_plain_graph(nodes, arrows)));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(layout)

BOOST_AUTO_TEST_CASE(only_edges_that_pass_a_layer_need_room) {
  BOOST_TEST(size_of(0, {}) == 0U);
  BOOST_TEST(size_of(3, {{0, 1}, {1, 2}}) == 3U);
  BOOST_TEST(size_of(3, {{0, 1}, {1, 2}, {0, 2}}) == 4U);
  BOOST_TEST(size_of(4, {{0, 1}, {1, 2}, {2, 3}, {0, 3}, {0, 3}}) == 8U);
}

BOOST_AUTO_TEST_CASE(cycles_and_loops_end) {
  BOOST_TEST(size_of(2, {{0, 0}, {0, 1}, {1, 0}}) == 2U);
  BOOST_TEST(size_of(3, {{0, 1}, {1, 2}, {2, 0}}) == 4U);
}

BOOST_AUTO_TEST_CASE(a_chain_longer_than_the_call_stack) {
  constexpr NodeId length = 200'000;
  Arrows chain;
  for (NodeId n = 0; n + 1 < length; ++n) chain.emplace_back(n, n + 1);
  BOOST_TEST(size_of(length, chain) == length);
}

BOOST_AUTO_TEST_CASE(large_and_deep_graphs_are_laid_out_by_force) {
  BOOST_TEST(layout_of(300, {}) == "dot");
  BOOST_TEST(layout_of(301, {}) == "springs");
  Random random(1);
  BOOST_TEST(layout_of(280, random_arrows(random, 280, 800)) == "springs");
  Arrows shallow;  // 200 projects, each paid by ten of 100 States
  for (NodeId project = 100; project < 300; ++project)
    for (NodeId i = 0; i < 10; ++i) shallow.emplace_back(random.below(100), project);
  BOOST_TEST(layout_of(300, shallow) == "dot");
  BOOST_CHECK_THROW(layout_of(most_drawn_nodes + 1, {}), Error);
}

BOOST_AUTO_TEST_SUITE_END()
