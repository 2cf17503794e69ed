// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/record.hpp"

#include <algorithm>

namespace oscegraph {
namespace {

constexpr std::array document_fields{
    FieldRow{Field::id, "id", true},
    FieldRow{Field::title, "title", false},
    FieldRow{Field::publisher, "publisher", false},
    FieldRow{Field::date, "date", false},
    FieldRow{Field::url, "url", false},
    FieldRow{Field::file, "file", false},
    FieldRow{Field::checksum, "checksum", false},
};

constexpr std::array node_fields{
    FieldRow{Field::id, "id", true},
    FieldRow{Field::kind, "kind", true},
    FieldRow{Field::name, "name", false},
};

constexpr std::array claim_fields{
    FieldRow{Field::from, "from", true},
    FieldRow{Field::relation, "relation", true},
    FieldRow{Field::to, "to", true},
    FieldRow{Field::document, "document", true},
    FieldRow{Field::via, "via", false},
    FieldRow{Field::amount, "amount", false},
    FieldRow{Field::currency, "currency", false},
    FieldRow{Field::flow, "flow", false},
    FieldRow{Field::start, "start", false},
    FieldRow{Field::end, "end", false},
    FieldRow{Field::share, "share", false},
    FieldRow{Field::locator, "locator", false},
    FieldRow{Field::quote, "quote", false},
    FieldRow{Field::basis, "basis", false},
    FieldRow{Field::rule, "rule", false},
    FieldRow{Field::reviewed, "reviewed", false},
};

constexpr std::array rows{
    RecordRow{RecordType::document, "document", "documents", document_fields},
    RecordRow{RecordType::node, "node", "nodes", node_fields},
    RecordRow{RecordType::claim, "claim", "claims", claim_fields},
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

void Record::clear() {
  damaged = false;
  unread = false;
  from_text = false;
  from_graph_file = false;
  subject = nullptr;
  values.fill(Value{});
  aliases.clear();
  attributes.clear();
  styles = nullptr;
  written.clear();
}

}  // namespace oscegraph
