// SPDX-License-Identifier: Apache-2.0
//
// Tests the three tables that the CSV export for Gephi writes: nodes.csv and edges.csv for Gephi's
// "Import spreadsheet", and evidence.csv, which has one row for each claim.
#include <boost/test/unit_test.hpp>

#include "oscegraph/tests/exports/scratch_folder.hpp"
#include "oscegraph/tests/exports/written.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;
using namespace oscegraph::test;

namespace {

constexpr std::string_view funding =
    "state:NO funds project:A doc=d1 amount=100000.55 currency=EUR flow=committed at=\"line 5\"\n"
    "state:NO funds project:A doc=d2 amount=0 currency=USD flow=disbursed start=2023\n"
    "office:X implements project:A doc=d2\n"
    "node state:NO name=Norway\n"
    "document d1 title=\"A, title\" date=2024-11-22 publisher=OSCE url=https://example.org/1\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(csv_gephi)

BOOST_AUTO_TEST_CASE(p3_p18_p30_tables_have_gephis_headers_and_one_row_an_edge) {
  const WrittenFolder folder("csv-gephi", make_graph(funding));
  BOOST_TEST(folder.read("nodes.csv") ==
             "Id,Label,kind,aliases\n"
             "office:X,X,office,\n"
             "project:A,A,project,\n"
             "state:NO,Norway,state,\n");
  BOOST_TEST(folder.read("edges.csv") ==
             "Source,Target,Type,Kind,Id,Label,Weight,relation,basis,claim_count,document_count,"
             "documents,document_dates,start,end,interaction,amount_eur_committed,"
             "amount_usd_disbursed\n"
             "office:X,project:A,Directed,implements,e1,implements,1,implements,stated,1,1,d2,,,"
             ",implements,,\n"
             "state:NO,project:A,Directed,funds,e2,funds,2,funds,stated,2,2,d1 | d2,"
             "2024-11-22 | -,2023,,funds,100000.55,0.00\n");
}

BOOST_AUTO_TEST_CASE(claims_travel_in_the_evidence) {
  const WrittenFolder folder("csv-gephi", make_graph(funding));
  BOOST_TEST(
      folder.read("evidence.csv") ==
      "edge_id,from,relation,to,document,via,amount,currency,flow,start,end,share,locator,quote,"
      "basis,rule,reviewed,title,publisher,date,url,file,checksum\n"
      "e1,office:X,implements,project:A,d2,,,,,,,,,,stated,,,,,,,,\n"
      "e2,state:NO,funds,project:A,d1,,100000.55,EUR,committed,,,,line 5,,stated,,,\"A, title\","
      "OSCE,2024-11-22,https://example.org/1,,\n"
      "e2,state:NO,funds,project:A,d2,,0.00,USD,disbursed,2023,,,,,stated,,,,,,,,\n");
  BOOST_TEST(folder.lost().empty());
}

BOOST_AUTO_TEST_CASE(p50_backslashes_are_doubled_where_gephi_reads) {
  const WrittenFolder folder("csv-gephi", make_graph("state:NO funds project:A\n"
                                                     "node project:A name=\"B, C\\\"\n"));
  BOOST_TEST(contains(folder.read("nodes.csv"), "project:A,\"B, C\\\\\",project,"));
}

BOOST_AUTO_TEST_SUITE_END()
