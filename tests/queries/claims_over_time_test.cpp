// SPDX-License-Identifier: Apache-2.0
//
// Tests the number of claims for each day, month or year.
#include "oscegraph/queries/claims/claims_over_time.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "oscegraph/graph/narrow.hpp"
#include "oscegraph/tests/support/make_graph.hpp"
#include "oscegraph/tests/support/make_lines.hpp"

using namespace oscegraph;
using namespace oscegraph::test;

BOOST_AUTO_TEST_SUITE(claims_over_time_test)

BOOST_AUTO_TEST_CASE(counts_claims_by_day) {
  const Graph graph = make_graph(R"(
state:NO funds project:p doc=a
state:NO funds project:q doc=b start=2024-01-02 end=2024-01-03
office:x implements project:p doc=undated
document a date=2024-01-01
)");
  BOOST_TEST(lines(table_of(claims_over_time(Subset::whole(graph), 1))) ==
             "step | claims\n2024-01-01 | 1\n2024-01-02 | 1\n2024-01-03 | 1\n");
}

BOOST_AUTO_TEST_CASE(long_times_go_by_months_then_by_years) {
  const auto steps = [](const std::string& start, const std::string& end) {
    return time_steps(make_graph("state:NO funds project:p start=" + start + " end=" + end + "\n"));
  };
  BOOST_TEST(steps("2023-01-01", "2024-02-05").size() == 401U);
  BOOST_TEST(steps("2023-01-01", "2024-02-06").front().text() == "2023-01");
  BOOST_TEST(steps("2023-11", "2025-02-06").size() == 16U);
  BOOST_TEST(steps("2023-11", "2025-02-06").back().text() == "2025-02");
  BOOST_TEST(steps("1024", "2025").front().text() == "1024");
  BOOST_TEST(steps("1024", "2025").size() == 1002U);
  BOOST_TEST(time_steps(make_graph("state:NO funds project:p\n")).empty());
}

/// The number at each step equals the number of claims that the filter `at` keeps.
BOOST_AUTO_TEST_CASE(each_step_agrees_with_narrowing) {
  Random random(9);
  const auto date = [&](int first_year) {
    std::string text = std::to_string(first_year + static_cast<int>(random.below(4)));
    if (random.one_in(3)) return text;
    text += "-0" + std::to_string(1 + random.below(9));
    return random.one_in(2) ? text : text + "-1" + std::to_string(random.below(10));
  };
  for (int round = 0; round < 20; ++round) {
    std::string text;
    for (int i = 0; i < 40; ++i) {
      const std::string node = std::to_string(random.below(5));
      text += "state:NO funds project:p" + node + " doc=d" + std::to_string(random.below(6));
      if (random.one_in(2)) text += " start=" + date(2010);
      if (random.one_in(2)) text += " end=" + date(2014);
      text += " at=\"line " + std::to_string(i) + "\"\n";
    }
    for (int d = 0; d < 5; ++d)
      text += "document d" + std::to_string(d) + " date=" + date(2011) + "\n";
    const Graph graph = make_graph(text);
    for (const std::size_t least : {1U, 2U, 3U}) {
      Filters filters;
      filters.min_documents = least;
      const Table table = table_of(claims_over_time(narrow(graph, filters), least));
      for (const auto& row : table.rows) {
        const Date step = std::get<Date>(row[0]);
        filters.at = step;
        const Subset then = narrow(graph, filters);
        BOOST_TEST_INFO(step.text() << ", " << least << " documents");
        BOOST_TEST(std::get<std::int64_t>(row[1]) ==
                   static_cast<std::int64_t>(then.claims().count()));
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
