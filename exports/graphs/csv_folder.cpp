// SPDX-License-Identifier: Apache-2.0
//
// Writes the native records as three CSV tables in a folder. A node's aliases are in one field,
// joined with '|'; in an alias, '|' and '\' are written as '\|' and '\\'. Each attribute has a
// column, "attributes.NAME". CSV has no types, and no difference between an empty and a missing
// value; the loss report says where this lost information.
#include <algorithm>
#include <set>

#include "oscegraph/exports/graphs/graph_writers.hpp"
#include "oscegraph/exports/model/native_records.hpp"
#include "oscegraph/exports/output/append_in_parts.hpp"
#include "oscegraph/exports/text/csv_text.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {
namespace {

/// The names of the described fields.
template <typename Fields>
void write_names(CsvRow& row, const Fields& fields) {
  for_each_field(fields, [&](auto field) { row.field(field.name); });
}

/// Whether no value of this form needs quotes: words, numbers and dates need none.
constexpr bool is_plain(Form form) {
  return form != Form::text && form != Form::node && form != Form::document;
}

template <typename Fields>
void write_fields(CsvRow& row, const Fields& fields, const RecordText& text) {
  for_each_field(fields, [&](auto field) {
    if constexpr (is_plain(field.form)) row.plain_field(text[field.field]);
    else row.field(text[field.field]);
  });
}

void write_documents(const Graph& graph, const NativeRecords& records, Output& out) {
  CsvRow row(out);
  write_names(row, document_fields);
  row.end();
  RecordText text(graph);
  for (const DocumentId d : records.documents) {
    write_fields(row, document_fields, text.read_document(d));
    row.end();
  }
}

std::string joined_aliases(const std::vector<std::string_view>& aliases) {
  std::string joined;
  for (const std::string_view alias : aliases) {
    if (!joined.empty()) joined += '|';
    for (const char c : alias) {
      if (c == '|' || c == '\\') joined += '\\';
      joined += c;
    }
  }
  return joined;
}

/// The attribute names of all nodes, in order. Reports what a table cannot hold of the attributes.
std::vector<std::string_view> attribute_names(const Graph& graph, const NativeRecords& records,
                                              LossReport& losses) {
  std::set<std::string_view> names;
  std::size_t typed = 0;
  std::size_t empty = 0;
  for (const NodeId n : records.nodes)
    for (const Attribute& attribute : graph.attributes(n)) {
      names.insert(attribute.name);
      if (attribute.type != AttributeType::text) ++typed;
      if (attribute.value.empty()) ++empty;
    }
  losses.add({.count = typed,
              .what = "typed attribute value",
              .fate = "read back as text",
              .why = "a table has no types"});
  losses.add({.count = empty,
              .what = "empty attribute value",
              .fate = "read back as absent",
              .why = "a table has no other empty field"});
  return {names.begin(), names.end()};
}

void write_node(const Graph& graph, NodeId n, const std::vector<std::string_view>& names,
                CsvRow& row) {
  RecordText text(graph);
  write_fields(row, node_fields, text.read_node(n));
  row.field(joined_aliases(graph.aliases(n)));
  // Both lists are in order of name, so one walk fills the columns.
  const auto attributes = graph.attributes(n);
  auto next = attributes.begin();
  for (const std::string_view name : names) {
    const bool has_it = next != attributes.end() && next->name == name;
    row.field(has_it ? next->value : std::string_view());
    if (has_it) ++next;
  }
  row.end();
}

void write_nodes(const Graph& graph, const NativeRecords& records, Output& out,
                 LossReport& losses) {
  const auto names = attribute_names(graph, records, losses);
  CsvRow header(out);
  write_names(header, node_fields);
  header.field("aliases");
  for (const std::string_view name : names) header.field("attributes." + std::string(name));
  header.end();
  append_in_parts(out, records.nodes, [&](std::span<const NodeId> part, Output& text) {
    CsvRow row(text);
    for (const NodeId n : part) write_node(graph, n, names, row);
  });
}

void write_claims(const Graph& graph, const NativeRecords& records, Output& out) {
  CsvRow header(out);
  write_names(header, claim_fields);
  header.end();
  append_in_parts(out, records.claims, [&](std::span<const ClaimId> part, Output& text) {
    CsvRow row(text);
    RecordText claim(graph);
    for_each_claim(graph, part, [&](ClaimId c) {
      write_fields(row, claim_fields, claim.read_claim(c));
      row.end();
    });
  });
}

}  // namespace

void write_csv_folder(const Subset& subset, const GraphStyle& /*style*/, OutputFolder& folder,
                      LossReport& losses) {
  const NativeRecords records = native_records(subset);
  write_documents(subset.graph(), records, folder.file("documents.csv"));
  write_nodes(subset.graph(), records, folder.file("nodes.csv"), losses);
  write_claims(subset.graph(), records, folder.file("claims.csv"));
  report_native_losses(subset, losses);
}

void write_claims_csv(const Subset& subset, Output& out) {
  write_claims(subset.graph(), native_records(subset), out);
}

}  // namespace oscegraph
