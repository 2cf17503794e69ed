// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/mapping.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "load_text.hpp"

using namespace oscegraph;
using oscegraph::testing::Folder;

namespace {

std::string fault_of(const std::string& text) {
  try {
    parse_mapping({"m.map", text});
    return "";
  } catch (const Error& error) {
    return error.what();
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(mapping)

BOOST_AUTO_TEST_CASE(columns_and_constants) {
  const Mapping map = parse_mapping({"m.map",
                                     "# a comment\n\nrecords = nodes\nid = Key\nkind = "
                                     "\"project\"\nattributes.theme=Theme of it\n"});
  BOOST_TEST((map.type == RecordType::node));
  BOOST_TEST(map.entries.size() == 3U);
  BOOST_TEST(map.entries[0].column == "Key");
  BOOST_TEST(map.entries[1].constant == "project");
  BOOST_TEST(map.entries[2].column == "Theme of it");
}

BOOST_AUTO_TEST_CASE(faults_are_named) {
  BOOST_TEST(
      fault_of("records = claims\nform = A\n") ==
      "m.map:2: a claim has no field 'form'; fields are from, relation, to, document, via, "
      "amount, currency, "
      "flow, start, end, share, locator, quote, basis, rule and reviewed; did you mean 'from'?");
  BOOST_TEST(fault_of("records = grants\n") ==
             "m.map:1: unknown kind of records 'grants'; records are documents, nodes, claims "
             "or graph");
  BOOST_TEST(
      fault_of("from\n") ==
      "m.map:1: 'from' is not a mapping line; a line is 'field = column' or 'field = \"value\"'");
  BOOST_TEST(fault_of("from = A\nfrom = B\n") == "m.map:2: field 'from' is mapped twice");
  BOOST_TEST(fault_of("from = A\ndates = D/M/Y\n") ==
             "m.map:2: unknown way to write dates 'D/M/Y'; allowed are YYYY-MM-DD, DD.MM.YYYY or "
             "MM/DD/YYYY");
  BOOST_TEST(
      fault_of("from = A\nnumbers = 1'000\n") ==
      "m.map:2: unknown way to write numbers '1'000'; allowed are 1234.56, 1,234.56 or 1.234,56");
}

BOOST_AUTO_TEST_CASE(numbers_are_unwritten_by_their_style_only) {
  BOOST_TEST(plain_number("1.200.000,50", NumberStyle::comma) == "1200000.50");
  BOOST_TEST(plain_number("3,5", NumberStyle::comma) == "3.5");
  BOOST_TEST(plain_number("1,200,000.50", NumberStyle::point) == "1200000.50");
  BOOST_TEST(plain_number("1 200 000", NumberStyle::point) == "1200000");
  BOOST_TEST(plain_number("1,200", NumberStyle::plain) == "1,200");
  // In the other style: left as it is, so that the amount is refused, not misread.
  BOOST_TEST(plain_number("1,5", NumberStyle::point) == "1,5");
  BOOST_TEST(plain_number("12.50", NumberStyle::comma) == "12.50");
  BOOST_TEST(plain_number("1.2000,5", NumberStyle::comma) == "1.2000,5");
}

BOOST_AUTO_TEST_CASE(dates_are_unwritten_by_their_style_only) {
  BOOST_TEST(iso_date("22.11.2024", DateStyle::day_first) == "2024-11-22");
  BOOST_TEST(iso_date("1.2.2024", DateStyle::day_first) == "2024-02-01");
  BOOST_TEST(iso_date("11/22/2024", DateStyle::month_first) == "2024-11-22");
  BOOST_TEST(iso_date("2024-11-22", DateStyle::day_first) == "2024-11-22");
  BOOST_TEST(iso_date("in May", DateStyle::day_first) == "in May");
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
  BOOST_TEST(loaded.created[0] == "project:border-guards");
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
             "grants.map:1: grants.csv has no column 'Doner'; its columns are Donor and Project; "
             "did you mean 'Donor'?");
}

BOOST_AUTO_TEST_SUITE_END()
