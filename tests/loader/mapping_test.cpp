// SPDX-License-Identifier: Apache-2.0
//
// Tests mapping files: what they may contain, the error for each fault, and the claims that are
// made of a table by a mapping.
#include "oscegraph/loader/tables/mapping.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "load_text.hpp"

using namespace oscegraph;
using oscegraph::testing::Folder;

namespace {

/// The problems of a mapping, one on each line.
std::string faults_of(const std::string& text) {
  Problems problems(100);
  const auto map = parse_mapping("m.map", text, problems);
  std::string faults;
  for (const Problem& problem : problems.list()) faults += sentence(problem) + '\n';
  BOOST_TEST(map.has_value() == faults.empty());
  return faults;
}

/// The problems of a mapping that has the fields that every claim needs, and `more`.
std::string faults_of_claim(const std::string& more) {
  return faults_of("from = A\nrelation = \"funds\"\nto = B\n" + more);
}

Mapping parsed(const std::string& text) {
  Problems stop;
  return parse_mapping("m.map", text, stop).value();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(mapping)

BOOST_AUTO_TEST_CASE(columns_and_constants) {
  const Mapping map = parsed(
      "# a comment\n\nrecords = nodes\nid = Key\nkind = "
      "\"project\"\nattributes.theme=Theme of it\n");
  BOOST_REQUIRE(map.records.size() == 1U);
  BOOST_TEST((map.records[0].type == RecordType::node));
  const auto& entries = map.records[0].entries;
  BOOST_TEST(entries.size() == 3U);
  BOOST_TEST(entries[0].column == "Key");
  BOOST_TEST(entries[1].constant == "project");
  BOOST_TEST(entries[2].column == "Theme of it");
}

BOOST_AUTO_TEST_CASE(each_records_line_begins_a_record_but_the_first_may_come_late) {
  const Mapping map = parsed(
      "id = Key\nrecords = nodes\nkind = \"project\"\nrecords = claims\nfrom = A\n"
      "relation = \"funds\"\nto = B\ndates = DD.MM.YYYY\n");
  BOOST_REQUIRE(map.records.size() == 2U);
  BOOST_TEST((map.records[0].type == RecordType::node));
  BOOST_TEST(map.records[0].entries.size() == 2U);
  BOOST_TEST((map.records[1].type == RecordType::claim));
  BOOST_TEST(map.records[1].entries.size() == 3U);
  BOOST_TEST((map.styles.dates == DateStyle::day_first));
}

BOOST_AUTO_TEST_CASE(faults_are_named) {
  BOOST_TEST(
      faults_of_claim("form = A\n") ==
      "m.map:4:1: a claim has no field 'form'; fields are from, relation, to, document, via, "
      "amount, currency, "
      "flow, start, end, share, locator, quote, basis, rule and reviewed; did you mean 'from'?\n");
  BOOST_TEST(faults_of_claim("records = grants\n") ==
             "m.map:4:11: unknown kind of records 'grants'; records are documents, nodes, claims "
             "or graph\n");
  BOOST_TEST(faults_of_claim("from\n") ==
             "m.map:4:1: 'from' is not a mapping line; a line is 'field = column' or 'field = "
             "\"value\"'\n");
  BOOST_TEST(faults_of_claim("from =\n") == "m.map:4:1: no column is given for 'from'\n");
  BOOST_TEST(faults_of_claim("  from = B\n") ==
             "m.map:4:3: field 'from' is mapped twice; begin another record with 'records = ...' "
             "when a row states several\n");
  BOOST_TEST(faults_of_claim("dates = D/M/Y\n") ==
             "m.map:4:9: unknown way to write dates 'D/M/Y'; allowed are YYYY-MM-DD, DD.MM.YYYY, "
             "DD/MM/YYYY, DD-MM-YYYY or MM/DD/YYYY\n");
  BOOST_TEST(faults_of_claim("numbers = 1'000\n") ==
             "m.map:4:11: unknown way to write numbers '1'000'; allowed are 1234.56, 1,234.56 or "
             "1.234,56\n");
  BOOST_TEST(faults_of("records = graph\nrecords = claims\n") ==
             "m.map:2:11: a graph is mapped by one list of fields; leave out the other 'records' "
             "lines\n");
  BOOST_TEST(faults_of_claim("relation \"gives to\" = \"fund\"\n") ==
             "m.map:4:24: unknown relation 'fund'; a relation is funds, implements, partners, "
             "assists, hosts, part_of or channels_to; did you mean 'funds'?\n");
  BOOST_TEST(faults_of("records = nodes\nid = A\n") ==
             "m.map:1: the mapping names no column for 'kind'; every node needs one\n");
}

BOOST_AUTO_TEST_CASE(codes_of_a_column_are_named_once_and_for_one_that_is_mapped) {
  const Mapping map = parsed("from = A\nrelation = \"funds\"\nto = B\ncodes \"A\" = ISO alpha-3\n");
  BOOST_REQUIRE(map.codes.size() == 1U);
  BOOST_TEST(map.codes[0].column.header == "A");
  BOOST_TEST(faults_of_claim("codes \"A\" = DACC\n") ==
             "m.map:4:13: unknown list of codes 'DACC'; allowed are ISO, ISO alpha-2, ISO alpha-3, "
             "ISO numeric, DAC, channel or none; did you mean 'DAC'?\n");
  BOOST_TEST(faults_of_claim("codes \"A\" = DAC\ncodes \"A\" = ISO\n") ==
             "m.map:5:7: the codes of column 'A' are named twice\n");
  BOOST_TEST(faults_of("from = Donor code\nrelation = \"funds\"\nto = B\nvia = C\n"
                       "codes \"Doner code\" = DAC\ncodes \"C\" = DAC\n") ==
             "m.map:5:7: neither 'from' nor 'to' is mapped to a column 'Doner code'; codes stand "
             "for who pays or receives; did you mean 'Donor code'?\n"
             "m.map:6:7: neither 'from' nor 'to' is mapped to a column 'C'; codes stand for who "
             "pays or receives; did you mean 'B'?\n");
  BOOST_TEST(faults_of_claim("codes \"A\" DAC\n") ==
             "m.map:4:1: 'codes \"A\" DAC' is not a mapping line; a word is translated by 'field "
             "\"theirs\" = \"ours\"'\n");
}

BOOST_AUTO_TEST_CASE(all_faults_are_named_and_wrong_constants_once) {
  BOOST_TEST(faults_of("from = A\nrelation = \"fund\"\nto = B\nflow = \"comitted\"\n"
                       "currency = \"EURO\"\nstart = \"2024-13\"\n") ==
             "m.map:2:13: unknown relation 'fund'; a relation is funds, implements, partners, "
             "assists, hosts, part_of or channels_to; did you mean 'funds'?\n"
             "m.map:4:9: unknown flow 'comitted'; a flow is unknown, pledged, committed, "
             "disbursed, spent or in_kind; did you mean 'committed'?\n"
             "m.map:5:13: unknown currency 'EURO'; a currency is an ISO 4217 code such as EUR; did "
             "you mean 'EUR'?\n"
             "m.map:6:10: '2024-13' is not a date that exists; a date is YYYY, YYYY-MM or "
             "YYYY-MM-DD\n");
}

BOOST_AUTO_TEST_CASE(lines_above_the_first_records_line_may_be_a_record_of_their_own) {
  const std::string claim = "from = A\nrelation = \"funds\"\nto = B\n";
  const Mapping again = parsed(claim + "records = claims\nflow = \"pledged\"\n" + claim);
  BOOST_REQUIRE(again.records.size() == 2U);
  BOOST_TEST(again.records[0].entries.size() == 3U);
  BOOST_TEST(again.records[0].line == 1U);
  BOOST_TEST(again.records[1].entries.size() == 4U);
  BOOST_TEST(again.records[1].entries[0].field == "flow");
  BOOST_TEST(again.records[1].line == 4U);
  const Mapping other = parsed(claim + "records = nodes\nid = A\nkind = \"donor\"\n");
  BOOST_REQUIRE(other.records.size() == 2U);
  BOOST_TEST((other.records[0].type == RecordType::claim));
  BOOST_TEST((other.records[1].type == RecordType::node));
  const Mapping third = parsed(claim + "records = claims\n" + claim + "records = claims\n" + claim);
  BOOST_TEST(third.records.size() == 3U);
  // When records have names, or are not claims, a field that is mapped twice is an error.
  BOOST_TEST(faults_of("records = claims\n" + claim + "to = C\n").find("mapped twice") !=
             std::string::npos);
  BOOST_TEST(faults_of("from = A\nrecords = claims\n" + claim).find("mapped twice") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(white_space_and_a_byte_order_mark_do_not_count) {
  const Mapping map = parsed(
      "\xEF\xBB\xBFrecords = claims\nfrom =\xC2\xA0"
      "Donor\t country\n"
      "relation = \"funds\"\nto = B\xE2\x80\xAF\nto \"(no\xC2\xA0one)\" = \"\"\n");
  BOOST_TEST(map.records[0].entries[0].column == "Donor country");
  BOOST_TEST(map.records[0].entries[2].column == "B");
  BOOST_TEST(translated(map, "to", "(no  one)") == "");
  BOOST_TEST(translated(map, "to", "(no\none)") == "");
  BOOST_TEST(translated(map, "to", "(no one )") == "(no one )");
}

BOOST_AUTO_TEST_CASE(a_mapping_is_utf_8_text) {
  BOOST_TEST(faults_of("# caf\xE9\nfrom = A\n") ==
             "m.map:1:6: a byte that is not UTF-8; records are UTF-8 text; save the file again as "
             "UTF-8\n");
  BOOST_TEST(
      faults_of(std::string("from = A\0B\n", 11)) ==
      "m.map:1:9: a NUL byte in the text; records are UTF-8 text, which has none; is the file "
      "damaged, or UTF-16?\n");
}

BOOST_AUTO_TEST_CASE(somebodys_own_table_is_a_document) {
  const Folder folder;
  LoadOptions options;
  options.inputs = {folder.write(
      "grants.csv",
      "Donor,Project,Sum\nFrance,Border Guards,\"1.200,50\"\nNorway,Border Guards,\n")};
  options.map = folder.write(
      "grants.map",
      "records = claims\nfrom = Donor\nrelation = \"funds\"\nto = Project\namount = Sum\n"
      "numbers = 1.234,56\n");
  options.create_missing = true;
  Problems problems(10);
  // An amount needs its currency: the row without a sum is fine, the other is not.
  Loaded loaded = load(options, problems);
  BOOST_REQUIRE(problems.list().size() == 1U);
  BOOST_TEST(problems.list()[0].what == "an amount without a currency");
  BOOST_TEST(loaded.graph.claim_count() == 1U);
  BOOST_TEST(loaded.graph.document_count() == 1U);
  BOOST_TEST(loaded.graph.document_id(0) == "grants.csv");
  BOOST_TEST(loaded.created.size() == 1U);
  BOOST_TEST(loaded.created[0].id == "project:border-guards");
}

BOOST_AUTO_TEST_CASE(a_row_may_state_several_records) {
  const Folder folder;
  LoadOptions options;
  options.inputs = {folder.write("grants.csv",
                                 "Donor,Project,Office,Theme\n"
                                 "France,Border Guards,Programme Office in Bishkek,borders\n"
                                 "Norway,Border Guards,,borders\n"
                                 ",Clean Water,Presence in Albania,water\n")};
  options.map = folder.write("grants.map",
                             "records = claims\nfrom = Donor\nrelation = \"funds\"\nto = Project\n"
                             "records = claims\nfrom = Office\nrelation = \"implements\"\n"
                             "to = Project\n");
  options.create_missing = true;
  Problems problems(10);
  const Loaded loaded = load(options, problems);
  BOOST_TEST(problems.list().empty());
  const Graph& graph = loaded.graph;
  BOOST_TEST(graph.claim_count() == 4U);
  BOOST_TEST(graph.document_count() == 1U);
  const auto project = graph.find_node("project:border-guards");
  BOOST_REQUIRE(project);
  BOOST_TEST(graph.in_edges(*project).size() == 3U);
  // An empty cell states nothing; a warning says how many there are.
  BOOST_REQUIRE(loaded.warnings.size() == 2U);
  BOOST_TEST(folder.strip(sentence(loaded.warnings[0])) ==
             "grants.csv: 1 of 3 rows leave 'Donor' or 'Project' empty and state no such claim "
             "(grants.map, line 1)");
  BOOST_TEST(folder.strip(sentence(loaded.warnings[1])) ==
             "grants.csv: 1 of 3 rows leave 'Office' or 'Project' empty and state no such claim "
             "(grants.map, line 5)");
}

BOOST_AUTO_TEST_CASE(a_row_that_states_nothing_is_a_mistake) {
  const Folder folder;
  LoadOptions options;
  options.inputs = {
      folder.write("grants.csv", "Donor,Project,Office\nFrance,,Mission to Skopje\n")};
  options.map = folder.write("grants.map",
                             "from = Donor\nrelation = \"funds\"\nto = Project\nrecords = claims\n"
                             "records = claims\nfrom = Office\nrelation = \"implements\"\n"
                             "to = Project\n");
  Problems problems(10);
  const Loaded loaded = load(options, problems);
  BOOST_REQUIRE(problems.list().size() == 1U);
  BOOST_TEST(folder.strip(sentence(problems.list()[0])) ==
             "grants.csv:2:8: the claim has no 'to'; every claim needs from, relation, to and "
             "document");
  BOOST_TEST(loaded.warnings.empty());
}

BOOST_AUTO_TEST_CASE(a_column_that_is_not_there_is_named) {
  const Folder folder;
  LoadOptions options;
  options.inputs = {folder.write("grants.csv", "Donor,Project\nFrance,X\n")};
  options.map = folder.write("grants.map", "from = Doner\nrelation = \"funds\"\nto = Project\n");
  Problems problems(10);
  load(options, problems);
  BOOST_REQUIRE(problems.list().size() == 1U);
  BOOST_TEST(folder.strip(sentence(problems.list()[0])) ==
             "grants.map:1:8: grants.csv has no column 'Doner'; its columns are Donor and Project; "
             "did you mean 'Donor'?");
}

BOOST_AUTO_TEST_SUITE_END()
