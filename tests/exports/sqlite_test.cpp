// SPDX-License-Identifier: Apache-2.0
//
// Tests the SQLite database by querying it in SQL.
#include <sqlite3.h>

#include <boost/test/unit_test.hpp>
#include <memory>

#include "oscegraph/tests/exports/graph_maker.hpp"
#include "oscegraph/tests/exports/scratch_folder.hpp"
#include "oscegraph/tests/exports/written.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;
using namespace oscegraph::test;

namespace {

class Database {
 public:
  explicit Database(const std::string& bytes) {
    folder_.write("x.sqlite", bytes);
    sqlite3* opened = nullptr;
    sqlite3_open(folder_.path("x.sqlite").c_str(), &opened);
    database_.reset(opened);
  }
  /// The rows of the answer, one on each line, with '|' between fields; or the error.
  std::string ask(const std::string& sql) const {
    std::string rows;
    char* message = nullptr;
    const auto take = [](void* into, int count, char** values, char** /*names*/) {
      auto& text = *static_cast<std::string*>(into);
      for (int i = 0; i < count; ++i)
        text += (i == 0 ? "" : "|") + std::string(values[i] == nullptr ? "NULL" : values[i]);
      text += '\n';
      return 0;
    };
    if (sqlite3_exec(database_.get(), sql.c_str(), take, &rows, &message) != SQLITE_OK)
      rows = message;
    sqlite3_free(message);
    return rows;
  }

 private:
  ScratchFolder folder_;
  std::unique_ptr<sqlite3, decltype(&sqlite3_close)> database_{nullptr, sqlite3_close};
};

Database database_of(const Graph& graph) { return Database(written("sqlite", graph).text); }

constexpr std::string_view lines =
    "state:NO funds project:A doc=d1 amount=100000.55 currency=EUR flow=committed at=\"line 5\"\n"
    "state:NO funds project:A doc=d2 amount=9 currency=EUR flow=committed\n"
    "office:X implements project:A doc=d2\n"
    "node state:NO name=Norway attr.country=NO\n"
    "document d1 title=\"A title\" date=2024-11-22 url=https://example.org/1\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(sqlite)

BOOST_AUTO_TEST_CASE(the_file_is_sound) {
  for (const Graph& graph : {make_graph(lines), nasty_graph(), Graph()}) {
    const Database database = database_of(graph);
    BOOST_TEST(database.ask("PRAGMA integrity_check") == "ok\n");
    BOOST_TEST(database.ask("PRAGMA foreign_key_check").empty());
  }
}

BOOST_AUTO_TEST_CASE(amounts_are_exact_and_compare_as_numbers) {
  const Database database = database_of(make_graph(lines));
  BOOST_TEST(database.ask("SELECT amount_minor, amount FROM claims WHERE amount IS NOT NULL "
                          "ORDER BY amount") == "900|9\n10000055|100000.55\n");
  BOOST_TEST(database.ask("SELECT amount_eur_committed FROM edges WHERE relation = 'funds'") ==
             "9\n");
}

BOOST_AUTO_TEST_CASE(funding_says_who_pays_and_who_implements) {
  BOOST_TEST(database_of(make_graph(lines))
                 .ask("SELECT payer, receiver, office, flow, currency, amount, document, url FROM "
                      "funding ORDER BY claim_id") ==
             "Norway|A|X|committed|EUR|100000.55|A title|https://example.org/1\n"
             "Norway|A|X|committed|EUR|9|NULL|NULL\n");
}

BOOST_AUTO_TEST_CASE(evidence_says_which_document_where) {
  BOOST_TEST(database_of(make_graph(lines))
                 .ask("SELECT from_name, relation, to_name, document_id, locator, basis FROM "
                      "evidence ORDER BY claim_id") ==
             "X|implements|A|d2|NULL|stated\n"
             "Norway|funds|A|d1|line 5|stated\n"
             "Norway|funds|A|d2|NULL|stated\n");
}

BOOST_AUTO_TEST_CASE(questions_by_name_edge_and_document_use_an_index) {
  const Database database = database_of(make_graph(lines));
  for (const std::string where :
       {"nodes WHERE name = 'x'", "edges WHERE from_id = 'x'", "edges WHERE to_id = 'x'",
        "claims WHERE edge_id = 'x'", "claims WHERE document_id = 'x'"})
    BOOST_TEST(contains(database.ask("EXPLAIN QUERY PLAN SELECT * FROM " + where), "USING INDEX"));
}

BOOST_AUTO_TEST_CASE(hostile_names_come_back_as_they_went_in) {
  const Graph graph = nasty_graph();
  const Database database = database_of(graph);
  BOOST_TEST(database.ask("SELECT name FROM nodes WHERE id = 'node'") ==
             std::string(graph.node_name(test::node(graph, "node"))) + '\n');
  BOOST_TEST(database.ask("SELECT length(name), active FROM nodes WHERE id = 'graph'") ==
             "10000|1\n");
  BOOST_TEST(database.ask("SELECT quote FROM evidence") == "he said, \"q\"\nand left\n");
}

BOOST_AUTO_TEST_CASE(a_via_project_outside_of_the_subset_is_there) {
  const Graph graph = make_graph("state:NO funds office:X via=project:V");
  Subset part(graph);
  part.insert_edge(0, Subset::whole(graph));
  BOOST_TEST(Database(written("sqlite", part).text).ask("SELECT via FROM evidence") == "V\n");
}

BOOST_AUTO_TEST_SUITE_END()
