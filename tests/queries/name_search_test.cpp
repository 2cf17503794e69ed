// SPDX-License-Identifier: Apache-2.0
//
// Tests the search in names: case, diacritics, aliases, order of hits.
#include "oscegraph/queries/name_search.hpp"

#include <boost/test/unit_test.hpp>

#include "oscegraph/graph/narrow.hpp"
#include "oscegraph/tests/support/make_graph.hpp"
#include "oscegraph/tests/support/make_lines.hpp"

using namespace oscegraph;
using namespace oscegraph::test;

namespace {

struct Fixture {
  Graph graph = make_graph(R"(
    node state:TR name=Türkiye alias=Turkey
    node office:dushanbe name="Programme Office in Dushanbe" alias="OSCE Centre in Dushanbe"
    node office:bishkek name="Programme Office in Bishkek"
    node office:programme name=Programme
    node project:kprogramme name="Subprogramme of a kind"
    office:bishkek implements project:kprogramme
  )");
  Subset whole = Subset::whole(graph);
  NameSearch search{graph};

  /// "node (matched); ..."
  [[nodiscard]] std::string found(std::string_view text, std::size_t most = 10) const {
    return lines(table_of(search.find(text, whole, most)), {"node_id", "matched"});
  }
};

const std::string header = "node_id | matched\n";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(name_search, Fixture)

BOOST_AUTO_TEST_CASE(case_diacritics_and_aliases) {
  BOOST_TEST(found("TURKIYE") == header + "state:TR | Türkiye\n");
  BOOST_TEST(found("turk") == header + "state:TR | Türkiye\n");
  BOOST_TEST(found("turkey") == header + "state:TR | Turkey\n");
  BOOST_TEST(found("centre dush") == header + "office:dushanbe | OSCE Centre in Dushanbe\n");
}

BOOST_AUTO_TEST_CASE(the_best_fit_first_then_who_has_more_edges) {
  BOOST_TEST(found("programme") == header +
                                       "office:programme | Programme\n"
                                       "office:bishkek | Programme Office in Bishkek\n"
                                       "office:dushanbe | Programme Office in Dushanbe\n"
                                       "project:kprogramme | Subprogramme of a kind\n");
}

BOOST_AUTO_TEST_CASE(words_in_any_order_each_somewhere) {
  BOOST_TEST(found("bishkek office") == header + "office:bishkek | Programme Office in Bishkek\n");
  BOOST_TEST(found("bishkek dushanbe") == header);
}

BOOST_AUTO_TEST_CASE(a_node_is_listed_once_and_no_more_than_asked) {
  BOOST_TEST(found("dushanbe") == header + "office:dushanbe | Programme Office in Dushanbe\n");
  const Answer answer = to_answer(search.find("programme", whole, 2));
  BOOST_TEST(answer.table.rows.size() == 2U);
  BOOST_TEST(answer.subset.nodes().count() == 2U);
  BOOST_TEST(answer.table.notes.front() == "The best 2 of 4 nodes with such a name.");
}

BOOST_AUTO_TEST_CASE(nothing_found_and_nothing_typed) {
  BOOST_TEST(found("zzz") == header);
  BOOST_TEST(table_of(search.find("zzz", whole, 5)).notes.front() ==
             "No node has a name like 'zzz'.");
  BOOST_TEST(found("") == header);
  BOOST_TEST(found(" -\n\xff") == header);
}

BOOST_AUTO_TEST_CASE(only_nodes_in_scope_and_names_added_later) {
  Filters filters;
  filters.kinds = {Kind::project};
  const Subset projects = narrow(graph, filters);
  BOOST_TEST(table_of(search.find("programme", projects, 9)).rows.size() == 1U);
  search.add("Турция", node(graph, "state:TR"));
  BOOST_TEST(found("турц") == header + "state:TR | Турция\n");
}

BOOST_AUTO_TEST_CASE(edges_between_what_was_found_are_in_the_subset) {
  const Answer answer = to_answer(search.find("programme", whole, 10));
  BOOST_TEST(answer.subset.edges().count() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
