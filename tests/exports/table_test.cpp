// SPDX-License-Identifier: Apache-2.0
//
// Tests one table in every table format, and then the special rules of each format.
#include <boost/test/unit_test.hpp>
#include <limits>

#include "oscegraph/exports/text/terminal_text.hpp"
#include "oscegraph/tests/exports/written.hpp"

using namespace oscegraph;
using oscegraph::test::contains;
using oscegraph::test::written;

namespace {

Money euros(std::int64_t cents) { return {cents, *Currency::parse("EUR")}; }

Table sample() {
  Table table;
  table.title = "Who funds what";
  table.facts = {{"kind", std::string("State")}, {"total_paid", euros(120000050)}};
  table.columns = {{"state", ColumnType::text},    detail_column("state_id"),
                   {"projects", ColumnType::list}, {"claim_count", ColumnType::integer},
                   {"rank", ColumnType::number},   {"member", ColumnType::boolean},
                   {"since", ColumnType::date},    {"amount", ColumnType::money}};
  table.add_row({std::string("Norway"), std::string("state:NO"),
                 std::vector<std::string>{"A | B", "C"}, std::int64_t{1234}, 0.5, true,
                 *Date::parse("2024-11"), euros(120000050)});
  table.add_row({std::string("Côte, \"d'Ivoire\""), std::string("state:CI"), std::monostate{},
                 std::int64_t{-7}, 0.0625, false, std::monostate{}, std::monostate{}});
  table.notes = {"Flows are never added together."};
  return table;
}

Table single(ColumnType type, const std::string& name, Cell cell) {
  Table table;
  table.columns = {{name, type}};
  table.add_row({std::move(cell)});
  return table;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tables)

BOOST_AUTO_TEST_CASE(text) {
  BOOST_TEST(
      written("text", sample()) ==
      "Who funds what\n"
      "\n"
      "kind:       State\n"
      "total paid: EUR 1,200,000.50\n"
      "\n"
      "state             projects  claim count    rank  member  since              amount\n"
      "----------------  --------  -----------  ------  ------  -------  ----------------\n"
      "Norway            A | B; C        1,234  0.5000  yes     2024-11  EUR 1,200,000.50\n"
      "Côte, \"d'Ivoire\"  -                  -7  0.0625  no      -                       -\n"
      "\n"
      "Flows are never added together.\n");
}

BOOST_AUTO_TEST_CASE(csv) {
  BOOST_TEST(written("csv", sample()) ==
             "state,state_id,projects,claim_count,rank,member,since,amount,amount_currency\n"
             "Norway,state:NO,A | B | C,1234,0.5,true,2024-11,1200000.50,EUR\n"
             "\"Côte, \"\"d'Ivoire\"\"\",state:CI,,-7,0.0625,false,,,\n");
}

BOOST_AUTO_TEST_CASE(json) {
  BOOST_TEST(
      written("json", sample()) ==
      "{\"title\":\"Who funds what\",\n"
      " \"facts\":{\"kind\":\"State\",\"total_paid\":\"1200000.50\",\"total_paid_currency\":"
      "\"EUR\"},\n"
      " \"columns\":[{\"name\":\"state\",\"type\":\"text\"},{\"name\":\"state_id\",\"type\":"
      "\"text\"},"
      "{\"name\":\"projects\",\"type\":\"list\"},{\"name\":\"claim_count\",\"type\":\"integer\"},"
      "{\"name\":\"rank\",\"type\":\"number\"},{\"name\":\"member\",\"type\":\"boolean\"},"
      "{\"name\":\"since\",\"type\":\"date\"},{\"name\":\"amount\",\"type\":\"money\"},"
      "{\"name\":\"amount_currency\",\"type\":\"text\"}],\n"
      " \"rows\":[\n"
      "  {\"state\":\"Norway\",\"state_id\":\"state:NO\",\"projects\":[\"A | B\",\"C\"],"
      "\"claim_count\":1234,\"rank\":0.5,\"member\":true,\"since\":\"2024-11\","
      "\"amount\":\"1200000.50\",\"amount_currency\":\"EUR\"},\n"
      "  {\"state\":\"Côte, \\\"d'Ivoire\\\"\",\"state_id\":\"state:CI\",\"projects\":null,"
      "\"claim_count\":-7,\"rank\":0.0625,\"member\":false,\"since\":null,\"amount\":null,"
      "\"amount_currency\":null}\n"
      " ],\n"
      " \"notes\":[\"Flows are never added together.\"]}\n");
}

BOOST_AUTO_TEST_CASE(markdown) {
  BOOST_TEST(written("md", sample()) ==
             "## Who funds what\n"
             "\n"
             "- kind: State\n"
             "- total paid: EUR 1,200,000.50\n"
             "\n"
             "| state | projects | claim count | rank | member | since | amount |\n"
             "| --- | --- | ---: | ---: | --- | --- | ---: |\n"
             "| Norway | A \\| B; C | 1,234 | 0.5000 | yes | 2024-11 | EUR 1,200,000.50 |\n"
             "| Côte, \"d'Ivoire\" | - | -7 | 0.0625 | no | - | - |\n"
             "\n"
             "Flows are never added together.\n");
}

BOOST_AUTO_TEST_CASE(a_currency_column_spares_the_amount_its_own) {
  Table table;
  table.columns = {{"currency", ColumnType::text}, {"amount", ColumnType::money}};
  table.add_row({std::string("EUR"), euros(100)});
  BOOST_TEST(written("csv", table) == "currency,amount\nEUR,1.00\n");
  BOOST_TEST(written("text", table) == "currency  amount\n--------  ------\nEUR         1.00\n");
}

BOOST_AUTO_TEST_CASE(a_narrow_terminal_wraps_words_and_loses_nothing) {
  Table table;
  table.columns = {{"state", ColumnType::text},
                   {"projects", ColumnType::list},
                   {"claim_count", ColumnType::integer}};
  table.add_row({std::string("Norway"),
                 std::vector<std::string>{"Patrol Field Capacity Building", "Asset Recovery"},
                 std::int64_t{12}});
  table.notes = {"One transfer reported by both its ends is one transfer."};
  BOOST_TEST(written("text", table, {.width = 40}) ==
             "state   projects             claim count\n"
             "------  -------------------  -----------\n"
             "Norway  Patrol Field                  12\n"
             "        Capacity Building;\n"
             "        Asset Recovery\n"
             "\n"
             "One transfer reported by both its ends\n"
             "is one transfer.\n");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_narrowed_runs_over_the_edge) {
  const std::string text =
      written("text", single(ColumnType::money, "amount", euros(123456789012)), {.width = 5});
  BOOST_TEST(contains(text, "EUR 1,234,567,890.12"));
}

BOOST_AUTO_TEST_CASE(wide_and_combining_characters_are_aligned) {
  Table table;
  table.columns = {{"name", ColumnType::text}, {"n", ColumnType::integer}};
  table.add_row({std::string("日本"), std::int64_t{1}});
  table.add_row({std::string("e\xCC\x81"), std::int64_t{2}});
  BOOST_TEST(written("text", table) == "name  n\n----  -\n日本  1\ne\xCC\x81     2\n");
}

BOOST_AUTO_TEST_CASE(nothing_from_a_document_controls_the_terminal) {
  const std::string evil = "a\x1B[2Jb\nc\td\x7F\xC2\x9B\xE2\x80\xAEz";
  BOOST_TEST(harmless(evil) == "a·[2Jb c d···z");
  // Noncharacters, and characters that end a line but are not line feeds.
  BOOST_TEST(harmless("a\xEF\xBF\xBE\xEF\xBF\xBF"
                      "b\xEF\xB7\xAF"
                      "c\xF4\x8F\xBF\xBF"
                      "d") == "a··b·c·d");
  BOOST_TEST(harmless("a\xE2\x80\xA8"
                      "b\xE2\x80\xA9"
                      "c \xEF\xBF\xBD \xEF\xB7\xB0") == "a b c \xEF\xBF\xBD \xEF\xB7\xB0");
  BOOST_TEST(!contains(written("text", single(ColumnType::text, "x", evil)), "\x1B"));
  BOOST_TEST(!contains(written("md", single(ColumnType::text, "x", evil)), "\x1B"));
}

BOOST_AUTO_TEST_CASE(colour_is_only_bold_title_and_header) {
  Table table = single(ColumnType::text, "name", std::string("x"));
  table.title = "T";
  BOOST_TEST(written("text", table, {.colour = true}) ==
             "\033[1mT\033[0m\n\n\033[1mname\033[0m\n----\nx\n");
}

BOOST_AUTO_TEST_CASE(an_empty_table_says_so) {
  Table table;
  table.columns = {{"name", ColumnType::text}};
  BOOST_TEST(written("text", table) == "name\n----\n(no rows)\n");
  BOOST_TEST(written("csv", table) == "name\n");
  BOOST_TEST(contains(written("json", table), "\"rows\":[],"));
  BOOST_TEST(written("text", Table{}).empty());
}

BOOST_AUTO_TEST_CASE(a_csv_row_of_one_unknown_is_no_blank_line) {
  BOOST_TEST(written("csv", single(ColumnType::text, "name", std::monostate{})) == "name\n\"\"\n");
}

BOOST_AUTO_TEST_CASE(csv_quotes_what_readers_would_change) {
  for (const std::string field : {"a,b", "a\nb", "a\rb", " a", "a "})
    BOOST_TEST(written("csv", single(ColumnType::text, "x", field)) == "x\n\"" + field + "\"\n");
  BOOST_TEST(written("csv", single(ColumnType::text, "x", std::string("a\"b"))) ==
             "x\n\"a\"\"b\"\n");
  BOOST_TEST(written("csv", single(ColumnType::text, "x", std::string("=1+1"))) == "x\n=1+1\n");
}

BOOST_AUTO_TEST_CASE(undefined_and_infinite_numbers) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinite = std::numeric_limits<double>::infinity();
  BOOST_TEST(written("text", single(ColumnType::number, "x", nan)) == "x\n-\n-\n");
  BOOST_TEST(written("csv", single(ColumnType::number, "x", nan)) == "x\n\"\"\n");
  BOOST_TEST(contains(written("json", single(ColumnType::number, "x", infinite)), "{\"x\":null}"));
}

BOOST_AUTO_TEST_CASE(small_numbers_do_not_vanish_and_years_are_not_grouped) {
  Table table;
  table.columns = {{"x", ColumnType::number}, {"year", ColumnType::integer}};
  table.add_row({1e-9, std::int64_t{2024}});
  table.add_row({1234567.25, std::int64_t{1999}});
  table.add_row({0.0, std::int64_t{2001}});
  BOOST_TEST(written("text", table) ==
             "        x  year\n"
             "---------  ----\n"
             "    1e-09  2024\n"
             "1,234,567  1999\n"
             "        0  2001\n");
}

BOOST_AUTO_TEST_CASE(ids_are_hidden_from_people_unless_there_is_nothing_else) {
  Table table;
  table.columns = {detail_column("state_id")};
  table.add_row({std::string("state:NO")});
  BOOST_TEST(written("text", table) == "state id\n--------\nstate:NO\n");
}

BOOST_AUTO_TEST_CASE(long_tables_are_those_of_their_rows) {
  constexpr int rows = 9000;
  const auto name = [](int row) {
    return row == rows - 2 ? std::string("the widest Ünit") : "unit " + std::to_string(row);
  };
  Table table;
  table.columns = {{"unit", ColumnType::text}, {"count", ColumnType::integer}};
  std::string text = "unit             count\n---------------  -----\n";
  std::string csv = "unit,count\n";
  for (int row = 0; row < rows; ++row) {
    table.add_row({name(row), std::int64_t{row % 10}});
    const std::string digit = std::to_string(row % 10);
    const std::size_t width = row == rows - 2 ? 15 : name(row).size();
    text += name(row) + std::string(15 - width, ' ') + "      " + digit + '\n';
    csv += name(row) + ',' + digit + '\n';
  }
  BOOST_TEST((written("text", table) == text));
  BOOST_TEST((written("csv", table) == csv));
}

BOOST_AUTO_TEST_CASE(markup_in_markdown_is_text) {
  BOOST_TEST(
      contains(written("md", single(ColumnType::text, "x", std::string("a|b*c_d<e>`f`[g]\\"))),
               "| a\\|b\\*c\\_d\\<e\\>\\`f\\`\\[g\\]\\\\ |"));
}

BOOST_AUTO_TEST_CASE(json_escapes_controls) {
  BOOST_TEST(contains(written("json", single(ColumnType::text, "x", std::string("\x01\n\\\"\x7F"))),
                      "{\"x\":\"\\u0001\\n\\\\\\\"\x7F\"}"));
}

BOOST_AUTO_TEST_CASE(words_wrap_at_spaces_and_long_words_anywhere) {
  using Lines = std::vector<std::string>;
  BOOST_TEST(wrap("one two three", 7) == (Lines{"one two", "three"}),
             boost::test_tools::per_element());
  BOOST_TEST(wrap("abcdefgh ij", 3) == (Lines{"abc", "def", "gh", "ij"}),
             boost::test_tools::per_element());
  BOOST_TEST(wrap("日本語", 4) == (Lines{"日本", "語"}), boost::test_tools::per_element());
  BOOST_TEST(wrap("", 4) == Lines{""}, boost::test_tools::per_element());
  BOOST_TEST(wrap("a b", 0) == Lines{"a b"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(formats_are_found_by_name_and_ending) {
  BOOST_TEST(find_table_format("csv")->name == "csv");
  BOOST_TEST((find_table_format("xls") == nullptr));
  BOOST_TEST(table_format_for("out/F.CSV")->name == "csv");
  BOOST_TEST((table_format_for("csv") == nullptr));
  BOOST_TEST((table_format_for(".csv") == nullptr));
  for (const TableFormat& format : table_formats()) {
    BOOST_TEST((find_table_format(format.name) == &format));
    for (const auto ending : format.extensions)
      BOOST_TEST((table_format_for("x" + std::string(ending)) == &format));
  }
}

BOOST_AUTO_TEST_SUITE_END()
