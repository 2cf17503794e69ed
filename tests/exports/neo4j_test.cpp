// SPDX-License-Identifier: Apache-2.0
//
// Tests the tables and the Cypher script for Neo4j.
#include <boost/test/unit_test.hpp>

#include "oscegraph/exports/graphs/neo4j/cypher_script.hpp"
#include "oscegraph/tests/exports/graph_maker.hpp"
#include "oscegraph/tests/exports/written.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;
using namespace oscegraph::test;

namespace {

Graph funding() {
  return make_graph(
      "state:NO funds project:A doc=d1 amount=100000.55 currency=EUR flow=committed via=project:V\n"
      "node state:NO name=Norway\n"
      "document d1 title=\"A, title\"\n");
}

std::string cypher(std::string_view text) {
  Output out;
  append_cypher_string(out, text);
  return out.text();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(neo4j)

BOOST_AUTO_TEST_CASE(tables_have_typed_headers_and_spaces_of_ids) {
  const WrittenFolder folder("neo4j", funding());
  BOOST_TEST(folder.read("entities.csv") ==
             "id:ID(Entity),name,kind,aliases,:LABEL\n"
             "project:A,A,project,,Entity;Project\n"
             "project:V,V,project,,Entity;Project\n"
             "state:NO,Norway,state,,Entity;State\n");
  BOOST_TEST(folder.read("relationships.csv") ==
             ":START_ID(Entity),edge_id,weight:long,relation,basis,claim_count:long,"
             "document_count:long,documents,document_dates,start,end,interaction,amount_eur_"
             "committed:double,"
             ":END_ID(Entity),:TYPE\n"
             "state:NO,e1,1,funds,stated,1,1,d1,,,,funds,100000.55,project:A,FUNDS\n");
  BOOST_TEST(contains(folder.read("claims.csv"), ",e1,funds,100000.55,10000055,EUR,committed,"));
  BOOST_TEST(count(folder.read("claim_ends.csv"), "\n") == 4U);
  BOOST_TEST(contains(folder.read("claim_ends.csv"), ",project:V,VIA\n"));
  BOOST_TEST(contains(folder.read("documents.csv"), "d1,\"A, title\","));
  BOOST_TEST(contains(folder.read("claim_documents.csv"), ",d1,STATED_IN\n"));
  BOOST_TEST(folder.lost().empty());
}

BOOST_AUTO_TEST_CASE(the_script_carries_the_same_data) {
  const std::string script = WrittenFolder("neo4j", funding()).read("load.cypher");
  BOOST_TEST(
      contains(script,
               "UNWIND [\n'state:NO\u241FNorway\u241Fstate\u241F'\n] AS line WITH split(line, "
               "'\u241F') AS row\nMERGE (n:Entity {id: row[0]}) SET n:State, n.`name` = CASE "));
  BOOST_TEST(contains(script, "MERGE (a)-[r:FUNDS]->(b) SET "));
  BOOST_TEST(contains(script, "r.`weight` = toInteger(row[3]), "));
  BOOST_TEST(contains(script, "r.`amount_eur_committed` = toFloat(row[13]);\n"));
  BOOST_TEST(contains(script, "\u241Ffunds\u241F100000.55'\n]"));
  BOOST_TEST(contains(script, "MERGE (c)-[:VIA]->(v);\n"));
}

BOOST_AUTO_TEST_CASE(a_separator_in_the_data_ends_no_field) {
  const WrittenFolder folder("neo4j", make_graph("state:NO funds project:A\n"
                                                 "node state:NO name=a\u241Fb\n"));
  BOOST_TEST(contains(folder.read("load.cypher"), "'state:NO\u241Fa|b\u241Fstate"));
  BOOST_TEST(contains(folder.read("entities.csv"), "a\u241Fb"));
  BOOST_REQUIRE(folder.lost().size() == 1U);
  BOOST_TEST(contains(folder.lost()[0], "separator \u241F"));
}

BOOST_AUTO_TEST_CASE(large_graphs_are_many_small_statements) {
  const std::string script = WrittenFolder("neo4j", make_plain_graph(1001, {})).read("load.cypher");
  BOOST_TEST(count(script, "SET n:Project, ") == 3U);
}

BOOST_AUTO_TEST_CASE(no_text_ends_a_cypher_string) {
  BOOST_TEST(cypher("it's") == "'it\\'s'");
  BOOST_TEST(cypher("a\\") == "'a\\\\'");
  BOOST_TEST(cypher("a\nb\x7F") == "'a\\u000ab\\u007f'");
  BOOST_TEST(cypher("\\u0027") == "'\\\\'+'u0027'");
}

BOOST_AUTO_TEST_CASE(one_claim_has_one_name_in_every_graph) {
  const std::string alone =
      WrittenFolder("neo4j", make_graph("state:NO funds project:A")).read("claims.csv");
  const std::string among =
      WrittenFolder("neo4j", make_graph("agency:Z funds project:A\nstate:NO funds project:A"))
          .read("claims.csv");
  const std::string name = alone.substr(alone.find('\n') + 1, 32);
  BOOST_TEST(contains(among, name));
}

BOOST_AUTO_TEST_SUITE_END()
