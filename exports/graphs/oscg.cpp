// SPDX-License-Identifier: Apache-2.0
//
// Writes a graph file (graph/graph_file.hpp). A whole graph is written as it is in memory. For a
// part of a graph, a new graph is built first.
#include "oscegraph/exports/graphs/graph_writers.hpp"
#include "oscegraph/exports/model/native_records.hpp"
#include "oscegraph/graph/graph_file.hpp"

namespace oscegraph {
namespace {

/// Builds a graph from the native records of the subset.
class Copy {
 public:
  explicit Copy(const Subset& subset)
      : graph_(subset.graph()),
        records_(native_records(subset)),
        node_place_(graph_.node_count(), none),
        document_place_(graph_.document_count(), none) {}

  Graph make(const Context& context) {
    for (const DocumentId d : records_.documents) add_document(d);
    for (const NodeId n : records_.nodes) add_node(n);
    PeriodicCheck check(context);
    for (const ClaimId c : records_.claims) {
      check.count();
      add_claim(c);
    }
    lists_.strings = strings_.finish();
    return assemble(std::move(lists_), context);
  }

 private:
  StringId text(std::string_view text) { return strings_.intern(text); }

  void add_document(DocumentId d) {
    document_place_[d] = static_cast<DocumentId>(lists_.documents.size());
    DocumentValues copy;
    for_each_field(document_fields, [&](auto field) {
      if constexpr (field.form == Form::text) copy.*field.member = text(graph_.value(field, d));
      else copy.*field.member = graph_.value(field, d);
    });
    lists_.documents.push_back(copy);
  }

  void add_node(NodeId n) {
    const auto place = static_cast<NodeId>(lists_.node_id.size());
    node_place_[n] = place;
    lists_.node_id.push_back(text(graph_.node_id(n)));
    lists_.node_name.push_back(text(graph_.node_name(n)));
    lists_.node_kind.push_back(graph_.node_kind(n));
    for (const std::string_view alias : graph_.aliases(n))
      lists_.aliases.push_back({place, text(alias)});
    for (const Attribute& attribute : graph_.attributes(n))
      lists_.attributes.push_back(
          {place, text(attribute.name), text(attribute.value), attribute.type});
  }

  void add_claim(ClaimId c) {
    ClaimValues copy;
    for_each_field(claim_fields, [&](auto field) {
      const auto value = graph_.value(field, c);
      auto& into = copy.*field.member;
      if constexpr (field.form == Form::text) into = text(value);
      else if constexpr (field.form == Form::document) into = document_place_[value];
      else if constexpr (field.form != Form::node) into = value;
      else if (value != none) into = node_place_[value];
    });
    lists_.claims.push_back(copy);
  }

  const Graph& graph_;
  NativeRecords records_;
  StringInterner strings_;
  GraphLists lists_;
  std::vector<NodeId> node_place_;
  std::vector<DocumentId> document_place_;
};

bool is_whole(const Subset& subset) {
  const Graph& graph = subset.graph();
  return subset.nodes().count() == graph.node_count() &&
         subset.claims().count() == graph.claim_count() &&
         subset.documents().size() == graph.document_count();
}

}  // namespace

void write_oscg(const Subset& subset, const GraphStyle& /*style*/, Output& out,
                LossReport& losses) {
  const auto write = [&](std::string_view bytes) { out.append(bytes); };
  if (is_whole(subset)) write_graph_file(subset.graph(), write, out.context());
  else write_graph_file(Copy(subset).make(out.context()), write, out.context());
  report_native_losses(subset, losses);
}

}  // namespace oscegraph
