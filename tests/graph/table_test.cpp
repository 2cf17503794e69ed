// SPDX-License-Identifier: Apache-2.0
//
// Tests that tables accept only rows that fit their columns.
#include "oscegraph/graph/table.hpp"

#include <boost/test/unit_test.hpp>
#include <stdexcept>

using namespace oscegraph;

BOOST_AUTO_TEST_SUITE(table_test)

BOOST_AUTO_TEST_CASE(a_row_fits_its_columns_or_is_refused) {
  Table table;
  table.columns = {{"name", ColumnType::text}, {"count", ColumnType::integer}};
  table.add_row({std::string("a"), count_cell(1)});
  table.add_row({std::monostate{}, std::monostate{}});
  BOOST_CHECK_THROW(table.add_row({std::string("a")}), std::logic_error);
  BOOST_CHECK_THROW(table.add_row({count_cell(1), count_cell(1)}), std::logic_error);
  BOOST_CHECK_THROW(table.add_row({std::string("a"), 1.5}), std::logic_error);
  BOOST_TEST(table.rows.size() == 2U);
}

BOOST_AUTO_TEST_CASE(every_type_takes_its_own_cells_only) {
  const std::vector<std::pair<ColumnType, Cell>> cells{
      {ColumnType::text, std::string("a")},
      {ColumnType::list, std::vector<std::string>{"a"}},
      {ColumnType::integer, count_cell(1)},
      {ColumnType::number, 1.5},
      {ColumnType::boolean, true},
      {ColumnType::date, *Date::parse("2024")},
      {ColumnType::money, Money{1, *Currency::parse("EUR")}}};
  for (const auto& [type, own] : cells)
    for (const auto& [other, cell] : cells) {
      Table table;
      table.columns = {{"x", type}};
      if (type == other) BOOST_CHECK_NO_THROW(table.add_row({cell}));
      else BOOST_CHECK_THROW(table.add_row({cell}), std::logic_error);
    }
}

BOOST_AUTO_TEST_CASE(nothing_to_say_is_unknown) {
  BOOST_TEST(std::holds_alternative<std::monostate>(text_cell("")));
  BOOST_TEST(std::holds_alternative<std::monostate>(date_cell({})));
  BOOST_TEST(std::get<std::string>(text_cell("x")) == "x");
}

BOOST_AUTO_TEST_SUITE_END()
