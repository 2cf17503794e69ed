// SPDX-License-Identifier: Apache-2.0
//
// Tests the parser of CSV: separators, quotes, damaged rows, and the places that it reports.
#include "oscegraph/loader/inputs/csv/csv_table.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "oscegraph/graph/text/text.hpp"

using namespace oscegraph;

namespace {

/// The rows as "a|b|c", damaged rows as "! sentence".
std::vector<std::string> rows_of(const std::string& text) {
  CsvTable table(text, "t.csv");
  std::vector<std::string> rows;
  std::vector<CsvField> fields;
  for (;;) {
    try {
      if (!table.next(fields)) return rows;
    } catch (const Error& error) {
      rows.push_back("! " + sentence(error.problem()));
      continue;
    }
    std::vector<std::string_view> texts;
    for (const CsvField& field : fields) texts.push_back(field.text);
    rows.push_back(join(texts, "|"));
  }
}

using Rows = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(csv_table)

BOOST_AUTO_TEST_CASE(plain_rows) {
  BOOST_TEST(rows_of("a,b\n1,2\n") == (Rows{"a|b", "1|2"}), boost::test_tools::per_element());
  BOOST_TEST(rows_of("a,b\n1,2") == (Rows{"a|b", "1|2"}), boost::test_tools::per_element());
  BOOST_TEST(rows_of("a,b\r\n1,\r\n") == (Rows{"a|b", "1|"}), boost::test_tools::per_element());
  BOOST_TEST(rows_of("").empty());
}

BOOST_AUTO_TEST_CASE(byte_order_mark_and_blank_lines_are_passed_over) {
  BOOST_TEST(rows_of("\xEF\xBB\xBFid,x\n\n\r\nA,1\n\n") == (Rows{"id|x", "A|1"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(quotes_hold_separators_quotes_and_line_breaks) {
  BOOST_TEST(rows_of("\"a,b\",\"say \"\"no\"\"\",\"two\r\nlines\"\n") ==
                 (Rows{"a,b|say \"no\"|two\r\nlines"}),
             boost::test_tools::per_element());
  BOOST_TEST(rows_of("\"\",\"\"\"\"\n") == (Rows{"|\""}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_header_tells_the_separator) {
  BOOST_TEST(rows_of("a;b\n1,5;2\n") == (Rows{"a|b", "1,5|2"}), boost::test_tools::per_element());
  BOOST_TEST(rows_of("a\tb\n1,5\t2;3\n") == (Rows{"a|b", "1,5|2;3"}),
             boost::test_tools::per_element());
  BOOST_TEST(rows_of("\"a;b;c\",d\n1,2\n") == (Rows{"a;b;c|d", "1|2"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_pipe_or_a_line_before_the_header_tells_the_separator) {
  BOOST_TEST(rows_of("a|b\n1,5|2;3\n") == (Rows{"a|b", "1,5|2;3"}),
             boost::test_tools::per_element());
  BOOST_TEST(rows_of("\xEF\xBB\xBFsep=;\r\na,b;c\n1;2\n") == (Rows{"a,b|c", "1|2"}),
             boost::test_tools::per_element());
  BOOST_TEST(rows_of("sep=,b\n1,2\n") == (Rows{"sep=|b", "1|2"}), boost::test_tools::per_element());
  CsvTable table("sep=;\na;b\n", "t.csv");
  std::vector<CsvField> fields;
  table.next(fields);
  BOOST_TEST(fields[1].line == 2U);
  BOOST_TEST(fields[1].column == 3U);
}

BOOST_AUTO_TEST_CASE(blanks_around_fields_are_no_part_of_them) {
  BOOST_TEST(rows_of("a , b\n  1,2  \n") == (Rows{"a|b", "1|2"}), boost::test_tools::per_element());
  BOOST_TEST(rows_of("a;\tb;c\t\n1;2;3\n") == (Rows{"a|b|c", "1|2|3"}),
             boost::test_tools::per_element());
  BOOST_TEST(rows_of("a, \" b,c \" ,d\n") == (Rows{"a| b,c |d"}), boost::test_tools::per_element());
  BOOST_TEST(rows_of("a\t\tb\n") == (Rows{"a||b"}), boost::test_tools::per_element());
  CsvTable table("a,  \"b\"\n", "t.csv");
  std::vector<CsvField> fields;
  table.next(fields);
  BOOST_TEST(fields[1].column == 5U);
}

BOOST_AUTO_TEST_CASE(a_damaged_row_costs_only_itself) {
  BOOST_TEST(rows_of("a,b\n1,x\"y\n3,4\n") == (Rows{"a|b",
                                                    "! t.csv:2:4: a quote inside a field that is "
                                                    "not quoted; put the whole field in quotes and "
                                                    "double the quotes inside",
                                                    "3|4"}),
             boost::test_tools::per_element());
  BOOST_TEST(
      rows_of("a,b\n\"1\"x,2\n3,4\n") == (Rows{"a|b",
                                               "! t.csv:2:4: text after the closing quote of a "
                                               "field; double the quotes that belong to the text",
                                               "3|4"}),
      boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_open_quote_is_reported_where_it_opens) {
  BOOST_TEST(
      rows_of("a,b\n1,\"2\n3,4\n") ==
          (Rows{"a|b", "! t.csv:2:3: a quoted field is never closed; add the missing quote"}),
      boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(places_count_lines_inside_quotes) {
  CsvTable table("a,\"x\ny\",b\nc,d,e\n", "t.csv");
  std::vector<CsvField> fields;
  table.next(fields);
  BOOST_TEST(fields[2].line == 2U);
  BOOST_TEST(fields[2].column == 4U);
  table.next(fields);
  BOOST_TEST(fields[0].line == 3U);
}

BOOST_AUTO_TEST_SUITE_END()
