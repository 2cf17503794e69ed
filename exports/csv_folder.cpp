// SPDX-License-Identifier: Apache-2.0
//
// The native records as three tables in a folder. A node's aliases share one field, joined with '|';
// '|' and '\' in an alias are written '\|' and '\\'. Each attribute has a column, "attributes.NAME".
// A table has no types and no difference between empty and absent: the loss report says where that
// mattered.
#include <algorithm>
#include <set>

#include "oscegraph/exports/append_in_parts.hpp"
#include "oscegraph/exports/csv_text.hpp"
#include "oscegraph/exports/graph_writers.hpp"
#include "oscegraph/exports/native_records.hpp"
#include "oscegraph/graph/text.hpp"

namespace oscegraph {
namespace {

void write_header(CsvRow& row, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) row.field(name);
}

void write_documents(const Graph& graph, const NativeRecords& records, Output& out) {
  CsvRow row(out);
  write_header(row, {"id", "title", "publisher", "date", "url", "file", "checksum"});
  row.end();
  for (const DocumentId d : records.documents) {
    const Document document = graph.document(d);
    row.field(document.id).field(document.title).field(document.publisher);
    row.field(document.date.text()).field(document.url).field(document.file);
    row.field(document.checksum).end();
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

/// The attribute names of all nodes, in order, and a word about what a table cannot say of them.
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
  row.field(graph.node_id(n)).field(name_of(graph.node_kind(n))).field(graph.node_name(n));
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
  write_header(header, {"id", "kind", "name", "aliases"});
  for (const std::string_view name : names) header.field("attributes." + std::string(name));
  header.end();
  append_in_parts(out, records.nodes, [&](std::span<const NodeId> part, Output& text) {
    CsvRow row(text);
    for (const NodeId n : part) write_node(graph, n, names, row);
  });
}

void write_claims(const Graph& graph, const NativeRecords& records, Output& out) {
  CsvRow header(out);
  write_header(header, {"from", "relation", "to", "document", "via", "amount", "currency", "flow",
                        "start", "end", "share", "locator", "quote", "basis", "rule", "reviewed"});
  header.end();
  append_in_parts(out, records.claims, [&](std::span<const ClaimId> part, Output& text) {
    CsvRow row(text);
    for_each_claim(graph, part, [&](ClaimId c) {
      const ClaimText claim = claim_text(graph, c);
      row.field(claim.from).plain_field(claim.relation).field(claim.to).field(claim.document);
      row.field(claim.via).plain_field(claim.amount).plain_field(claim.currency);
      row.plain_field(claim.flow).plain_field(claim.start).plain_field(claim.end);
      row.plain_field(claim.share).field(claim.locator).field(claim.quote);
      row.plain_field(claim.basis).field(claim.rule).plain_field(claim.reviewed).end();
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
