// SPDX-License-Identifier: Apache-2.0
//
// Tests the difference of two graphs: claims that are new, gone or changed.
#include "oscegraph/queries/claims/diff.hpp"

#include <boost/test/unit_test.hpp>

#include "oscegraph/tests/support/make_graph.hpp"
#include "oscegraph/tests/support/make_lines.hpp"

namespace {

using namespace oscegraph;
using namespace oscegraph::test;

constexpr std::string_view old_text = R"(
state:NO funds project:alpha doc=a amount=10 currency=EUR flow=committed at=p1
state:NO funds project:alpha doc=b amount=10 currency=EUR flow=committed
state:FR funds project:beta doc=a
office:x implements project:alpha doc=a
node state:NO name=Norway
node project:alpha name=Alpha
document a date=2024-01
document b date=2024-02
)";

Difference between(const Graph& before, const Graph& after) {
  return diff(Subset::whole(before), Subset::whole(after));
}

std::string rows(const Difference& difference) {
  return lines(table_of(difference),
               {"change", "what", "about", "relation", "document", "field", "before", "after"});
}

constexpr std::string_view header =
    "change | what | about | relation | document | field | before | after\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(diff_test)

BOOST_AUTO_TEST_CASE(the_same_has_no_difference) {
  const Graph before = make_graph(old_text);
  const Graph after = make_graph(old_text);
  const Difference difference = between(before, after);
  BOOST_TEST(rows(difference) == header);
  BOOST_TEST(note_lines(table_of(difference)) ==
             "Appeared: nothing.\nVanished: nothing.\nChanged: nothing.\n");
  BOOST_TEST(difference.come.nodes().empty());
  BOOST_TEST(difference.gone.nodes().empty());
}

BOOST_AUTO_TEST_CASE(what_came_went_and_changed_is_listed) {
  const Graph before = make_graph(old_text);
  const Graph after = make_graph(R"(
state:NO funds project:alpha doc=a amount=12 currency=EUR flow=committed at=p1
state:NO funds project:alpha doc=c amount=5 currency=SEK flow=spent
state:SE funds project:alpha doc=c amount=7 currency=SEK flow=spent
office:x implements project:alpha doc=a
node state:NO name="Kingdom of Norway"
node project:alpha name=Alpha
document a date=2024-01
document c date=2024-03
)");
  const Difference difference = between(before, after);
  BOOST_TEST(rows(difference) ==
             std::string(header) +
                 "vanished | node | beta | - | - | - | project | -\n"
                 "vanished | node | FR | - | - | - | state | -\n"
                 "changed | node | Kingdom of Norway | - | - | name | Norway | Kingdom of Norway\n"
                 "appeared | node | SE | - | - | - | - | state\n"
                 "vanished | document | b | - | - | - | 2024-02 | -\n"
                 "appeared | document | c | - | - | - | - | 2024-03\n"
                 "vanished | edge | FR → beta | funds | - | - | 1 claim in 1 "
                 "document | -\n"
                 "changed | claim | Kingdom of Norway → Alpha | funds | a | amount | EUR 10.00 | "
                 "EUR 12.00\n"
                 "vanished | claim | Norway → Alpha | funds | b | - | committed EUR "
                 "10.00 | -\n"
                 "appeared | claim | Kingdom of Norway → Alpha | funds | c | - | - | spent SEK "
                 "5.00\n"
                 "changed | sum | Kingdom of Norway → Alpha | funds | - | committed EUR | 10.00 | "
                 "12.00\n"
                 "appeared | sum | Kingdom of Norway → Alpha | funds | - | spent SEK | - | 5.00\n"
                 "appeared | edge | SE → Alpha | funds | - | - | - | 1 claim in 1 "
                 "document\n"
                 "appeared | sum | SE → Alpha | funds | - | spent SEK | - | 7.00\n");
  BOOST_TEST(note_lines(table_of(difference)) ==
             "Appeared: 1 node, 1 document, 1 edge, 2 claims, 2 sums.\n"
             "Vanished: 2 nodes, 1 document, 1 edge, 2 claims.\n"
             "Changed: 1 node, 1 claim, 1 sum.\n");
  BOOST_TEST(difference.come.claims().count() == 3U);
  BOOST_TEST(difference.gone.claims().count() == 3U);
  BOOST_TEST(difference.come.edges().count() == 2U);
  BOOST_TEST(difference.gone.edges().count() == 2U);
}

BOOST_AUTO_TEST_CASE(the_other_way_round_swaps_what_came_and_went) {
  const Graph one = make_graph("state:NO funds project:A doc=a\nstate:SE funds project:A doc=a\n");
  const Graph other = make_graph("state:NO funds project:A doc=a at=p2\n");
  const Difference there = between(one, other);
  const Difference back = between(other, one);
  BOOST_TEST(there.gone.claims() == back.come.claims());
  BOOST_TEST(there.come.claims() == back.gone.claims());
  BOOST_TEST(table_of(there).rows.size() == table_of(back).rows.size());
}

BOOST_AUTO_TEST_CASE(a_claim_told_twice_is_not_one_told_differently) {
  const Graph before = make_graph(
      "state:NO funds project:A doc=a amount=1 currency=EUR\n"
      "state:NO funds project:A doc=a amount=2 currency=EUR\n");
  const Graph after = make_graph(
      "state:NO funds project:A doc=a amount=2 currency=EUR\n"
      "state:NO funds project:A doc=a amount=3 currency=EUR\n"
      "state:NO funds project:A doc=a amount=4 currency=EUR\n");
  BOOST_TEST(
      lines(table_of(between(before, after)), {"change", "what", "field", "before", "after"}) ==
      "change | what | field | before | after\n"
      "changed | claim | amount | EUR 1.00 | EUR 3.00\n"
      "appeared | claim | - | - | EUR 4.00\n"
      "changed | sum | EUR of unknown flow | 3.00 | 9.00\n");
}

BOOST_AUTO_TEST_CASE(two_years_told_in_one_place_are_each_compared_with_themselves) {
  const Graph before = make_graph(
      "state:NO funds project:A doc=a amount=10 currency=EUR start=2023 at=p1\n"
      "state:NO funds project:A doc=a amount=5 currency=EUR start=2024 at=p1\n");
  const Graph after = make_graph(
      "state:NO funds project:A doc=a amount=4 currency=EUR start=2023 at=p1 basis=inferred\n"
      "state:NO funds project:A doc=a amount=6 currency=EUR start=2024 at=p1\n");
  BOOST_TEST(
      lines(table_of(between(before, after)), {"change", "what", "field", "before", "after"}) ==
      "change | what | field | before | after\n"
      "changed | claim | amount | EUR 10.00 | EUR 4.00\n"
      "changed | claim | basis | stated | inferred\n"
      "changed | claim | amount | EUR 5.00 | EUR 6.00\n"
      "changed | sum | EUR of unknown flow | 15.00 | 10.00\n");
}

BOOST_AUTO_TEST_CASE(a_payment_inside_another_project_is_another_claim) {
  const Graph before = make_graph(
      "state:NO funds office:x doc=a amount=1 currency=EUR via=project:A\n"
      "office:x implements project:A doc=a\noffice:x implements project:B doc=a\n");
  const Graph after = make_graph(
      "state:NO funds office:x doc=a amount=1 currency=EUR via=project:B\n"
      "office:x implements project:A doc=a\noffice:x implements project:B doc=a\n");
  BOOST_TEST(lines(table_of(between(before, after)), {"change", "what", "before", "after"}) ==
             "change | what | before | after\n"
             "vanished | claim | EUR 1.00, inside A | -\n"
             "appeared | claim | - | EUR 1.00, inside B\n");
}

BOOST_AUTO_TEST_CASE(only_what_is_in_scope_is_compared) {
  const Graph before = make_graph(old_text);
  const Graph after = make_graph("");
  Subset scope(before);
  scope.insert_edge(*before.find_edge(*before.find_node("office:x"), Relation::implements,
                                      *before.find_node("project:alpha")),
                    Subset::whole(before));
  const Difference difference = diff(scope, Subset::whole(after));
  BOOST_TEST(note_lines(table_of(difference)) ==
             "Appeared: nothing.\nVanished: 2 nodes, 1 document, 1 edge, 1 claim.\nChanged: "
             "nothing.\n");
}

BOOST_AUTO_TEST_SUITE_END()
