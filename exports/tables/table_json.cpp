// SPDX-License-Identifier: Apache-2.0
//
// Writes a table as one JSON object: title, facts, columns with their types, rows as objects,
// notes. Money is a decimal string, because a double would round it; an unknown value is null.
#include <cmath>

#include "oscegraph/exports/tables/table_writers.hpp"
#include "oscegraph/exports/text/cell_text.hpp"
#include "oscegraph/exports/text/json_text.hpp"

namespace oscegraph {
namespace {

std::string_view name_of(ColumnType type) {
  switch (type) {
    case ColumnType::text: return "text";
    case ColumnType::list: return "list";
    case ColumnType::integer: return "integer";
    case ColumnType::number: return "number";
    case ColumnType::boolean: return "boolean";
    case ColumnType::date: return "date";
    case ColumnType::money: return "money";
  }
  return "text";
}

void append_value(Output& out, const Cell& cell) {
  if (const auto* number = std::get_if<double>(&cell)) {
    if (std::isfinite(*number)) return out.append(*number);
    return out.append("null");
  }
  if (const auto* items = std::get_if<TextList>(&cell)) return append_json_strings(out, *items);
  if (std::holds_alternative<std::monostate>(cell)) return out.append("null");
  if (std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<bool>(cell))
    return out.append(exact_text(cell));
  append_json_string(out, exact_text(cell));
}

void append_currency(JsonObject& object, const std::string& name, const Cell& cell) {
  const std::string_view code = currency_code(cell);
  if (code.empty()) object.member(name + "_currency").append("null");
  else object.text(name + "_currency", code);
}

void append_facts(const Table& table, Output& out) {
  JsonObject facts(out);
  for (const auto& [name, value] : table.facts) {
    append_value(facts.member(name), value);
    if (std::holds_alternative<Money>(value)) append_currency(facts, name, value);
  }
  facts.end();
}

void append_columns(const Table& table, Output& out) {
  out.append('[');
  const auto append_column = [&](std::string_view name, std::string_view type, bool first) {
    if (!first) out.append(',');
    JsonObject object(out);
    object.text("name", name);
    object.text("type", type);
    object.end();
  };
  const std::vector<bool> with_currency = currency_columns(table);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    append_column(table.columns[i].name, name_of(table.columns[i].type), i == 0);
    if (with_currency[i]) append_column(table.columns[i].name + "_currency", "text", false);
  }
  out.append(']');
}

void append_row(const Table& table, const std::vector<Cell>& row,
                const std::vector<bool>& with_currency, Output& out) {
  JsonObject object(out);
  for (std::size_t i = 0; i < row.size(); ++i) {
    append_value(object.member(table.columns[i].name), row[i]);
    if (with_currency[i]) append_currency(object, table.columns[i].name, row[i]);
  }
  object.end();
}

void append_rows(const Table& table, Output& out) {
  const std::vector<bool> with_currency = currency_columns(table);
  out.append('[');
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    out.append(r == 0 ? "\n  " : ",\n  ");
    append_row(table, table.rows[r], with_currency, out);
  }
  out.append(table.rows.empty() ? "]" : "\n ]");
}

}  // namespace

void write_table_json(const Table& table, const TableStyle& /*style*/, Output& out) {
  out.append("{\"title\":");
  append_json_string(out, table.title);
  out.append(",\n \"facts\":");
  append_facts(table, out);
  out.append(",\n \"columns\":");
  append_columns(table, out);
  out.append(",\n \"rows\":");
  append_rows(table, out);
  out.append(",\n \"notes\":");
  append_json_strings(out, table.notes);
  out.append("}\n");
}

}  // namespace oscegraph
