// SPDX-License-Identifier: Apache-2.0
//
// Tests which pairs of States fund the same projects, and whether chance explains the overlap.
#include "oscegraph/queries/funding/cofunding.hpp"

#include <bit>
#include <boost/test/unit_test.hpp>
#include <map>
#include <set>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/queries/kernels/overlap_chance.hpp"
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
  const Answer answer = to_answer(cofunding(Subset::whole(graph), {}));
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
  const Answer answer = to_answer(cofunding(Subset::whole(graph), {.min_shared = 2}));
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
    std::string got = lines(table_of(cofunding(Subset::whole(graph), {})), {"a", "b", "projects"});
    std::set<std::string> rows;
    for (std::size_t end = got.find('\n'); end != std::string::npos; end = got.find('\n')) {
      rows.insert(got.substr(0, end));
      got.erase(0, end + 1);
    }
    rows.erase("a | b | projects");
    BOOST_TEST((rows == wanted));
  }
}

BOOST_AUTO_TEST_CASE(closeness_by_hand) {
  // A and B are two of two in p, two of three in q; of four projects A funds three, B two.
  const Graph graph = make_graph(R"(
state:A funds project:p
state:A funds project:q
state:A funds project:r
state:B funds project:p
state:B funds project:q
state:C funds project:q
state:C funds project:s
)");
  const Answer answer = to_answer(cofunding(Subset::whole(graph), {.by = Closeness::newman}));
  BOOST_TEST(lines(answer.table, {"a", "b", "cosine", "newman", "chance"}) ==
             "a | b | cosine | newman | chance\n"
             "A | B | 0.8164965809277261 | 1.5 | 0.5\n"
             "B | C | 0.5 | 0.5 | 0.8333333333333333\n"
             "A | C | 0.4082482904638631 | 0.5 | 1\n");
}

BOOST_AUTO_TEST_CASE(chance_is_what_counting_all_choices_gives) {
  for (std::size_t all = 1; all <= 8; ++all)
    for (unsigned first = 1; first < 1U << all; first = first * 2 + 1) {  // the first a projects
      const auto a = static_cast<std::size_t>(std::popcount(first));
      for (std::size_t b = 1; b <= all; ++b) {
        std::map<std::size_t, double> times;  // by how many are shared
        double choices = 0;
        for (unsigned set = 0; set < 1U << all; ++set) {
          if (static_cast<std::size_t>(std::popcount(set)) != b) continue;
          ++times[static_cast<std::size_t>(std::popcount(set & first))];
          ++choices;
        }
        for (std::size_t shared = 0; shared <= std::min(a, b); ++shared) {
          double wanted = 0;
          for (const auto& [count, n] : times)
            if (count >= shared) wanted += n / choices;
          BOOST_REQUIRE_SMALL(overlap_chance(all, a, b, shared) - wanted, 1e-12);
        }
      }
    }
  // The intermediate values do not fit a double: C(60000, 20000) has 16,000 digits.
  BOOST_TEST(overlap_chance(60'000, 20'000, 20'000, 6'667) > 0.4);
  BOOST_TEST(overlap_chance(60'000, 20'000, 20'000, 6'667) < 0.6);
  BOOST_TEST(overlap_chance(1'000'000, 1'000, 1'000, 1'000) == 0);
}

BOOST_AUTO_TEST_CASE(false_discoveries_are_limited) {
  // The classical rule: the largest i with p(i) <= i / m * level.
  const std::vector<double> chances{0.9, 0.001, 0.02, 0.03, 0.012};
  BOOST_TEST(discovery_limit(chances, 5, 0.05) == 0.03);
  BOOST_TEST(discovery_limit(chances, 50, 0.05) == 0.001);
  BOOST_TEST(discovery_limit(chances, 500, 0.05) == -1);
  BOOST_TEST(discovery_limit({}, 0, 0.05) == -1);
}

BOOST_AUTO_TEST_CASE(pairs_that_chance_explains_are_left_out) {
  // A and B share eight projects of their own; C and D share one project with many others.
  std::string text;
  for (char p = 'a'; p < 'i'; ++p)
    for (const char* state : {"A", "B"})
      text += std::string("state:") + state + " funds project:" + p + "\n";
  for (char p = 'i'; p < 'y'; ++p) text += std::string("state:C funds project:") + p + "\n";
  text += "state:D funds project:j\n";
  const Graph graph = make_graph(text);
  const Answer answer = to_answer(cofunding(Subset::whole(graph), {.significance = 0.05}));
  BOOST_TEST(lines(answer.table, {"a", "b", "shared"}) == "a | b | shared\nA | B | 8\n");
  BOOST_TEST(answer.table.notes.back() ==
             "1 pair left out: that they share so many projects may be chance.");
}

BOOST_AUTO_TEST_SUITE_END()
