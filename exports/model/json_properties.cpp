// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/model/json_properties.hpp"

#include <charconv>

namespace oscegraph {
namespace {

/// Documents write numbers in ways that JSON does not know ("+1", "007").
void append_number(Output& out, std::string_view text) {
  if (is_json_number(text)) return out.append(text);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size()) out.append(value);
  else append_json_string(out, text);
}

}  // namespace

void append_json_properties(JsonObject& object, const std::vector<Property>& columns,
                            const PropertyRow& row) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (row[i].empty()) continue;
    Output& out = object.member(columns[i].name);
    switch (columns[i].type) {
      case PropertyType::text: append_json_string(out, row[i]); break;
      case PropertyType::integer:
      case PropertyType::real: append_number(out, row[i]); break;
      case PropertyType::boolean: out.append(row[i]); break;
    }
  }
}

}  // namespace oscegraph
