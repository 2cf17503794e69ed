// SPDX-License-Identifier: Apache-2.0
//
// Tests parse_measure(): a measure is a name with parameters, and each mistake gives one sentence.
// Also tests that a parameter changes the values, and that one query can have the same measure with
// different parameters.
#include "oscegraph/queries/measures/measure.hpp"

#include <boost/test/unit_test.hpp>

#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/queries/measures/centrality.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

namespace {

using namespace oscegraph;
using namespace oscegraph::test;

/// "" when the text is understood.
std::string fault_in(std::string_view text) {
  try {
    parse_measure(text);
  } catch (const UsageError& error) {
    return error.what();
  }
  return "";
}

// 0 → 1 → 2 → 0, 3 → 0
Graph drawn() { return make_plain_graph(4, {{0, 1}, {1, 2}, {2, 0}, {3, 0}}); }

std::vector<double> measured(const Graph& graph, std::string_view text) {
  CentralityOptions options;
  options.by = {parse_measure(text)};
  options.arrows = oscegraph::Arrows::followed;
  const CentralityAnswer answer = centrality(Subset::whole(graph), options);
  return answer.subset.score(answer.columns.front())->values;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(measure)

BOOST_AUTO_TEST_CASE(a_measure_is_a_name_with_settings) {
  const AskedMeasure usual = parse_measure("pagerank");
  BOOST_TEST(usual->name == "pagerank");
  BOOST_TEST(usual.name() == "pagerank");
  BOOST_CHECK(usual.values() == std::vector{0.85});
  const AskedMeasure set = parse_measure("pagerank:damping=0.9");
  BOOST_TEST(set.get() == usual.get());
  BOOST_TEST(set.name() == "pagerank_damping_0.9");
  BOOST_CHECK(set.values() == std::vector{0.9});
  BOOST_TEST(parse_measure("pagerank:damping=9e-1").name() == set.name());
  BOOST_TEST(parse_measure("katz:factor=0.05").name() == "katz_factor_0.05");
  BOOST_TEST(parse_measure("degree").values().empty());
}

BOOST_AUTO_TEST_CASE(every_usual_value_is_allowed) {
  for (const Measure& one : measures())
    for (const MeasureParameter& parameter : one.parameters) {
      BOOST_TEST(parameter.above < parameter.usual);
      BOOST_TEST(parameter.usual < parameter.below);
    }
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_one_sentence) {
  BOOST_TEST(fault_in("pagernk:damping=0.9") ==
             "'pagernk' is not a measure; did you mean 'pagerank'?");
  BOOST_TEST(
      fault_in("pagerank:dumping=0.9") ==
      "'dumping' is not a parameter of pagerank; pagerank has the parameter damping; did you "
      "mean 'damping'?");
  BOOST_TEST(fault_in("degree:damping=0.9") ==
             "'damping' is not a parameter of degree; degree has no parameters");
  BOOST_TEST(fault_in("katz:damping=0.9") ==
             "'damping' is not a parameter of katz; katz has the parameter factor");
  for (const std::string value : {"1", "0", "-0.5", "1.5", "nan", "inf", "1e400", "half", "0,9",
                                  "0.9 ", "0x1", "", "0.9=0.9"})
    BOOST_TEST(fault_in("pagerank:damping=" + value) ==
               "'" + value +
                   "' is not a damping of pagerank; a damping is a number above 0 and "
                   "below 1");
  BOOST_TEST(fault_in("pagerank:damping") ==
             "'pagerank:damping' needs a value; it is written as in pagerank:damping=0.85");
  BOOST_TEST(fault_in("pagerank:damping=0.9:damping=0.8") ==
             "'pagerank:damping' is given twice; give it once");
  for (const char* text :
       {"pagerank:", "pagerank::damping=0.9", "pagerank:=0.9", "pagerank:damping=0.9:"})
    BOOST_TEST(fault_in(text) ==
               "'' is not a parameter of pagerank; pagerank has the parameter damping");
  for (const char* text : {"", ":", ":damping=0.9", "PageRank", "pagerank damping=0.9"})
    BOOST_TEST(fault_in(text).find(" is not a measure; ") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_setting_is_heeded) {
  const Graph graph = drawn();
  BOOST_CHECK(measured(graph, "pagerank") == measured(graph, "pagerank:damping=0.85"));
  BOOST_CHECK(measured(graph, "katz") == measured(graph, "katz:factor=0.85"));
  // Nobody points at 3: it has what starts there.
  for (const double damping : {0.1, 0.5, 0.85, 0.99})
    BOOST_TEST(
        measured(graph, "pagerank:damping=" + std::to_string(damping))[3] == (1 - damping) / 4,
        boost::test_tools::tolerance(1e-6));
  // The largest eigenvalue is 1, so the factor is the attenuation: x3 = 1 and x1 = 1 + a x0.
  for (const double a : {0.05, 0.5, 0.9}) {
    const std::vector<double> x = measured(graph, "katz:factor=" + std::to_string(a));
    BOOST_TEST(x[1] == x[3] + a * x[0], boost::test_tools::tolerance(1e-6));
    BOOST_TEST(x[0] == x[3] + a * (x[2] + x[3]), boost::test_tools::tolerance(1e-6));
  }
}

BOOST_AUTO_TEST_CASE(two_settings_stand_side_by_side) {
  CentralityOptions options;
  options.by = {parse_measure("pagerank"), parse_measure("pagerank:damping=0.5")};
  const CentralityAnswer answer = centrality(Subset::whole(drawn()), options);
  BOOST_CHECK(answer.columns == (std::vector<std::string>{"pagerank", "pagerank_damping_0.5"}));
  BOOST_CHECK(answer.subset.score("pagerank")->values !=
              answer.subset.score("pagerank_damping_0.5")->values);
}

BOOST_AUTO_TEST_CASE(a_measure_is_asked_for_once) {
  CentralityOptions options;
  options.by = {parse_measure("degree"), parse_measure("degree")};
  BOOST_CHECK_THROW(centrality(Subset::whole(drawn()), options), UsageError);
  options.by = {parse_measure("pagerank"), parse_measure("pagerank:damping=0.5")};
  BOOST_TEST(centrality(Subset::whole(drawn()), options).columns.size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
