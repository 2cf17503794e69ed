// SPDX-License-Identifier: Apache-2.0
//
// Makes the texts that tables show, and ranks nodes by name.
#include "oscegraph/queries/labels.hpp"

#include <algorithm>

#include "oscegraph/graph/threads/parallel.hpp"
#include "oscegraph/graph/threads/text_order.hpp"
#include "oscegraph/graph/values/error.hpp"

namespace oscegraph {
namespace {

std::string_view name_or_id(const Graph& graph, NodeId node) {
  const std::string_view name = graph.node_name(node);
  return name.empty() ? graph.node_id(node) : name;
}

}  // namespace

std::string display_name(const Graph& graph, NodeId node) {
  return std::string(name_or_id(graph, node));
}

std::string display_title(const Graph& graph, DocumentId document) {
  const std::string_view title = graph.document(document).title;
  return std::string(title.empty() ? graph.document_id(document) : title);
}

std::string relation_words(Relation relation, Direction direction) {
  const RelationRow& row = row_of(relation);
  std::string words(direction == Direction::in ? row.inverse : row.name);
  std::ranges::replace(words, '_', ' ');
  return words;
}

std::string period_words(const Period& period) {
  const std::string start = period.start.text();
  const std::string end = period.end.text();
  if (end.empty()) return start.empty() ? start : "from " + start;
  if (start.empty()) return "until " + end;
  return start == end ? start : start + " to " + end;
}

Cell name_cell(const Graph& graph, NodeId node) { return display_name(graph, node); }
Cell id_cell(const Graph& graph, NodeId node) { return std::string(graph.node_id(node)); }
Cell kind_cell(const Graph& graph, NodeId node) {
  return std::string(name_of(graph.node_kind(node)));
}

Cell names_cell(const Graph& graph, std::span<const NodeId> nodes) {
  if (nodes.empty()) return std::monostate{};
  std::vector<std::string> names;
  names.reserve(nodes.size());
  for (const NodeId n : nodes) names.push_back(display_name(graph, n));
  return names;
}

bool ByName::operator()(NodeId a, NodeId b) const {
  const auto order = name_or_id(*graph_, a) <=> name_or_id(*graph_, b);
  return order != 0 ? order < 0 : a < b;
}

NameRanks::NameRanks(const Graph& graph, const IdSet& nodes) : rank_(graph.node_count()) {
  const std::vector<NodeId> all(nodes.begin(), nodes.end());
  nodes_.reserve(all.size());
  for (const std::uint32_t i : order_by_text(
           all.size(), {}, [&](std::uint32_t at) { return name_or_id(graph, all[at]); })) {
    rank_[all[i]] = static_cast<std::uint32_t>(nodes_.size());
    nodes_.push_back(all[i]);
  }
}

void require_node(const Subset& scope, NodeId node) {
  if (scope.contains_node(node)) return;
  throw NotThere(display_name(scope.graph(), node) + " (" +
                     std::string(scope.graph().node_id(node)) +
                     ") is not in the part of the graph that the filters keep",
                 {}, "drop a filter to find it");
}

}  // namespace oscegraph
