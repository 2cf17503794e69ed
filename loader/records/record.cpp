// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/records/record.hpp"

#include <algorithm>

namespace oscegraph {
namespace {

constexpr auto document_rows = rows_of(document_fields);
constexpr auto node_rows = rows_of(node_fields);
constexpr auto claim_rows = rows_of(claim_fields);

constexpr std::array rows{
    RecordRow{RecordType::document, "document", "documents", document_rows},
    RecordRow{RecordType::node, "node", "nodes", node_rows},
    RecordRow{RecordType::claim, "claim", "claims", claim_rows},
};

}  // namespace

std::span<const RecordRow> record_types() { return rows; }
const RecordRow& row_of(RecordType type) { return rows.at(static_cast<std::size_t>(type)); }

std::string_view name_of(Field field) {
  for (const RecordRow& row : rows)
    for (const FieldRow& candidate : row.fields)
      if (candidate.field == field) return candidate.name;
  return {};
}

std::optional<Field> find_field(RecordType type, std::string_view name) {
  const auto fields = row_of(type).fields;
  const auto found = std::ranges::find(fields, name, &FieldRow::name);
  if (found == fields.end()) return std::nullopt;
  return found->field;
}

std::vector<std::string_view> field_names(RecordType type) {
  std::vector<std::string_view> names;
  for (const FieldRow& row : row_of(type).fields) names.push_back(row.name);
  if (type == RecordType::node) names.insert(names.end(), {"aliases", "attributes"});
  return names;
}

AttributeType attribute_type(ValueType type) {
  constexpr std::array types{AttributeType::text, AttributeType::text, AttributeType::number,
                             AttributeType::boolean};
  return types.at(static_cast<std::size_t>(type));
}

void Record::clear() {
  damaged = false;
  unread = false;
  from_text = false;
  from_graph_file = false;
  has_program_id = false;
  from_made_in = to_made_in = via_made_in = no_source;
  subject = nullptr;
  values.fill(Value{});
  aliases.clear();
  attributes.clear();
  styles = nullptr;
  written.clear();
  codes.clear();
}

}  // namespace oscegraph
