// SPDX-License-Identifier: Apache-2.0
//
// Tests lists of nodes, edges, claims and documents: how they are filtered by words and sorted.
#include "oscegraph/queries/claims/listing.hpp"

#include <boost/test/unit_test.hpp>

#include "oscegraph/graph/narrow.hpp"
#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/tests/support/make_graph.hpp"
#include "oscegraph/tests/support/make_lines.hpp"

using namespace oscegraph;
using namespace oscegraph::test;

BOOST_AUTO_TEST_SUITE(listing_test)

namespace {

Graph example() {
  return make_graph(R"(
state:NO funds project:p doc=a amount=90 currency=EUR flow=spent at="page 1"
state:NO funds project:p doc=b amount=1000 currency=JPY start=2020
office:x implements project:p doc=a basis=inferred
project:p partners project:p doc=a
document a title="Ö, the OSCE's" date=2024-11-22 publisher="OSCE"
document c title="silent"
)");
}

}  // namespace

BOOST_AUTO_TEST_CASE(lists_each_kind_of_thing) {
  const Graph graph = example();
  const Subset whole = Subset::whole(graph);
  BOOST_TEST(lines(table_of(listing(whole, {.what = Listed::nodes}))) ==
             "name | kind | id | edges | documents\n"
             "x | office | office:x | 1 | 1\n"
             "p | project | project:p | 3 | 2\n"
             "NO | state | state:NO | 1 | 2\n");
  BOOST_TEST(lines(table_of(listing(whole, {.what = Listed::edges}))) ==
             "from | from_id | relation | to | to_id | claims | documents\n"
             "x | office:x | implements | p | project:p | 1 | 1\n"
             "p | project:p | partners | p | project:p | 1 | 1\n"
             "NO | state:NO | funds | p | project:p | 2 | 2\n");
  BOOST_TEST(lines(table_of(listing(whole, {.what = Listed::claims})),
                   {"from", "document_id", "date", "place", "basis", "start", "flow", "currency",
                    "amount"}) ==
             "from | document_id | date | place | basis | start | flow | currency | amount\n"
             "x | a | 2024-11-22 | - | inferred | - | - | - | -\n"
             "p | a | 2024-11-22 | - | stated | - | - | - | -\n"
             "NO | a | 2024-11-22 | page 1 | stated | - | spent | EUR | 90.00\n"
             "NO | b | - | - | stated | 2020 | unknown | JPY | 1000\n");
  BOOST_TEST(
      lines(table_of(listing(whole, {.what = Listed::documents})), {"title", "claims", "id"}) ==
      "title | claims | id\nÖ, the OSCE's | 3 | a\nb | 1 | b\n");
}

BOOST_AUTO_TEST_CASE(keeps_rows_with_all_the_words_wherever_they_stand) {
  const Graph graph = example();
  const Subset whole = Subset::whole(graph);
  const auto matching = [&](Listed what, std::string contains) {
    return lines(table_of(listing(whole, {.what = what, .contains = std::move(contains)})),
                 {"from"});
  };
  BOOST_TEST(matching(Listed::claims, "o osces SPENT") == "from\nNO\n");
  BOOST_TEST(matching(Listed::claims, "osce") == "from\nx\np\nNO\n");
  BOOST_TEST(matching(Listed::claims, "project:p") == "from\n");  // ids are not searched
  BOOST_TEST(matching(Listed::claims, "  ") == "from\nx\np\nNO\nNO\n");
  const Table table =
      table_of(listing(whole, {.what = Listed::claims, .contains = "stated", .most = 1}));
  BOOST_TEST(table.rows.size() == 1U);
  BOOST_CHECK(
      (table.facts == decltype(table.facts){{"rows", count_cell(4)}, {"matching", count_cell(3)}}));
}

BOOST_AUTO_TEST_CASE(sorts_by_value_with_the_unknown_last) {
  const Graph graph = example();
  const Subset whole = Subset::whole(graph);
  const auto sorted = [&](std::string sort) {
    return lines(table_of(listing(whole, {.what = Listed::claims, .sort = std::move(sort)})),
                 {"amount"});
  };
  BOOST_TEST(sorted("amount") == "amount\n90.00\n1000\n-\n-\n");
  BOOST_TEST(sorted("-amount") == "amount\n1000\n90.00\n-\n-\n");
  const auto by = [&](std::string sort, const std::string& column) {
    return lines(table_of(listing(whole, {.what = Listed::claims, .sort = std::move(sort)})),
                 {column});
  };
  BOOST_TEST(by("date", "from") == "from\nx\np\nNO\nNO\n");  // equal dates in the graph's order
  BOOST_TEST(by("-from", "from") == "from\nx\np\nNO\nNO\n");
  BOOST_TEST(by("from", "document_id") == "document_id\na\nb\na\na\n");
  BOOST_CHECK_EXCEPTION(listing(whole, {.sort = "nam"}), UsageError, [](const UsageError& error) {
    return error.problem().what == "no column is called 'nam'" &&
           error.problem().next == "did you mean 'name'?";
  });
}

BOOST_AUTO_TEST_CASE(counts_only_what_is_in_scope) {
  const Graph graph = example();
  Filters filters;
  filters.basis = Basis::inferred;
  const Subset inferred = narrow(graph, filters);
  BOOST_TEST(
      lines(table_of(listing(inferred, {.what = Listed::nodes})), {"name", "edges", "documents"}) ==
      "name | edges | documents\nx | 1 | 1\np | 1 | 1\n");
  BOOST_TEST(lines(table_of(listing(inferred, {.what = Listed::documents})), {"id", "claims"}) ==
             "id | claims\na | 1\n");
}

BOOST_AUTO_TEST_SUITE_END()
