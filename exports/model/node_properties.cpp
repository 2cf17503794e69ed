// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/model/node_properties.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "oscegraph/exports/text/cell_text.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {
namespace {

constexpr std::size_t own_columns = 2;

/// Whether a double holds the number exactly as it is written. Longer numbers are codes, not
/// quantities.
bool fits_double(std::string_view text) {
  constexpr std::ptrdiff_t exact_digits = 15;
  double value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  return result.ec == std::errc() && result.ptr == text.data() + text.size() &&
         std::isfinite(value) &&
         std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; }) <= exact_digits;
}

bool is_boolean(std::string_view text) {
  return text == "true" || text == "false" || text == "1" || text == "0";
}

PropertyType type_of(const Attribute& attribute) {
  if (attribute.type == AttributeType::number && fits_double(attribute.value))
    return PropertyType::real;
  if (attribute.type == AttributeType::boolean && is_boolean(attribute.value))
    return PropertyType::boolean;
  return PropertyType::text;
}

/// A boolean may be written "1". Its cell is a bool, so "true" is written: graphology reads "1" as
/// false (P15 in docs/graph-files.md).
PropertyCell cell_of(const Attribute& attribute, PropertyType type) {
  if (type == PropertyType::real) return WrittenNumber{attribute.value};
  if (type == PropertyType::boolean) return attribute.value == "true" || attribute.value == "1";
  return property_cell(attribute.value);
}

/// Each attribute name with the common type of its values; text when the types differ.
std::map<std::string_view, PropertyType> attribute_types(const Subset& subset) {
  std::map<std::string_view, PropertyType> types;
  for (const NodeId n : subset.nodes())
    for (const Attribute& attribute : subset.graph().attributes(n)) {
      const PropertyType type = type_of(attribute);
      const auto [known, is_new] = types.try_emplace(attribute.name, type);
      if (!is_new && known->second != type) known->second = PropertyType::text;
    }
  return types;
}

}  // namespace

NodeProperties::NodeProperties(const Subset& subset, LossReport& losses,
                               std::span<const std::string_view> taken)
    : subset_(subset) {
  columns_ = {{"kind", PropertyType::text}, {"aliases", PropertyType::text}};
  PropertyNames names("attribute");
  for (const Property& column : columns_) names.take(column.name);
  for (const std::string_view name : taken) names.take(name);
  for (const Score& score : subset.scores()) {
    if (score.of != ScoreOf::node) continue;
    scores_.push_back(&score);
    columns_.push_back({names.fit(score.name), PropertyType::real});
  }
  for (const auto& [name, type] : attribute_types(subset)) {
    attribute_column_[name] = columns_.size();
    columns_.push_back({names.fit(name), type});
    if (columns_.back().name != name)
      losses.add({.count = 1,
                  .what = "attribute",
                  .fate = "renamed",
                  .why = "their names mean something else to the programs that read the file",
                  .items = {in_quotes(name) + " is " + columns_.back().name}});
  }
}

void NodeProperties::read(NodeId n, PropertyRow& row) const {
  const Graph& graph = subset_.graph();
  row.assign(columns_.size(), {});
  row[0] = name_of(graph.node_kind(n));
  row[1] = property_cell(join(graph.aliases(n), list_separator));
  for (std::size_t i = 0; i < scores_.size(); ++i)
    row[own_columns + i] = property_cell(scores_[i]->values[n]);
  for (const Attribute& attribute : graph.attributes(n)) {
    const std::size_t column = attribute_column_.at(attribute.name);
    row[column] = cell_of(attribute, columns_[column].type);
  }
}

}  // namespace oscegraph
