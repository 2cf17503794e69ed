// SPDX-License-Identifier: Apache-2.0
//
// Tests the estimates of the time that a question takes, and when the option --patience refuses it.
#include "oscegraph/queries/cost.hpp"

#include <boost/test/unit_test.hpp>
#include <set>

#include "oscegraph/queries/measures/centrality.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;
using namespace oscegraph::test;

namespace {

std::string refusal(const std::vector<Cost>& costs, const Context& context,
                    std::string_view more = {}) {
  const Graph graph = make_graph("state:NO funds project:A\nstate:SE funds project:A");
  try {
    require_patience(costs, extent_of(Subset::whole(graph)), context, more);
  } catch (const TooCostly& error) {
    return sentence(error.problem());
  }
  return "none";
}

double time_of(const Graph& graph, const CentralityOptions& options) {
  return expected_time(centrality_costs(Subset::whole(graph), options), 1);
}

BOOST_AUTO_TEST_SUITE(cost)

BOOST_AUTO_TEST_CASE(every_line_says_what_it_is_about) {
  std::set<std::string_view> questions;
  for (const CostLine& line : cost_lines()) {
    BOOST_TEST(!line.question.empty());
    BOOST_TEST(!line.grows_with.empty(), line.question);
    BOOST_TEST(line.seconds > 0, line.question);
    BOOST_TEST((&line_of(line.work) == &line));
  }
}

BOOST_AUTO_TEST_CASE(times_add_up_and_are_shared_by_cores) {
  const double one = expected_time(std::vector<Cost>{{Work::betweenness, 1e9}}, 1);
  BOOST_TEST(expected_time(std::vector<Cost>{{Work::betweenness, 1e9}}, 4) == one / 4);
  BOOST_TEST(expected_time(std::vector<Cost>{{Work::betweenness, 1e9}, {Work::betweenness, 1e9}},
                           1) == 2 * one);
  BOOST_TEST(expected_time(std::vector<Cost>{{Work::look, 1e9}}, 1) ==
             expected_time(std::vector<Cost>{{Work::look, 1e9}}, 4));
}

BOOST_AUTO_TEST_CASE(patience_has_an_end) {
  BOOST_TEST(refusal({{Work::look, 10}}, {}) == "none");
  BOOST_TEST(
      refusal({{Work::look, 10}, {Work::betweenness, 1e12}}, {.threads = 1, .budget = 600}) ==
      "exact betweenness would take about 34 minutes with 3 nodes and 2 edges; what takes up "
      "to 10 minutes is answered; narrow the graph or take --epsilon 0.01 for betweenness to "
      "within one percent");
  BOOST_TEST(
      refusal({{Work::all_paths, 1e12}}, {.budget = 1}, "ask somebody else") ==
      "all paths would take about 3 days with 3 nodes and 2 edges; what takes up to 1 "
      "second is answered; narrow the graph, take a smaller --max-length or ask somebody else");
}

BOOST_AUTO_TEST_CASE(a_measure_costs_what_its_row_says) {
  const Graph graph = make_plain_graph(1000, test::Arrows{{0, 1}, {1, 2}, {2, 3}, {3, 4}});
  const auto by = [&](const char* name, double epsilon = 0, WeightBy weight = WeightBy::one) {
    CentralityOptions options;
    options.by = {find_measure(name)};
    options.epsilon = epsilon;
    options.weight.by = weight;
    return time_of(graph, options);
  };
  BOOST_TEST(by("closeness") < by("betweenness"));
  BOOST_TEST(by("betweenness") < by("edge_betweenness"));
  BOOST_TEST(by("closeness", 0, WeightBy::claims) == by("edge_betweenness"));
  // A sample is never larger than the whole.
  BOOST_TEST(by("betweenness", 0.5) < by("betweenness"));
  BOOST_TEST(by("betweenness", 1e-12) == by("betweenness"));
}

BOOST_AUTO_TEST_CASE(a_pass_that_measures_share_counts_once) {
  const Graph graph = make_plain_graph(1000, test::Arrows{{0, 1}, {1, 2}, {2, 3}, {3, 4}});
  CentralityOptions one;
  one.by = {find_measure("closeness")};
  CentralityOptions both;
  both.by = {find_measure("closeness"), find_measure("harmonic")};
  BOOST_TEST(time_of(graph, one) == time_of(graph, both));
}

BOOST_AUTO_TEST_CASE(pairs_are_those_of_one_project) {
  const Graph graph = make_graph(
      "state:NO funds project:A\nstate:SE funds project:A\nstate:NO funds project:B\n"
      "state:NO funds office:X");
  BOOST_TEST(pairs_with_common_projects(Subset::whole(graph)) == 5);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
