// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/cofunding.hpp"

#include <boost/test/unit_test.hpp>
#include <map>
#include <set>

#include "oscegraph/graph/text.hpp"
#include "oscegraph/tests/support/make_graph.hpp"
#include "oscegraph/tests/support/make_lines.hpp"

using namespace oscegraph;
using namespace oscegraph::test;

BOOST_AUTO_TEST_SUITE(cofunding_test)

BOOST_AUTO_TEST_CASE(agencies_meet_as_their_states) {
  //   NO → p, q      FR → p      sida (Sweden) → q      SE → q, r      EU → p
  const Graph graph = make_graph(R"(
state:NO funds project:p
state:NO funds project:q
state:FR funds project:p
agency:sida funds project:q
agency:sida part_of state:SE
state:SE funds project:q
state:SE funds project:r
donor:EU funds project:p
state:NO funds office:x
state:FR funds office:x
)");
  const Answer answer = cofunding(Subset::whole(graph), {});
  BOOST_TEST(lines(answer.table, {"a", "b", "shared", "jaccard", "projects"}) ==
             "a | b | shared | jaccard | projects\n"
             "EU | FR | 1 | 1 | p\n"
             "EU | NO | 1 | 0.5 | p\n"
             "FR | NO | 1 | 0.5 | p\n"
             "NO | SE | 1 | 0.3333333333333333 | q\n");
  BOOST_TEST(node_ids(answer.subset) ==
             "agency:sida donor:EU project:p project:q state:FR state:NO state:SE");
  BOOST_TEST(answer.subset.edges().count() == 7U);
}

BOOST_AUTO_TEST_CASE(pairs_below_the_minimum_are_not_listed) {
  const Graph graph = make_graph(R"(
state:A funds project:p
state:A funds project:q
state:B funds project:p
state:B funds project:q
state:C funds project:q
)");
  const Answer answer = cofunding(Subset::whole(graph), {2});
  BOOST_TEST(lines(answer.table, {"a", "b", "shared"}) == "a | b | shared\nA | B | 2\n");
  BOOST_TEST(node_ids(answer.subset) == "project:p project:q state:A state:B");
}

BOOST_AUTO_TEST_CASE(agrees_with_comparing_every_two_states) {
  Random random(9);
  for (int round = 0; round < 30; ++round) {
    std::map<std::string, std::set<std::string>> funded;
    std::string text;
    for (int i = 0; i < 14; ++i) {
      const std::string state(1, static_cast<char>('A' + random.below(5)));
      const std::string project(1, static_cast<char>('p' + random.below(5)));
      funded[state].insert(project);
      text += "state:" + state + " funds project:" + project + "\n";
    }
    std::map<std::string, std::string> expected;  // "A B" to "p, q"
    for (const auto& [a, of_a] : funded)
      for (const auto& [b, of_b] : funded) {
        std::vector<std::string> both;
        std::ranges::set_intersection(of_a, of_b, std::back_inserter(both));
        if (a < b && !both.empty()) expected[a + " | " + b] = join(both, ", ");
      }
    std::set<std::string> wanted;
    for (const auto& [pair, projects] : expected) wanted.insert(pair + " | " + projects);
    const Graph graph = make_graph(text);
    std::string got = lines(cofunding(Subset::whole(graph), {}).table, {"a", "b", "projects"});
    std::set<std::string> rows;
    for (std::size_t end = got.find('\n'); end != std::string::npos; end = got.find('\n')) {
      rows.insert(got.substr(0, end));
      got.erase(0, end + 1);
    }
    rows.erase("a | b | projects");
    BOOST_TEST((rows == wanted));
  }
}

BOOST_AUTO_TEST_SUITE_END()
