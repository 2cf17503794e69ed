// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/graph/graph.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace oscegraph {

std::vector<std::string_view> Graph::aliases(NodeId n) const {
  std::vector<std::string_view> result;
  for (const auto i : id_range(alias_begin_[n], alias_begin_[n + 1]))
    result.push_back(strings_[alias_[i]]);
  return result;
}

std::vector<Attribute> Graph::attributes(NodeId n) const {
  std::vector<Attribute> result;
  for (const auto i : id_range(attribute_begin_[n], attribute_begin_[n + 1]))
    result.push_back(
        {strings_[attribute_name_[i]], strings_[attribute_value_[i]], attribute_type_[i]});
  return result;
}

std::string_view Graph::attribute(NodeId n, std::string_view name) const {
  for (const auto i : id_range(attribute_begin_[n], attribute_begin_[n + 1]))
    if (strings_[attribute_name_[i]] == name) return strings_[attribute_value_[i]];
  return {};
}

namespace {

/// Binary search in a column of ids that is ordered by text.
std::optional<std::uint32_t> find_id(const std::vector<StringId>& ids, const StringPool& strings,
                                     std::string_view id) {
  const auto found =
      std::ranges::lower_bound(ids, id, {}, [&](StringId string) { return strings[string]; });
  if (found == ids.end() || strings[*found] != id) return std::nullopt;
  return static_cast<std::uint32_t>(found - ids.begin());
}

}  // namespace

std::optional<NodeId> Graph::find_node(std::string_view id) const {
  return find_id(node_id_, strings_, id);
}

std::optional<DocumentId> Graph::find_document(std::string_view id) const {
  return find_id(document_id_, strings_, id);
}

std::optional<EdgeId> Graph::find_edge(NodeId from, Relation relation, NodeId to) const {
  const auto edges = out_edges(from);
  const auto found = std::ranges::lower_bound(edges, std::pair(relation, to), {}, [&](EdgeId e) {
    return std::pair(edge_relation_[e], edge_to_[e]);
  });
  if (found == edges.end() || edge_relation_[*found] != relation || edge_to_[*found] != to)
    return std::nullopt;
  return *found;
}

Claim Graph::claim(ClaimId c) const {
  return {claim_edge_[c],
          claim_document_[c],
          claim_via_[c],
          claim_amount(c),
          claim_flow_[c],
          claim_basis_[c],
          claim_period(c),
          claim_share_[c],
          strings_[claim_locator_[c]],
          strings_[claim_quote_[c]],
          strings_[claim_rule_[c]],
          claim_review_[c]};
}

std::optional<Money> Graph::claim_amount(ClaimId c) const {
  if (!claim_currency_[c].known()) return std::nullopt;
  return Money{claim_amount_[c], claim_currency_[c]};
}

Period Graph::claim_time(ClaimId c) const {
  const Period stated = claim_period(c);
  if (stated.known()) return stated;
  const Date published = document_date_[claim_document_[c]];
  return {published, published};
}

Document Graph::document(DocumentId d) const {
  return {strings_[document_id_[d]],        strings_[document_title_[d]],
          strings_[document_publisher_[d]], document_date_[d],
          strings_[document_url_[d]],       strings_[document_file_[d]],
          strings_[document_checksum_[d]]};
}

std::size_t Graph::byte_size() const {
  const auto bytes = [](const auto&... columns) {
    return ((columns.size() * sizeof(columns[0])) + ...);
  };
  return strings_.byte_size() +
         bytes(node_id_, node_name_, node_kind_, alias_begin_, alias_, attribute_begin_,
               attribute_name_, attribute_value_, attribute_type_) +
         bytes(out_begin_, edge_from_, edge_to_, edge_relation_, in_begin_, in_edge_) +
         bytes(claim_begin_, claim_edge_, claim_document_, claim_via_, claim_amount_,
               claim_currency_, claim_flow_, claim_basis_, claim_start_, claim_end_, claim_share_,
               claim_locator_, claim_quote_, claim_rule_, claim_review_) +
         bytes(document_id_, document_title_, document_publisher_, document_date_, document_url_,
               document_file_, document_checksum_);
}

/// Turns parts into columns: nodes and documents sorted by id, then claims sorted and grouped into
/// edges, then the reverse adjacency by counting.
class GraphAssembler {
 public:
  explicit GraphAssembler(GraphParts parts) : parts_(std::move(parts)) {
    graph_.strings_ = std::move(parts_.strings);
  }

  Graph assemble() {
    place_nodes();
    place_documents();
    renumber_claims();
    place_claims();
    index_in_edges();
    return std::move(graph_);
  }

 private:
  [[nodiscard]] std::string_view text(StringId id) const { return graph_.strings_[id]; }

  /// The items' positions in order of id, and where each item went.
  template <typename Items>
  std::pair<std::vector<std::uint32_t>, std::vector<std::uint32_t>> order_by_id(
      const Items& items) const {
    std::vector<std::uint32_t> order(next_id(items.size(), "nodes or documents"));
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [&](std::uint32_t i) { return text(items[i].id); });
    std::vector<std::uint32_t> place(items.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    return {std::move(order), std::move(place)};
  }

  void place_nodes() {
    std::vector<std::uint32_t> order;
    std::tie(order, node_place_) = order_by_id(parts_.nodes);
    Graph& g = graph_;
    for (const std::uint32_t i : order) {
      GraphParts::Node& node = parts_.nodes[i];
      g.node_id_.push_back(node.id);
      g.node_name_.push_back(node.name);
      g.node_kind_.push_back(node.kind);
      std::ranges::sort(node.aliases, {}, [&](StringId s) { return text(s); });
      const auto repeated = std::ranges::unique(node.aliases);
      node.aliases.erase(repeated.begin(), repeated.end());
      std::erase(node.aliases, node.name);
      g.alias_.insert(g.alias_.end(), node.aliases.begin(), node.aliases.end());
      g.alias_begin_.push_back(next_id(g.alias_.size(), "other names"));
      std::ranges::sort(node.attributes, {}, [&](const auto& a) { return text(a.name); });
      for (const auto& attribute : node.attributes) {
        g.attribute_name_.push_back(attribute.name);
        g.attribute_value_.push_back(attribute.value);
        g.attribute_type_.push_back(attribute.type);
      }
      g.attribute_begin_.push_back(next_id(g.attribute_name_.size(), "attributes"));
    }
  }

  void place_documents() {
    std::vector<std::uint32_t> order;
    std::tie(order, document_place_) = order_by_id(parts_.documents);
    for (const std::uint32_t i : order) {
      const GraphParts::Document& document = parts_.documents[i];
      graph_.document_id_.push_back(document.id);
      graph_.document_title_.push_back(document.title);
      graph_.document_publisher_.push_back(document.publisher);
      graph_.document_date_.push_back(document.date);
      graph_.document_url_.push_back(document.url);
      graph_.document_file_.push_back(document.file);
      graph_.document_checksum_.push_back(document.checksum);
    }
  }

  void renumber_claims() {
    (void)next_id(parts_.claims.size(), "claims");
    for (GraphParts::Claim& claim : parts_.claims) {
      claim.from = node_place_[claim.from];
      claim.to = node_place_[claim.to];
      if (claim.via != none) claim.via = node_place_[claim.via];
      claim.document = document_place_[claim.document];
    }
    // Every field takes part, so that equal statements meet and the order never depends on input.
    const auto key = [&](const GraphParts::Claim& c) {
      return std::tuple(c.from, c.relation, c.to, c.document, text(c.locator), c.period, c.flow,
                        c.currency, c.amount, c.via, c.share, c.basis, text(c.quote), text(c.rule),
                        c.review);
    };
    std::ranges::sort(parts_.claims, {}, key);
    const auto repeated = std::ranges::unique(parts_.claims, {}, key);
    parts_.claims.erase(repeated.begin(), repeated.end());
  }

  void place_claims() {
    Graph& g = graph_;
    g.out_begin_.assign(g.node_count() + 1, 0);
    const GraphParts::Claim* last = nullptr;
    for (const GraphParts::Claim& claim : parts_.claims) {
      const bool new_edge = last == nullptr || last->from != claim.from ||
                            last->relation != claim.relation || last->to != claim.to;
      if (new_edge) {
        if (last != nullptr) g.claim_begin_.push_back(static_cast<std::uint32_t>(g.claim_count()));
        g.edge_from_.push_back(claim.from);
        g.edge_to_.push_back(claim.to);
        g.edge_relation_.push_back(claim.relation);
        ++g.out_begin_[claim.from + 1];
      }
      last = &claim;
      g.claim_edge_.push_back(static_cast<EdgeId>(g.edge_count() - 1));
      g.claim_document_.push_back(claim.document);
      g.claim_via_.push_back(claim.via);
      g.claim_amount_.push_back(claim.amount);
      g.claim_currency_.push_back(claim.currency);
      g.claim_flow_.push_back(claim.flow);
      g.claim_basis_.push_back(claim.basis);
      g.claim_start_.push_back(claim.period.start);
      g.claim_end_.push_back(claim.period.end);
      g.claim_share_.push_back(claim.share);
      g.claim_locator_.push_back(claim.locator);
      g.claim_quote_.push_back(claim.quote);
      g.claim_rule_.push_back(claim.rule);
      g.claim_review_.push_back(claim.review);
    }
    if (last != nullptr) g.claim_begin_.push_back(static_cast<std::uint32_t>(g.claim_count()));
    std::partial_sum(g.out_begin_.begin(), g.out_begin_.end(), g.out_begin_.begin());
  }

  void index_in_edges() {
    Graph& g = graph_;
    g.in_begin_.assign(g.node_count() + 1, 0);
    for (const NodeId to : g.edge_to_) ++g.in_begin_[to + 1];
    std::partial_sum(g.in_begin_.begin(), g.in_begin_.end(), g.in_begin_.begin());
    g.in_edge_.resize(g.edge_count());
    std::vector<std::uint32_t> next(g.in_begin_.begin(), g.in_begin_.end() - 1);
    for (EdgeId e = 0; e < g.edge_count(); ++e) g.in_edge_[next[g.edge_to_[e]]++] = e;
  }

  GraphParts parts_;
  Graph graph_;
  std::vector<NodeId> node_place_;
  std::vector<DocumentId> document_place_;
};

Graph assemble(GraphParts parts) { return GraphAssembler(std::move(parts)).assemble(); }

}  // namespace oscegraph
