// SPDX-License-Identifier: Apache-2.0
//
// Tests tables in people's own formats, read by a mapping: as spreadsheets write them, with blanks,
// line breaks, byte order marks and their own words. Also tests the messages when a table cannot be
// read.
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "load_text.hpp"
#include "oscegraph/graph/text/text.hpp"

using namespace oscegraph;
using oscegraph::testing::Folder;

namespace {

const std::string usual_map =
    "from = Donor\nrelation = \"funds\"\nto = Project\namount = Amount\ncurrency = \"EUR\"\n";

struct Outcome {
  Loaded loaded;
  std::string problems;  ///< one on each line
  std::string warnings;  ///< one on each line
  std::string claims;    ///< "Norway 5.00 Stone Bridges", one on each line
};

Outcome load_table(const std::string& table, const std::string& map = usual_map) {
  const Folder folder;
  LoadOptions options;
  options.inputs = {folder.write("grants.csv", table)};
  options.map = folder.write("grants.map", map);
  options.create_missing = true;
  Problems problems(100);
  Outcome outcome{load(options, problems), "", "", ""};
  for (const Problem& problem : problems.list())
    outcome.problems += folder.strip(sentence(problem)) + '\n';
  for (const Problem& warning : outcome.loaded.warnings)
    outcome.warnings += folder.strip(sentence(warning)) + '\n';
  const Graph& graph = outcome.loaded.graph;
  for (const ClaimId c : graph.claims()) {
    const EdgeId e = graph.claim_edge(c);
    const auto amount = graph.claim_amount(c);
    outcome.claims += std::string(graph.node_name(graph.edge_from(e))) + ' ' +
                      (amount ? amount->decimal() + ' ' : "") +
                      std::string(graph.node_name(graph.edge_to(e))) + '\n';
  }
  return outcome;
}

void check_read(const std::string& table, const std::string& map, const std::string& claims) {
  const Outcome outcome = load_table(table, map);
  BOOST_TEST(outcome.problems == "");
  BOOST_TEST(outcome.claims == claims);
}

std::string problems_of(const std::string& table, const std::string& map = usual_map) {
  return load_table(table, map).problems;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(own_tables)

BOOST_AUTO_TEST_CASE(white_space_in_headers_and_around_cells_does_not_count) {
  const std::string norway = "Norway 10.00 Stone Bridges\n";
  check_read("Donor, Project, Amount\nNorway, Stone Bridges, 10\n", usual_map, norway);
  check_read(
      "\"Donor \";\t\"\u00A0Project\";Amount\u202F\nNorway\u00A0;\" Stone\r\nBridges\";\u00A0"
      "10 \n",
      "numbers = 1.234,56\n" + usual_map, norway);
  check_read("\uFEFF\"Donor\",\"Project\",\"Amount\"\n\"Norway\" , \"Stone Bridges\" ,\"10\"\n",
             usual_map, norway);
  check_read("\"Donor\ncountry\",\"Title  of\nproject\"\nNorway,Stone Bridges\n",
             "from = Donor country\nrelation = \"funds\"\nto = Title of project\n",
             "Norway Stone Bridges\n");
}

BOOST_AUTO_TEST_CASE(a_pipe_separates_like_a_comma) {
  check_read("Donor|Project|Amount\nNorway|Stone; Bridges, all|10\n", usual_map,
             "Norway 10.00 Stone; Bridges, all\n");
  // If another separator is as frequent, the pipe is a part of the names.
  check_read("Donor|s,Project\nNorway,A|B\n",
             "from = Donor|s\nrelation = \"funds\"\nto = Project\n", "Norway A|B\n");
}

BOOST_AUTO_TEST_CASE(the_name_of_a_document_is_text) {
  const Folder folder;
  LoadOptions options;
  options.inputs = {folder.write("caf\xE9.csv", "Donor,Project,Amount\nNorway,Bridges,10\n")};
  options.map = folder.write("grants.map", usual_map);
  options.create_missing = true;
  Problems problems(10);
  load(options, problems);
  BOOST_REQUIRE(problems.list().size() == 1U);
  BOOST_TEST(problems.list()[0].what ==
             "the file's name is not UTF-8, and its claims name the file as their document");
}

BOOST_AUTO_TEST_CASE(rows_without_a_filled_cell_are_passed_over) {
  const Outcome outcome = load_table(
      "Donor;Project;Amount\n;;\nNorway;Bridges;10\n \u00A0;\"\";\n;;;;\n   \nSweden;Roads;5\n");
  BOOST_TEST(outcome.problems == "");
  BOOST_TEST(outcome.warnings == "");
  BOOST_TEST(outcome.claims == "Norway 10.00 Bridges\nSweden 5.00 Roads\n");
  // One wrong cell is enough for an error.
  BOOST_TEST(
      problems_of("Donor;Project;Amount\n;;5\n") ==
      "grants.csv:2:1: the claim has no 'from'; every claim needs from, relation, to and "
      "document\n"
      "grants.csv:2:2: the claim has no 'to'; every claim needs from, relation, to and document\n");
}

BOOST_AUTO_TEST_CASE(two_columns_of_one_name_are_told_where_the_mapping_names_them) {
  BOOST_TEST(problems_of("Donor,Donor ,Project,Amount\nNorway,Sweden,Bridges,10\n") ==
             "grants.csv:1:7: two columns are called 'Donor'; rename one\n");
  // Both records name the column, but there is only one message.
  BOOST_TEST(
      problems_of("Donor,Project,Office,\"Project\n\"\nNorway,B,,C\n",
                  "records = claims\nfrom = Donor\nrelation = \"funds\"\nto = Project\n"
                  "records = claims\nfrom = Office\nrelation = \"implements\"\nto = Project\n") ==
      "grants.csv:1:22: two columns are called 'Project'; rename one\n");
  check_read("Donor,Note,Project,Amount,Note,,\nNorway,a,Bridges,10,b,,\n", usual_map,
             "Norway 10.00 Bridges\n");
}

BOOST_AUTO_TEST_CASE(a_word_that_stands_for_nothing_leaves_its_row_out) {
  const Outcome outcome = load_table(
      "Donor,Project,Amount\nNorway,(Direct),10\nFinland, (Direct) ,20\nNorway,Bridges,5\n",
      usual_map + "to \"(Direct)\" = \"\"\n");
  BOOST_TEST(outcome.problems == "");
  BOOST_TEST(outcome.claims == "Norway 5.00 Bridges\n");
  BOOST_TEST(outcome.warnings ==
             "grants.csv: 2 of 3 rows leave 'Donor' or 'Project' empty and state no such claim "
             "(grants.map, line 1)\n");
  // The same for one of two records; the other one makes a claim.
  const Outcome two = load_table(
      "Donor,Project,Office\nNorway,Bridges,various\n",
      "records = claims\nfrom = Donor\nrelation = \"funds\"\nto = Project\nrecords = claims\n"
      "from = Office\nrelation = \"implements\"\nto = Project\nfrom \"various\" = \"\"\n");
  BOOST_TEST(two.problems == "");
  BOOST_TEST(two.claims == "Norway Bridges\n");
  // A cell that is empty in the table is still an error.
  BOOST_TEST(problems_of("Donor,Project,Amount\nNorway,,10\n", usual_map + "to \"x\" = \"\"\n") ==
             "grants.csv:2:8: the claim has no 'to'; every claim needs from, relation, to and "
             "document\n");
}

BOOST_AUTO_TEST_CASE(an_amount_that_is_not_known_needs_no_currency) {
  const std::string words = "amount \"n/a\" = \"\"\namount \"-\" = \"\"\n";
  check_read("Donor,Project,Amount\nNorway,B,n/a\nSweden,B,-\nFinland,B,\nFrance,B, \n",
             usual_map + words, "Finland B\nFrance B\nNorway B\nSweden B\n");
  check_read(
      "Donor,Project,Amount,Code\nNorway,B,n/a,EUR\nSweden,B,,USD\nFinland,B,5,USD\n",
      "from = Donor\nrelation = \"funds\"\nto = Project\namount = Amount\ncurrency = Code\n" +
          words,
      "Finland 5.00 B\nNorway B\nSweden B\n");
  check_read(
      "Donor,Project,From\nNorway,B,open\n",
      "from = Donor\nrelation = \"funds\"\nto = Project\nstart = From\nstart \"open\" = \"\"\n",
      "Norway B\n");
}

BOOST_AUTO_TEST_CASE(numbers_in_another_style_are_told_with_the_line_that_reads_them) {
  const std::string start = "Donor;Project;Amount\nNorway;B;";
  BOOST_TEST(problems_of(start + "12.50\n", "numbers = 1.234,56\n" + usual_map) ==
             "grants.csv:2:10: '12.50' is not an amount with 'numbers = 1.234,56'; a point groups "
             "three digits there, a comma begins the decimals; 'numbers = 1234.56' or 'numbers = "
             "1,234.56' would read it\n");
  BOOST_TEST(
      problems_of(start + "12,50\n", "numbers = 1,234.56\n" + usual_map) ==
      "grants.csv:2:10: '12,50' is not an amount with 'numbers = 1,234.56'; a comma groups "
      "three digits there, a point begins the decimals; 'numbers = 1.234,56' would read it\n");
  BOOST_TEST(problems_of(start + "1 234,5\n") ==
             "grants.csv:2:10: '1 234,5' is not an amount; without a line 'numbers =' a number is "
             "written 1234.56; 'numbers = 1.234,56' would read it\n");
  BOOST_TEST(
      problems_of(start + "1.234\n") ==
      "grants.csv:2:10: '1.234' has too many decimals; EUR has 2; 'numbers = 1.234,56' would "
      "read it\n");
  BOOST_TEST(
      problems_of(start + "1.2345\n") ==
      "grants.csv:2:10: '1.2345' has too many decimals; EUR has 2; a line 'numbers =' of the "
      "mapping says how numbers are written\n");
  BOOST_TEST(
      problems_of(start + "10,555\n", "numbers = 1.234,56\n" + usual_map) ==
      "grants.csv:2:10: '10,555' has too many decimals; EUR has 2; 'numbers = 1,234.56' would "
      "read it\n");
  BOOST_TEST(problems_of(start + "five\n") ==
             "grants.csv:2:10: 'five' is not an amount; an amount is a plain decimal such as "
             "1200000.00, without grouping or currency signs\n");
  BOOST_TEST(problems_of(start + "100-\n", "numbers = 1.234,56\n" + usual_map) ==
             "grants.csv:2:10: '100-' is not an amount with 'numbers = 1.234,56'; a point groups "
             "three digits there, a comma begins the decimals; a minus stands in front\n");
  BOOST_TEST(
      problems_of("Donor;Project;Part\nNorway;B;12.5\n",
                  "numbers = 1.234,56\nfrom = Donor\nrelation = \"funds\"\nto = Project\n"
                  "share = Part\n") ==
      "grants.csv:2:10: '12.5' is not a share with 'numbers = 1.234,56'; a point groups three "
      "digits there, a comma begins the decimals; 'numbers = 1234.56' or 'numbers = 1,234.56' "
      "would read it\n");
  // Constants in the mapping itself are in our notation.
  check_read(
      "Donor;Project\nNorway;B\n",
      "numbers = 1.234,56\nfrom = Donor\nrelation = \"funds\"\nto = Project\namount = \"12.50\"\n"
      "currency = \"EUR\"\n",
      "Norway 12.50 B\n");
}

BOOST_AUTO_TEST_CASE(dates_are_shown_as_they_are_written) {
  const std::string map = "from = Donor\nrelation = \"funds\"\nto = Project\nstart = Date\n";
  const std::string table = "Donor,Project,Date\nNorway,B,";
  BOOST_TEST(problems_of(table + "31/12/2014\n", "dates = MM/DD/YYYY\n" + map) ==
             "grants.csv:2:10: '31/12/2014' is not a date with 'dates = MM/DD/YYYY'; 'dates = "
             "DD/MM/YYYY' would read it\n");
  BOOST_TEST(problems_of(table + "31.12.2014\n", map) ==
             "grants.csv:2:10: '31.12.2014' is not a date; a date is YYYY, YYYY-MM or YYYY-MM-DD "
             "where the mapping has no line 'dates ='; 'dates = DD.MM.YYYY' would read it\n");
  BOOST_TEST(problems_of(table + "31.02.2014\n", "dates = DD.MM.YYYY\n" + map) ==
             "grants.csv:2:10: '31.02.2014' is not a date with 'dates = DD.MM.YYYY'\n");
  BOOST_TEST(problems_of(table + "2014-02-31\n", map) ==
             "grants.csv:2:10: '2014-02-31' is not a date that exists; a date is YYYY, YYYY-MM or "
             "YYYY-MM-DD\n");
  BOOST_TEST(problems_of(table + "soon\n", map) ==
             "grants.csv:2:10: 'soon' is not a date; a date is YYYY, YYYY-MM or YYYY-MM-DD\n");
}

BOOST_AUTO_TEST_CASE(a_missing_column_is_told_once_and_nothing_of_the_rows) {
  const std::string map =
      "records = claims\nfrom = Payer\nrelation = \"funds\"\nto = Project\nrecords = claims\n"
      "from = Payer\nrelation = \"partners\"\nto = Project\n";
  BOOST_TEST(
      problems_of("Donor,Project\nNorway,B\nSweden,C\n", map) ==
      "grants.map:2:8: grants.csv has no column 'Payer'; its columns are Donor and Project; a "
      "value that is the same in every row is in double quotes: from = \"Payer\"\n");
  BOOST_TEST(
      problems_of("Our grants,,\nDonor,Project,Amount\nNorway,B,5\n") ==
      "grants.map:1:8: grants.csv has none of the columns 'Donor', 'Project' and 'Amount'; its "
      "columns are Our grants; the first line of the table should be its header\n");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(causes_before_consequences)

namespace {

/// The problems of a folder of native tables, one on each line.
std::string problems_of_folder(const std::vector<std::pair<std::string, std::string>>& files) {
  const Folder folder;
  LoadOptions options;
  for (const auto& [name, text] : files) options.inputs.push_back(folder.write(name, text));
  Problems problems(100);
  load(options, problems);
  std::string result;
  for (const Problem& problem : problems.list()) result += folder.strip(sentence(problem)) + '\n';
  return result;
}

const std::string documents = "id\nd\n";
const std::string claims =
    "from,relation,to,document\nstate:NO,funds,project:x,d\nstate:SE,funds,project:x,d\n";

}  // namespace

BOOST_AUTO_TEST_CASE(of_a_table_with_a_wrong_header_no_row_is_read) {
  BOOST_TEST(
      problems_of_folder({{"documents.csv", documents},
                          {"nodes.csv", "id,kind\nproject:x,project\n"},
                          {"claims.csv",
                           "form,relation,to,document\nstate:NO,funds,project:x,d\n"
                           "state:SE,funds,project:x,d\n"}}) ==
      "claims.csv:1:1: a claim has no field 'form'; fields are from, relation, to, document, via, "
      "amount, currency, flow, start, end, share, locator, quote, basis, rule and reviewed; did "
      "you mean 'from'?\n"
      "claims.csv:1: the table has no column 'from'; every claim needs one\n");
  // There is no message about missing nodes that the damaged table would have defined.
  BOOST_TEST(problems_of_folder({{"documents.csv", documents},
                                 {"nodes.csv", "id,name\nproject:x,X\n"},
                                 {"claims.csv", claims}}) ==
             "nodes.csv:1: the table has no column 'kind'; every node needs one\n");
  BOOST_TEST(problems_of_folder({{"documents.csv", "id,id\nd,d\n"},
                                 {"nodes.csv", "id,kind\nproject:x,project\n"},
                                 {"claims.csv", claims}}) ==
             "documents.csv:1:4: two columns are called 'id'; rename one\n");
}

BOOST_AUTO_TEST_CASE(nobody_calls_for_what_a_damaged_row_or_line_defines) {
  BOOST_TEST(problems_of_folder({{"documents.csv", documents},
                                 {"nodes.csv", "id,kind,name\nproject:x,project,X, or Y\n"},
                                 {"claims.csv", claims}}) ==
             "nodes.csv:2:1: the row has 4 fields; the header has 3; quote fields that hold the "
             "separator or a line break\n");
  BOOST_TEST(
      problems_of_folder({{"documents.csv", documents},
                          {"nodes.csv", "id,kind,name\nproject:x,project,caf\xE9\n"},
                          {"claims.csv", claims}}) ==
      "nodes.csv:2:22: a byte that is not UTF-8; records are UTF-8 text; save the file again as "
      "UTF-8\n");
  BOOST_TEST(
      problems_of_folder({{"documents.csv", documents},
                          {"nodes.jsonl", R"({"type":"node","id":"project:x","kind":"project",})"},
                          {"claims.csv", claims}})
          .find("no node is called") == std::string::npos);
  // A node that no table defines is reported as usual.
  BOOST_TEST(problems_of_folder({{"documents.csv", documents},
                                 {"nodes.csv", "id,kind,name\nproject:y,project,X, or Y\n"},
                                 {"claims.csv", claims}})
                 .find("no node is called 'project:x'") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
