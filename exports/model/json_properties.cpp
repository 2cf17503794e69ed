// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/model/json_properties.hpp"

#include <charconv>

namespace oscegraph {
namespace {

/// Writes a number that is not valid JSON ("+1", "007") in JSON's form, or as a string if it is
/// none.
void append_number(Output& out, std::string_view text) {
  if (is_json_number(text)) return out.append(text);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size()) out.append(value);
  else append_json_string(out, text);
}

bool is_bare(PropertyType type) { return type != PropertyType::text; }

}  // namespace

void append_json_properties(JsonObject& object, const std::vector<Property>& columns,
                            const PropertyRow& row) {
  PropertyText text;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (is_missing(row[i])) continue;
    Output& out = object.member(columns[i].name);
    if (const auto* number = std::get_if<WrittenNumber>(&row[i])) append_number(out, number->text);
    else if (is_bare(columns[i].type)) out.append(text(row[i]));
    else append_json_string(out, text(row[i]));
  }
}

}  // namespace oscegraph
