// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/page/view_document.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "oscegraph/exports/model/native_records.hpp"
#include "oscegraph/exports/text/json_text.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {
namespace {

/// The position of an id in a sorted list; nullopt when it is not in it.
std::optional<std::size_t> position_in(const std::vector<std::uint32_t>& sorted, std::uint32_t id) {
  const auto found = std::ranges::lower_bound(sorted, id);
  if (found == sorted.end() || *found != id) return std::nullopt;
  return static_cast<std::size_t>(found - sorted.begin());
}

/// Nodes that are not in the subset but that sums of money need: `via` projects of claims, and the
/// States of agencies.
std::vector<NodeId> nodes_outside(const Subset& subset) {
  const Graph& graph = subset.graph();
  IdSet outside(graph.node_count());
  const auto add = [&](NodeId n) {
    if (!subset.contains_node(n)) outside.insert(n);
  };
  for (const ClaimId c : subset.claims())
    if (const NodeId via = graph.claim(c).via; via != none) add(via);
  for (const NodeId n : subset.nodes()) {
    if (graph.node_kind(n) != Kind::agency) continue;
    const auto state = graph.find_node(graph.attribute(n, "state"));
    if (state) add(*state);
  }
  return {outside.begin(), outside.end()};
}

class ViewWriter {
 public:
  ViewWriter(const Fitted& shown, Output& out)
      : shown_(shown),
        subset_(shown.subset),
        graph_(shown.subset.graph()),
        out_(out),
        nodes_(subset_.nodes().begin(), subset_.nodes().end()),
        documents_(subset_.documents()),
        outside_(nodes_outside(subset_)) {}

  void write(const ViewLabel& label) {
    JsonObject view(out_);
    view.member("oscegraph_view").append(1);
    view.known_text("title", label.title);
    view.known_text("source", label.source);
    view.member("nodes");
    write_list(nodes_, [this](NodeId n) { write_node(n); });
    if (!outside_.empty()) {
      view.member("outside");
      write_list(outside_, [this](NodeId n) { write_node(n); });
    }
    view.member("documents");
    write_list(documents_,
               [this](DocumentId d) { append_document(out_, graph_, d, RecordForm::plain); });
    view.member("edges");
    write_list(subset_.edges(), [this](EdgeId e) { write_edge(e); });
    view.member("claims");
    write_list(subset_.claims(), [this](ClaimId c) { write_claim(c); });
    view.member("left_out");
    write_left_out();
    append_json_strings(view.member("notes"), notes());
    view.end();
    out_.append('\n');
  }

 private:
  /// Writes one record a line, so that a person can read and compare saved documents.
  void write_list(const auto& ids, auto write_one) {
    out_.append('[');
    bool first = true;
    for (const auto id : ids) {
      out_.append(first ? "\n" : ",\n");
      first = false;
      write_one(id);
    }
    out_.append(']');
  }

  void write_scores(JsonObject& object, ScoreOf of, std::uint32_t id) {
    const auto known = [&](const Score& score) {
      return score.of == of && std::isfinite(score.values[id]);
    };
    if (std::ranges::none_of(subset_.scores(), known)) return;
    JsonObject scores(object.member("scores"));
    for (const Score& score : subset_.scores())
      if (known(score)) scores.member(score.name).append(score.values[id]);
    scores.end();
  }

  void write_node(NodeId n) {
    JsonObject node(out_);
    append_node_fields(node, graph_, n);
    write_scores(node, ScoreOf::node, n);
    node.end();
  }

  void write_edge(EdgeId e) {
    JsonObject edge(out_);
    edge.member("from").append(position_in(nodes_, graph_.edge_from(e)).value());
    edge.text("relation", name_of(graph_.edge_relation(e)));
    edge.member("to").append(position_in(nodes_, graph_.edge_to(e)).value());
    write_scores(edge, ScoreOf::edge, e);
    edge.end();
  }

  void write_claim(ClaimId c) {
    RecordText text(graph_);
    text.read_claim(c);
    JsonObject claim(out_);
    claim.member("edge").append(edge_position_of(c));
    claim.member("document").append(position_in(documents_, graph_.claim_document(c)).value());
    if (const NodeId via = graph_.claim(c).via; via != none) write_via(claim, via);
    append_claim_values(claim, text);
    claim.end();
  }

  void write_via(JsonObject& claim, NodeId via) {
    if (const auto position = position_in(nodes_, via)) {
      claim.member("via").append(*position);
    } else {
      claim.member("inside").append(position_in(outside_, via).value());
      ++hidden_vias_;
    }
  }

  /// The position of the claim's edge in the document. Call it for the claims in order: they are
  /// sorted by edge, so it only counts.
  std::size_t edge_position_of(ClaimId c) {
    if (const EdgeId e = graph_.claim_edge(c); e != edge_) {
      edge_ = e;
      ++edges_begun_;
    }
    return edges_begun_ - 1;
  }

  void write_left_out() {
    JsonObject left_out(out_);
    left_out.member("nodes").append(shown_.left_out.nodes);
    left_out.member("edges").append(shown_.left_out.edges);
    left_out.member("claims").append(shown_.left_out.claims);
    left_out.end();
  }

  [[nodiscard]] std::vector<std::string> notes() const {
    std::vector<std::string> notes = subset_.notes();
    if (hidden_vias_ > 0)
      notes.push_back(counted(hidden_vias_, "claim") +
                      " went through a project that is not among the nodes shown");
    return notes;
  }

  const Fitted& shown_;
  const Subset& subset_;
  const Graph& graph_;
  Output& out_;
  std::vector<NodeId> nodes_;
  std::vector<DocumentId> documents_;
  std::vector<NodeId> outside_;
  EdgeId edge_ = none;
  std::size_t edges_begun_ = 0;
  std::size_t hidden_vias_ = 0;
};

}  // namespace

void write_view_document(const Fitted& shown, const ViewLabel& label, Output& out) {
  ViewWriter(shown, out).write(label);
}

}  // namespace oscegraph
