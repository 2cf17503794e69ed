// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/text/cell_text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {
namespace {

constexpr int most_decimals = 6;

template <typename... Ts>
struct Overloaded : Ts... {
  using Ts::operator()...;
};
template <typename... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

std::string group_digits(std::string digits) {
  const std::size_t first = digits.starts_with('-') ? 1 : 0;
  const std::size_t point = std::min(digits.find('.'), digits.size());
  for (std::size_t i = point; i > first + 3; i -= 3) digits.insert(i - 3, 1, ',');
  return digits;
}

std::string number_text(double value, std::chars_format format, int precision) {
  char buffer[400];  // the longest fixed double has 309 digits before its point
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, format, precision).ptr;
  return {buffer, end};
}

/// The number of decimals needed to show six significant digits of the value.
int decimals_of(double value) {
  const std::string text = number_text(value, std::chars_format::general, 6);
  const std::size_t point = text.find('.');
  if (point == std::string::npos || text.find('e') != std::string::npos) return 0;
  return std::min(most_decimals, static_cast<int>(text.size() - point - 1));
}

std::string human_number(double value, int decimals) {
  if (std::isnan(value)) return "-";
  constexpr double largest = 1e15;
  const bool vanishes = value != 0 && std::abs(value) < 0.5 * std::pow(10.0, -decimals);
  if (!std::isfinite(value) || vanishes || std::abs(value) >= largest)
    return number_text(value, std::chars_format::general, 6);
  return group_digits(number_text(value, std::chars_format::fixed, decimals));
}

std::string human_money(const Money& money, bool with_currency) {
  if (!with_currency) return money.grouped_decimal();
  return std::string(money.currency.code()) + ' ' + money.grouped_decimal();
}

bool is_year(std::string_view name) { return name == "year" || name.ends_with("_year"); }

int shared_decimals(const Table& table, std::size_t column) {
  int decimals = 0;
  for (const auto& row : table.rows)
    if (const auto* value = std::get_if<double>(&row[column]); value != nullptr)
      decimals = std::max(decimals, decimals_of(*value));
  return decimals;
}

}  // namespace

std::string exact_text(const Cell& cell) {
  return std::visit(
      Overloaded{[](std::monostate) { return std::string(); },
                 [](const std::string& text) { return text; },
                 [](const std::vector<std::string>& items) { return join(items, list_separator); },
                 [](std::int64_t value) { return to_text(value); },
                 [](double value) { return std::isnan(value) ? std::string() : to_text(value); },
                 [](bool value) { return std::string(value ? "true" : "false"); },
                 [](Date date) { return date.text(); },
                 [](const Money& money) { return money.decimal(); }},
      cell);
}

namespace {

/// Whether the column's name holds its currency: "committed_EUR", "pledged_CHF_max".
bool names_its_currency(std::string_view name) {
  for (;;) {
    const std::size_t end = name.find('_');
    if (Currency::parse(name.substr(0, end))) return true;
    if (end == std::string_view::npos) return false;
    name.remove_prefix(end + 1);
  }
}

}  // namespace

std::vector<bool> currency_columns(const Table& table) {
  const bool has_own =
      std::ranges::find(table.columns, "currency", &Column::name) != table.columns.end();
  std::vector<bool> needed;
  for (const Column& column : table.columns)
    needed.push_back(column.type == ColumnType::money && !has_own &&
                     !names_its_currency(column.name));
  return needed;
}

std::string_view currency_code(const Cell& cell) {
  const auto* money = std::get_if<Money>(&cell);
  return money == nullptr ? std::string_view() : money->currency.code();
}

std::string human_text(const Cell& cell) {
  if (const auto* value = std::get_if<std::int64_t>(&cell)) return group_digits(to_text(*value));
  if (const auto* value = std::get_if<double>(&cell))
    return human_number(*value, decimals_of(*value));
  if (const auto* value = std::get_if<bool>(&cell)) return *value ? "yes" : "no";
  if (const auto* money = std::get_if<Money>(&cell)) return human_money(*money, true);
  if (const auto* items = std::get_if<TextList>(&cell))
    return items->empty() ? "-" : join(*items, "; ");
  const std::string text = exact_text(cell);
  return text.empty() ? "-" : text;
}

HumanColumn::HumanColumn(const Table& table, std::size_t column)
    : year_(is_year(table.columns[column].name)),
      with_currency_(currency_columns(table)[column]) {
  if (table.columns[column].type == ColumnType::number) decimals_ = shared_decimals(table, column);
}

std::string HumanColumn::text(const Cell& cell) const {
  if (const auto* value = std::get_if<double>(&cell)) return human_number(*value, decimals_);
  if (const auto* money = std::get_if<Money>(&cell)) return human_money(*money, with_currency_);
  if (year_ && std::holds_alternative<std::int64_t>(cell)) return exact_text(cell);
  return human_text(cell);
}

std::string human_name(std::string_view name) {
  std::string result(name);
  std::ranges::replace(result, '_', ' ');
  return result;
}

std::vector<std::size_t> human_columns(const Table& table) {
  std::vector<std::size_t> all;
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    all.push_back(i);
    if (!table.columns[i].detail) shown.push_back(i);
  }
  return shown.empty() ? all : shown;
}

bool is_numeric(ColumnType type) {
  return type == ColumnType::integer || type == ColumnType::number || type == ColumnType::money;
}

}  // namespace oscegraph
