// SPDX-License-Identifier: Apache-2.0
//
// Stores the graph: nodes, documents, claims and edges (an edge is all claims with the same ends
// and relation). It is stored in columns, which have one array per property; the position in a
// column is the identity. A Graph is immutable, so any number of threads may read it.
//
// The order is canonical, so that the same statements give the same graph whatever the order of
// files or records: nodes and documents by id, edges by (from, relation, to), claims by (edge,
// document, locator, ...). So the claims of an edge lie side by side, and the number of an edge is
// its position in the out-adjacency: out_edges(n) is a range of consecutive numbers, found without
// a lookup.
//
// The columns may lie in a graph file (graph_file.hpp) that is mapped into memory and was checked
// only in part. So every number that is used as an index is clamped here: until verify() is called,
// a damaged file can make answers wrong, but never cause a read outside of the columns.
//
// The adjacency models Boost.Graph's concepts (bgl.hpp), so BGL's algorithms run on it unchanged.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/columns/field_list.hpp"
#include "oscegraph/graph/columns/schema.hpp"
#include "oscegraph/graph/columns/shared_column.hpp"
#include "oscegraph/graph/columns/strings.hpp"
#include "oscegraph/graph/values/date.hpp"
#include "oscegraph/graph/values/ids.hpp"
#include "oscegraph/graph/values/money.hpp"
#include "oscegraph/graph/values/vocabulary.hpp"

namespace oscegraph {

/// The type of an open attribute; its text is kept as the document wrote it.
enum class AttributeType : std::uint8_t { text, number, boolean };
inline constexpr std::size_t attribute_type_count = 3;

struct Attribute {
  std::string_view name;
  std::string_view value;
  AttributeType type = AttributeType::text;
  friend bool operator==(const Attribute&, const Attribute&) = default;
};

/// "100", "33.333333"; "" when not stated.
std::string share_text(ShareMillionths share);

/// One document's statement, as read from the columns. Its views live as long as the graph.
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
  std::string_view rule;  ///< the rule that found the claim in a text; "" without one
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

/// All parts of a graph, in any order; assemble() makes a Graph of them. Strings are numbers in
/// `strings`; claims name nodes and documents by their position here.
struct GraphParts {
  struct Attribute {
    StringId name;
    StringId value;
    AttributeType type;
  };
  struct Node : NodeValues {
    std::vector<StringId> aliases{};
    std::vector<Attribute> attributes{};
  };

  StringPool strings;
  std::vector<Node> nodes;
  std::vector<DocumentValues> documents;
  std::vector<ClaimValues> claims;
};

/// The same parts as one list per field: a large load fills them list by list, from several
/// threads.
struct GraphLists {
  struct Alias {
    NodeId node;
    StringId name;
  };
  struct Attribute {
    NodeId node;
    StringId name;
    StringId value;
    AttributeType type;
  };
  class Claims : public ClaimLists<FieldList> {
   public:
    void push_back(const ClaimValues& claim);
    /// Keeps the first `size` claims.
    void resize_down(std::size_t size);
    [[nodiscard]] std::size_t size() const { return of<&ClaimValues::from>().size(); }
    /// The concatenation of the parts, which are empty afterwards.
    static Claims joined(std::vector<Claims>& parts, const Context& context);
  };

  StringPool strings;
  std::vector<StringId> node_id;
  std::vector<StringId> node_name;
  std::vector<Kind> node_kind;
  std::vector<Alias> aliases;
  std::vector<Attribute> attributes;  ///< no two of one node have the same name
  std::vector<DocumentValues> documents;
  Claims claims;
};

/// The size of a few columns that belong together.
struct MemoryUse {
  /// the things whose number it grows with: "node", "edge", "claim", "document", "string"
  std::string_view of;
  std::string_view what;  ///< "edges out", "money"
  std::size_t bytes = 0;
};

class GraphFile;

class Graph {
 public:
  Graph();

  // --- nodes, in order of id
  [[nodiscard]] std::size_t node_count() const { return node_id_.size(); }
  [[nodiscard]] auto nodes() const { return id_range(0, node_count()); }
  [[nodiscard]] std::string_view node_id(NodeId n) const { return strings_[node_id_[n]]; }
  [[nodiscard]] std::string_view node_name(NodeId n) const { return strings_[node_name_[n]]; }
  [[nodiscard]] Kind node_kind(NodeId n) const { return clamp_word(node_kind_[n]); }
  /// Other names, without the name itself, in order of text.
  [[nodiscard]] std::vector<std::string_view> aliases(NodeId n) const;
  /// Open attributes, in order of name.
  [[nodiscard]] std::vector<Attribute> attributes(NodeId n) const;
  /// The attribute's text, "" when the node has none of that name.
  [[nodiscard]] std::string_view attribute(NodeId n, std::string_view name) const;
  /// The node with exactly this id. Cost: O(log nodes).
  [[nodiscard]] std::optional<NodeId> find_node(std::string_view id) const;

  // --- edges, in order of (from, relation, to)
  [[nodiscard]] std::size_t edge_count() const { return edge_to_.size(); }
  [[nodiscard]] auto edges() const { return id_range(0, edge_count()); }
  [[nodiscard]] NodeId edge_from(EdgeId e) const {
    return clamp_index(edge_from_[e], node_count());
  }
  [[nodiscard]] NodeId edge_to(EdgeId e) const { return clamp_index(edge_to_[e], node_count()); }
  [[nodiscard]] Relation edge_relation(EdgeId e) const { return clamp_word(edge_relation_[e]); }
  /// The end of `e` that is not `n`; `n` itself for a loop.
  [[nodiscard]] NodeId other_end(EdgeId e, NodeId n) const {
    return edge_from(e) == n ? edge_to(e) : edge_from(e);
  }
  [[nodiscard]] auto out_edges(NodeId n) const { return range_at(out_begin_, n, edge_count()); }
  /// In order of edge number.
  [[nodiscard]] auto in_edges(NodeId n) const {
    return range_at(in_begin_, n, edge_count()) | std::views::transform(InEdge(*this));
  }
  [[nodiscard]] std::optional<EdgeId> find_edge(NodeId from, Relation relation, NodeId to) const;

  // --- claims, in order of (edge, document, locator, ...)
  [[nodiscard]] std::size_t claim_count() const { return claim_edge_.size(); }
  [[nodiscard]] auto claims() const { return id_range(0, claim_count()); }
  [[nodiscard]] auto claims_of(EdgeId e) const { return range_at(claim_begin_, e, claim_count()); }
  [[nodiscard]] Claim claim(ClaimId c) const;
  [[nodiscard]] EdgeId claim_edge(ClaimId c) const {
    return clamp_index(claim_edge_[c], edge_count());
  }
  [[nodiscard]] DocumentId claim_document(ClaimId c) const {
    return clamp_index(claims_.of<&ClaimValues::document>()[c], document_count());
  }
  [[nodiscard]] NodeId claim_via(ClaimId c) const {
    const NodeId via = claims_.of<&ClaimValues::via>()[c];
    return via == none ? none : clamp_index(via, node_count());
  }
  [[nodiscard]] Flow claim_flow(ClaimId c) const {
    return clamp_word(claims_.of<&ClaimValues::flow>()[c]);
  }
  [[nodiscard]] Basis claim_basis(ClaimId c) const {
    return clamp_word(claims_.of<&ClaimValues::basis>()[c]);
  }
  [[nodiscard]] Period claim_period(ClaimId c) const {
    return {claims_.of<&ClaimValues::start>()[c], claims_.of<&ClaimValues::end>()[c]};
  }
  [[nodiscard]] std::optional<Money> claim_amount(ClaimId c) const;
  /// A claim's value in a field of the schema: a text, a number of something, a word, a date, a
  /// share, or the minor units of an amount. From, relation and to are those of its edge.
  template <typename ValueOf, ValueOf ClaimValues::*Member, Form form>
  [[nodiscard]] auto value(FieldOf<Member, form> field, ClaimId c) const {
    if constexpr (field.has(&ClaimValues::from)) return edge_from(claim_edge(c));
    else if constexpr (field.has(&ClaimValues::relation)) return edge_relation(claim_edge(c));
    else if constexpr (field.has(&ClaimValues::to)) return edge_to(claim_edge(c));
    else return clamped<form>(claims_[field][c]);
  }
  /// When the claim holds: its stated period, else the date of its document; unknown without
  /// either.
  [[nodiscard]] Period claim_time(ClaimId c) const;

  // --- documents, in order of id
  [[nodiscard]] std::size_t document_count() const {
    return documents_.of<&DocumentValues::id>().size();
  }
  [[nodiscard]] auto documents() const { return id_range(0, document_count()); }
  [[nodiscard]] Document document(DocumentId d) const;
  /// The same for a document.
  template <typename ValueOf, ValueOf DocumentValues::*Member, Form form>
  [[nodiscard]] auto value(FieldOf<Member, form> field, DocumentId d) const {
    return clamped<form>(documents_[field][d]);
  }
  [[nodiscard]] std::string_view document_id(DocumentId d) const {
    return strings_[documents_.of<&DocumentValues::id>()[d]];
  }
  [[nodiscard]] Date document_date(DocumentId d) const {
    return documents_.of<&DocumentValues::date>()[d];
  }
  [[nodiscard]] std::optional<DocumentId> find_document(std::string_view id) const;

  /// The number of different texts, of all columns together.
  [[nodiscard]] std::size_t string_count() const { return strings_.size(); }
  /// Bytes held by the columns and the string arena.
  [[nodiscard]] std::size_t byte_size() const;
  /// The bytes of each group of columns, in the order of the columns.
  [[nodiscard]] std::vector<MemoryUse> memory() const;

  /// Nodes whose name may have this hash, in ascending order, from the index of names stored with
  /// the graph; nullopt when there is no index. node_names.hpp uses it.
  [[nodiscard]] std::optional<std::vector<NodeId>> indexed_names(std::uint32_t hash) const;
  /// The entries of that index: hashes, in ascending order unless it is damaged, and the node of
  /// each.
  [[nodiscard]] std::size_t name_index_size() const { return name_hash_.size(); }
  [[nodiscard]] std::uint32_t indexed_hash(std::size_t i) const { return name_hash_[i]; }
  [[nodiscard]] NodeId indexed_node(std::size_t i) const {
    return clamp_index(name_node_[i], node_count());
  }

  /// Checks the graph file that the columns lie in, if any: all checksums, and all that this class
  /// promises about order and bounds. Throws Error when the file is damaged. Done once, from any
  /// thread. Cost: a pass over the file; nothing for a graph that does not lie in a file.
  void verify(const Context& context = {}) const;

 private:
  friend class GraphAssembler;
  friend class GraphFile;

  /// Clamps a position to the last of `bound` things, of which there is at least one.
  static std::uint32_t clamp_index(std::uint32_t value, std::size_t bound) {
    return value < bound ? value : static_cast<std::uint32_t>(bound - 1);
  }
  template <typename Word>
  static Word clamp_word(Word word) {
    return std::min(word, last_word<Word>);
  }
  /// The meaning of a number in a column, clamped so that a damaged column gives some valid value.
  template <Form form, typename Value>
  [[nodiscard]] auto clamped(Value value) const {
    if constexpr (form == Form::text) return strings_[value];
    else if constexpr (form == Form::node)
      return value == none ? none : clamp_index(value, node_count());
    else if constexpr (form == Form::document) return clamp_index(value, document_count());
    else if constexpr (form == Form::word) return clamp_word(value);
    else if constexpr (form == Form::currency) return value.valid() ? value : Currency();
    else return value;
  }
  /// The numbers from begins[i] to begins[i + 1], clamped to `size`.
  static IdRange range_at(const SharedColumn<std::uint32_t>& begins, std::size_t i,
                          std::size_t size) {
    const std::size_t last = std::min<std::size_t>(begins[i + 1], size);
    return id_range(std::min<std::size_t>(begins[i], last), last);
  }
  /// Maps a position in the in-adjacency to the edge at that position.
  class InEdge {
   public:
    InEdge() = default;
    explicit InEdge(const Graph& graph) : graph_(&graph) {}
    EdgeId operator()(std::uint32_t place) const {
      return clamp_index(graph_->in_edge_[place], graph_->edge_count());
    }

   private:
    const Graph* graph_ = nullptr;
  };

  /// What the rows of a column stand for. The `..._begins` columns have one row more than things.
  enum class Rows : std::uint8_t {
    nodes,
    node_begins,
    aliases,
    attributes,
    edges,
    edge_begins,
    claims,
    documents,
    strings,
    bytes,
    names
  };
  /// Visits the columns of a description, in ascending order of section.
  template <const auto& fields, typename Lists, typename Visit>
  static void each_described(Lists& lists, Rows rows, const Visit& visit);
  /// Calls `visit` with every column: its number in a graph file, the name its memory is counted
  /// under, the column, what its rows stand for, and the value of all rows when a file lacks it
  /// (nullopt: it is required).
  template <typename Self, typename Visit>
  static void each_column(Self& g, const Visit& visit);

  StringPool strings_;

  SharedColumn<StringId> node_id_;
  SharedColumn<StringId> node_name_;
  SharedColumn<Kind> node_kind_;
  SharedColumn<std::uint32_t> alias_begin_;
  SharedColumn<StringId> alias_;
  SharedColumn<std::uint32_t> attribute_begin_;
  SharedColumn<StringId> attribute_name_;
  SharedColumn<StringId> attribute_value_;
  SharedColumn<AttributeType> attribute_type_;
  SharedColumn<std::uint32_t> name_hash_;  ///< hashes of the index of names, ascending; often empty
  SharedColumn<NodeId> name_node_;

  SharedColumn<std::uint32_t> out_begin_;
  SharedColumn<NodeId> edge_from_;
  SharedColumn<NodeId> edge_to_;
  SharedColumn<Relation> edge_relation_;
  SharedColumn<std::uint32_t> in_begin_;
  SharedColumn<EdgeId> in_edge_;

  SharedColumn<std::uint32_t> claim_begin_;
  SharedColumn<EdgeId> claim_edge_;
  /// the columns of from, relation and to stay empty: edges have them
  ClaimLists<SharedColumn> claims_;
  DocumentLists<SharedColumn> documents_;

  std::shared_ptr<const GraphFile> file_;  ///< the file that the columns lie in; may be null
};

template <const auto& fields, typename Lists, typename Visit>
void Graph::each_described(Lists& lists, Rows rows, const Visit& visit) {
  for_each_field_by<fields, &FieldRow::section>([&](auto field) {
    using Stored = typename decltype(field)::Value;
    constexpr typename decltype(field)::Values otherwise{};
    visit(field.section, field.part_of_memory, lists[field], rows,
          field.may_lack ? std::optional<Stored>(otherwise.*field.member) : std::nullopt);
  });
}

template <typename Self, typename Visit>
void Graph::each_column(Self& g, const Visit& visit) {
  const auto needed = [&](int code, std::string_view what, auto& column, Rows rows) {
    using Stored = typename std::remove_cvref_t<decltype(column)>::value_type;
    visit(code, what, column, rows, std::optional<Stored>());
  };
  needed(1, "strings", g.strings_.bytes_, Rows::bytes);
  needed(2, "strings", g.strings_.starts_, Rows::strings);
  needed(10, "nodes", g.node_id_, Rows::nodes);
  needed(11, "nodes", g.node_name_, Rows::nodes);
  needed(12, "nodes", g.node_kind_, Rows::nodes);
  needed(13, "aliases", g.alias_begin_, Rows::node_begins);
  needed(14, "aliases", g.alias_, Rows::aliases);
  needed(15, "attributes", g.attribute_begin_, Rows::node_begins);
  needed(16, "attributes", g.attribute_name_, Rows::attributes);
  needed(17, "attributes", g.attribute_value_, Rows::attributes);
  needed(18, "attributes", g.attribute_type_, Rows::attributes);
  needed(19, "index of names", g.name_hash_, Rows::names);
  needed(20, "index of names", g.name_node_, Rows::names);
  needed(30, "edges out", g.out_begin_, Rows::node_begins);
  needed(31, "edges out", g.edge_from_, Rows::edges);
  needed(32, "edges out", g.edge_to_, Rows::edges);
  needed(33, "edges out", g.edge_relation_, Rows::edges);
  needed(34, "edges in", g.in_begin_, Rows::node_begins);
  needed(35, "edges in", g.in_edge_, Rows::edges);
  needed(40, "claims of edges", g.claim_begin_, Rows::edge_begins);
  needed(41, "claims of edges", g.claim_edge_, Rows::claims);
  each_described<claim_fields>(g.claims_, Rows::claims, visit);
  each_described<document_fields>(g.documents_, Rows::documents, visit);
}

/// Puts the parts in canonical order and builds the adjacency. Claims equal in every field become
/// one claim, and so do unreviewed findings of rules that differ only in their place. Preconditions
/// (the loader checks them): ids are unique among nodes and among documents; every claim has from,
/// to and document; all positions exist; its relation allows its ends. Cost: O(n log n) in each
/// list. The graph, its order of strings included, is the same for any number of threads. Throws
/// Stopped.
Graph assemble(GraphParts parts, const Context& context = {});
Graph assemble(GraphLists lists, const Context& context = {});

}  // namespace oscegraph
