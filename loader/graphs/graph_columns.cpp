// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/graphs/graph_columns.hpp"

#include <algorithm>
#include <array>

#include "oscegraph/graph/text/nearest.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/values/error.hpp"

namespace oscegraph {
namespace {

constexpr std::string_view attribute_prefix = "attributes.";

/// Columns of nodes that only control drawing, or that are stored elsewhere.
constexpr std::array<std::string_view, 14> shown_nodes{
    "id", "label", "r",     "g",      "b",         "size",  "x",
    "y",  "z",     "color", "colour", "nodelabel", "shape", "ref"};
/// The same for edges, and columns that can be derived from the claims.
constexpr std::array<std::string_view, 12> shown_edges{
    "id",   "label",    "weight", "interaction", "document_count", "kind",
    "type", "open_end", "color",  "thickness",   "date_precision", "symmetric"};

bool is_one_of(std::string_view name, std::span<const std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

/// The column with the node's name: "name" if there is one, else "label".
std::optional<std::size_t> name_column(const std::vector<GraphColumn>& columns) {
  if (const auto name = find_column(columns, "name")) return name;
  return find_column(columns, "label");
}

std::vector<ColumnUse> own_node_uses(const std::vector<GraphColumn>& columns) {
  std::vector<ColumnUse> uses;
  if (const auto name = name_column(columns))
    uses.push_back({.field = Field::name, .column = *name});
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string& name = columns[i].name;
    // A column that the file declares hides a built-in one of the same name.
    if (find_column(columns, name) != i) continue;
    if (name == "kind") uses.push_back({.field = Field::kind, .column = i});
    else if (name == "aliases") uses.push_back({.as = ColumnUse::As::aliases, .column = i});
    else if (name != "name" && !is_one_of(name, shown_nodes))
      uses.push_back({.as = ColumnUse::As::attribute, .attribute = name, .column = i});
  }
  return uses;
}

std::optional<ColumnUse> own_edge_use(std::string_view name) {
  using As = ColumnUse::As;
  if (name == "relation") return ColumnUse{.field = Field::relation};
  if (name == "basis") return ColumnUse{.field = Field::basis};
  if (name == "start") return ColumnUse{.field = Field::start};
  if (name == "end") return ColumnUse{.field = Field::end};
  if (name == "claim_count") return ColumnUse{.as = As::claim_count};
  if (name == "documents") return ColumnUse{.as = As::documents};
  if (name == "document_dates") return ColumnUse{.as = As::document_dates};
  if (const auto key = amount_column(name)) return ColumnUse{.as = As::amount, .key = *key};
  return std::nullopt;
}

ColumnUse mapped_use(std::string_view field) {
  using As = ColumnUse::As;
  if (field == "aliases") return {.as = As::aliases};
  if (field.starts_with(attribute_prefix))
    return {.as = As::attribute, .attribute = std::string(field.substr(attribute_prefix.size()))};
  if (const auto node = find_field(RecordType::node, field)) return {.field = *node};
  return {.field = find_field(RecordType::claim, field).value()};
}

Scope scope_of(std::string_view field) {
  const auto claim_fields = field_names(RecordType::claim);
  return std::ranges::count(claim_fields, field) > 0 ? Scope::edge : Scope::node;
}

}  // namespace

std::optional<std::size_t> find_column(const std::vector<GraphColumn>& columns,
                                       std::string_view name) {
  for (std::size_t i = columns.size(); i-- > 0;)
    if (columns[i].name == name) return i;
  return std::nullopt;
}

std::vector<std::string_view> column_names(const std::vector<GraphColumn>& columns) {
  std::vector<std::string_view> names;
  for (const GraphColumn& column : columns)
    if (!is_one_of(column.name, names)) names.push_back(column.name);
  return names;
}

std::optional<LedgerKey> amount_column(std::string_view name) {
  constexpr std::string_view prefix = "amount_";
  constexpr std::size_t code_length = 3;
  if (!name.starts_with(prefix)) return std::nullopt;
  name.remove_prefix(prefix.size());
  if (name.size() < code_length + 2 || name[code_length] != '_') return std::nullopt;
  std::string code(name.substr(0, code_length));
  for (char& c : code)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  const auto currency = Currency::parse(code);
  const auto flow = parse_flow(name.substr(code_length + 1));
  if (!currency || !flow) return std::nullopt;
  return LedgerKey{*flow, *currency};
}

std::vector<ColumnUse> own_uses(Scope scope, const std::vector<GraphColumn>& columns,
                                std::vector<std::string>& left_out) {
  if (scope == Scope::node) return own_node_uses(columns);
  std::vector<ColumnUse> uses;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string& name = columns[i].name;
    if (find_column(columns, name) != i) continue;
    if (auto use = own_edge_use(name)) {
      use->column = i;
      uses.push_back(std::move(*use));
    } else if (!is_one_of(name, shown_edges)) {
      left_out.push_back(name);
    }
  }
  return uses;
}

std::vector<ColumnUse> mapped_uses(Scope scope, const std::vector<GraphColumn>& columns,
                                   const Mapping& map, const std::string& file,
                                   std::vector<Problem>& missing) {
  std::vector<ColumnUse> uses;
  const std::vector<std::string_view> names = column_names(columns);
  const std::string nouns = scope == Scope::node ? "nodes" : "edges";
  for (const Mapping::Entry& entry : map.records.front().entries) {
    if (scope_of(entry.field) != scope) continue;
    ColumnUse use = mapped_use(entry.field);
    const auto column = find_column(columns, entry.column);
    if (entry.column.empty()) use.constant = &entry.constant;
    else if (column) use.column = *column;
    else
      missing.push_back(
          {{map.file, entry.line, entry.value_at},
           "the " + nouns + " of " + file + " have no attribute " + in_quotes(entry.column),
           names.empty() ? "they have none" : "they have " + join_and(names),
           did_you_mean(entry.column, names)});
    uses.push_back(std::move(use));
  }
  return uses;
}

}  // namespace oscegraph
