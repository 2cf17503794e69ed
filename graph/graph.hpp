// SPDX-License-Identifier: Apache-2.0
//
// The graph: nodes, documents, claims, and the edges the claims add up to, all in columns (one
// array per property, positions as identity). It is immutable: readers see one consistent thing,
// from any number of threads.
//
// Order is canonical, so that the same statements give the same graph whatever the order of files
// or records: nodes and documents by id, edges by (from, relation, to), claims by (edge, document,
// locator, ...). An edge's claims therefore lie side by side, and an edge's number is its place in
// the out-adjacency: out_edges(n) is a range of consecutive numbers, found without a lookup.
//
// The adjacency models Boost.Graph's concepts (bgl.hpp), so BGL's algorithms run on it unchanged.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "oscegraph/graph/date.hpp"
#include "oscegraph/graph/ids.hpp"
#include "oscegraph/graph/money.hpp"
#include "oscegraph/graph/strings.hpp"
#include "oscegraph/graph/vocabulary.hpp"

namespace oscegraph {

/// The types an open attribute can have; the text is kept as the document wrote it.
enum class AttributeType : std::uint8_t { text, number, boolean };

struct Attribute {
  std::string_view name;
  std::string_view value;
  AttributeType type = AttributeType::text;
  friend bool operator==(const Attribute&, const Attribute&) = default;
};

/// A share in percent, exact to a millionth of a percent. -1: not stated.
using ShareMillionths = std::int32_t;
inline constexpr ShareMillionths no_share = -1;

/// One document's statement, as read from the columns. Views live as long as the graph.
struct Claim {
  EdgeId edge = none;
  DocumentId document = none;
  NodeId via = none;
  std::optional<Money> amount;
  Flow flow = Flow::unknown;
  Basis basis = Basis::stated;
  Period period;
  ShareMillionths share = no_share;
  std::string_view locator;
  std::string_view quote;
  std::string_view rule;  ///< what found it in a text; "" when nobody but the record says so
  Review review = Review::unreviewed;
};

struct Document {
  std::string_view id;
  std::string_view title;
  std::string_view publisher;
  Date date;
  std::string_view url;
  std::string_view file;
  std::string_view checksum;
};

/// Everything a graph is made of, in any order; assemble() makes it a Graph. All strings are in
/// `strings`; claims name nodes and documents by their position here.
struct GraphParts {
  struct Attribute {
    StringId name;
    StringId value;
    AttributeType type;
  };
  struct Node {
    StringId id;
    StringId name;
    Kind kind;
    std::vector<StringId> aliases;
    std::vector<Attribute> attributes;
  };
  struct Document {
    StringId id;
    StringId title;
    StringId publisher;
    Date date;
    StringId url;
    StringId file;
    StringId checksum;
  };
  struct Claim {
    NodeId from;
    NodeId to;
    NodeId via = none;
    DocumentId document;
    std::int64_t amount = 0;
    Currency currency;  ///< unknown: no amount stated
    Relation relation;
    Flow flow = Flow::unknown;
    Basis basis = Basis::stated;
    Period period;
    ShareMillionths share = no_share;
    StringId locator = 0;
    StringId quote = 0;
    StringId rule = 0;
    Review review = Review::unreviewed;
  };

  StringPool strings;
  std::vector<Node> nodes;
  std::vector<Document> documents;
  std::vector<Claim> claims;
};

class Graph {
 public:
  Graph() = default;

  // --- nodes, in order of id
  [[nodiscard]] std::size_t node_count() const { return node_id_.size(); }
  [[nodiscard]] auto nodes() const { return id_range(0, node_count()); }
  [[nodiscard]] std::string_view node_id(NodeId n) const { return strings_[node_id_[n]]; }
  [[nodiscard]] std::string_view node_name(NodeId n) const { return strings_[node_name_[n]]; }
  [[nodiscard]] Kind node_kind(NodeId n) const { return node_kind_[n]; }
  /// Other names, without the name itself, ordered.
  [[nodiscard]] std::vector<std::string_view> aliases(NodeId n) const;
  /// Open attributes, ordered by name.
  [[nodiscard]] std::vector<Attribute> attributes(NodeId n) const;
  /// The attribute's text, "" when the node has none of that name.
  [[nodiscard]] std::string_view attribute(NodeId n, std::string_view name) const;
  /// By id, exactly. Cost: O(log nodes).
  [[nodiscard]] std::optional<NodeId> find_node(std::string_view id) const;

  // --- edges, in order of (from, relation, to)
  [[nodiscard]] std::size_t edge_count() const { return edge_to_.size(); }
  [[nodiscard]] auto edges() const { return id_range(0, edge_count()); }
  [[nodiscard]] NodeId edge_from(EdgeId e) const { return edge_from_[e]; }
  [[nodiscard]] NodeId edge_to(EdgeId e) const { return edge_to_[e]; }
  [[nodiscard]] Relation edge_relation(EdgeId e) const { return edge_relation_[e]; }
  /// The end of `e` that is not `n`; `n` itself for a loop.
  [[nodiscard]] NodeId other_end(EdgeId e, NodeId n) const {
    return edge_from_[e] == n ? edge_to_[e] : edge_from_[e];
  }
  [[nodiscard]] auto out_edges(NodeId n) const {
    return id_range(out_begin_[n], out_begin_[n + 1]);
  }
  /// In order of edge number.
  [[nodiscard]] std::span<const EdgeId> in_edges(NodeId n) const {
    return std::span(in_edge_).subspan(in_begin_[n], in_begin_[n + 1] - in_begin_[n]);
  }
  [[nodiscard]] std::optional<EdgeId> find_edge(NodeId from, Relation relation, NodeId to) const;

  // --- claims, in order of (edge, document, locator, ...)
  [[nodiscard]] std::size_t claim_count() const { return claim_edge_.size(); }
  [[nodiscard]] auto claims() const { return id_range(0, claim_count()); }
  [[nodiscard]] auto claims_of(EdgeId e) const {
    return id_range(claim_begin_[e], claim_begin_[e + 1]);
  }
  [[nodiscard]] Claim claim(ClaimId c) const;
  [[nodiscard]] EdgeId claim_edge(ClaimId c) const { return claim_edge_[c]; }
  [[nodiscard]] DocumentId claim_document(ClaimId c) const { return claim_document_[c]; }
  [[nodiscard]] NodeId claim_via(ClaimId c) const { return claim_via_[c]; }
  [[nodiscard]] Flow claim_flow(ClaimId c) const { return claim_flow_[c]; }
  [[nodiscard]] Basis claim_basis(ClaimId c) const { return claim_basis_[c]; }
  [[nodiscard]] Period claim_period(ClaimId c) const { return {claim_start_[c], claim_end_[c]}; }
  [[nodiscard]] std::optional<Money> claim_amount(ClaimId c) const;
  /// When the claim holds: its stated period, else the day of its document; unknown when neither is.
  [[nodiscard]] Period claim_time(ClaimId c) const;

  // --- documents, in order of id
  [[nodiscard]] std::size_t document_count() const { return document_id_.size(); }
  [[nodiscard]] auto documents() const { return id_range(0, document_count()); }
  [[nodiscard]] Document document(DocumentId d) const;
  [[nodiscard]] std::string_view document_id(DocumentId d) const {
    return strings_[document_id_[d]];
  }
  [[nodiscard]] Date document_date(DocumentId d) const { return document_date_[d]; }
  [[nodiscard]] std::optional<DocumentId> find_document(std::string_view id) const;

  /// Bytes held by the columns and the string arena.
  [[nodiscard]] std::size_t byte_size() const;

 private:
  friend class GraphAssembler;

  StringPool strings_;

  std::vector<StringId> node_id_;
  std::vector<StringId> node_name_;
  std::vector<Kind> node_kind_;
  std::vector<std::uint32_t> alias_begin_{0};
  std::vector<StringId> alias_;
  std::vector<std::uint32_t> attribute_begin_{0};
  std::vector<StringId> attribute_name_;
  std::vector<StringId> attribute_value_;
  std::vector<AttributeType> attribute_type_;

  std::vector<std::uint32_t> out_begin_{0};
  std::vector<NodeId> edge_from_;
  std::vector<NodeId> edge_to_;
  std::vector<Relation> edge_relation_;
  std::vector<std::uint32_t> in_begin_{0};
  std::vector<EdgeId> in_edge_;

  std::vector<std::uint32_t> claim_begin_{0};
  std::vector<EdgeId> claim_edge_;
  std::vector<DocumentId> claim_document_;
  std::vector<NodeId> claim_via_;
  std::vector<std::int64_t> claim_amount_;
  std::vector<Currency> claim_currency_;
  std::vector<Flow> claim_flow_;
  std::vector<Basis> claim_basis_;
  std::vector<Date> claim_start_;
  std::vector<Date> claim_end_;
  std::vector<ShareMillionths> claim_share_;
  std::vector<StringId> claim_locator_;
  std::vector<StringId> claim_quote_;
  std::vector<StringId> claim_rule_;
  std::vector<Review> claim_review_;

  std::vector<StringId> document_id_;
  std::vector<StringId> document_title_;
  std::vector<StringId> document_publisher_;
  std::vector<Date> document_date_;
  std::vector<StringId> document_url_;
  std::vector<StringId> document_file_;
  std::vector<StringId> document_checksum_;
};

/// Puts the parts in canonical order and builds the adjacency. Claims equal in every field are one
/// claim. Preconditions (the loader sees to them): ids are unique among nodes and among documents,
/// every claim's positions exist, its relation allows its ends. Cost: O(n log n) in each list.
Graph assemble(GraphParts parts);

}  // namespace oscegraph
