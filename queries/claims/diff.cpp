// SPDX-License-Identifier: Apache-2.0
//
// Walks over the nodes, documents, edges and claims of both graphs in their common order, so that
// each is visited once. Ids are compared as numbers, after one pass has numbered the ids of both
// graphs together.
#include "oscegraph/queries/claims/diff.hpp"

#include <algorithm>
#include <compare>
#include <iterator>
#include <string_view>
#include <tuple>
#include <utility>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/queries/claims/field_texts.hpp"

namespace oscegraph {
namespace {

/// Walks over two ordered ranges together.
template <typename A, typename B, typename Compare, typename OnlyA, typename OnlyB, typename Both>
void walk(const A& a, const B& b, Compare compare, OnlyA only_a, OnlyB only_b, Both both) {
  auto i = a.begin();
  auto j = b.begin();
  while (i != a.end() && j != b.end()) {
    const std::strong_ordering order = compare(*i, *j);
    if (order < 0) only_a(*i++);
    else if (order > 0) only_b(*j++);
    else both(*i++, *j++);
  }
  for (; i != a.end(); ++i) only_a(*i);
  for (; j != b.end(); ++j) only_b(*j);
}

/// Numbers for the ids of two graphs in one order, so that those of the one can be compared with those
/// of the other.
struct Places {
  std::vector<std::uint32_t> before;
  std::vector<std::uint32_t> after;
};
template <typename A, typename B, typename IdBefore, typename IdAfter>
Places common_places(const A& before, const B& after, IdBefore id_before, IdAfter id_after) {
  Places places;
  std::uint32_t next = 0;
  walk(
      before, after, [&](auto a, auto b) { return id_before(a) <=> id_after(b); },
      [&](auto) { places.before.push_back(next++); }, [&](auto) { places.after.push_back(next++); },
      [&](auto, auto) {
        places.before.push_back(next);
        places.after.push_back(next++);
      });
  return places;
}

constexpr auto locator_field = std::get<FieldOf<&ClaimValues::locator, Form::text>>(claim_fields);
constexpr auto via_field = std::get<FieldOf<&ClaimValues::via, Form::node>>(claim_fields);

/// What a claim says beside its edge and document, comparable between graphs: nodes by their ids.
class Said {
 public:
  Said(const Graph& graph, ClaimId c) : graph_(&graph), id_(c) {}
  [[nodiscard]] ClaimId id() const { return id_; }

  template <typename Described>
  [[nodiscard]] auto operator[](Described field) const {
    const auto value = graph_->value(field, id_);
    if constexpr (field.form == Form::node)
      return value == none ? std::string_view() : graph_->node_id(value);
    else return value;
  }
  /// Claims that say the same about this are one claim, told differently.
  [[nodiscard]] auto place() const { return std::pair((*this)[locator_field], (*this)[via_field]); }
  [[nodiscard]] bool operator<(const Said& other) const {
    if (const auto order = place() <=> other.place(); order != 0) return order < 0;
    return claim_order([&](auto field) { return compare(field, other); }) < 0;
  }

 private:
  template <typename Described>
  std::strong_ordering compare(Described field, const Said& other) const {
    if constexpr (field.form == Form::document) return std::strong_ordering::equal;
    else return (*this)[field] <=> other[field];
  }

  const Graph* graph_;
  ClaimId id_;
};

class Comparing {
 public:
  Comparing(const Subset& before, const Subset& after, const Context& context)
      : check_(context, 256),
        before_(before),
        after_(after),
        old_(before.graph()),
        new_(after.graph()),
        result_{.gone = Subset(before.graph()), .come = Subset(after.graph())} {}

  Difference run() {
    nodes_ = common_places(
        old_.nodes(), new_.nodes(), [&](NodeId n) { return old_.node_id(n); },
        [&](NodeId n) { return new_.node_id(n); });
    documents_ = common_places(
        old_.documents(), new_.documents(), [&](DocumentId d) { return old_.document_id(d); },
        [&](DocumentId d) { return new_.document_id(d); });
    compare_nodes();
    compare_documents();
    compare_edges();
    return std::move(result_);
  }

 private:
  void count(Change change, Compared what, std::size_t number = 1) {
    result_.counts.at(static_cast<std::size_t>(change)).at(static_cast<std::size_t>(what)) +=
        number;
  }
  void vanished(Compared what, std::uint32_t before) {
    count(Change::vanished, what);
    result_.rows.push_back({Change::vanished, what, before, none});
  }
  void appeared(Compared what, std::uint32_t after) {
    count(Change::appeared, what);
    result_.rows.push_back({Change::appeared, what, none, after});
  }
  /// A row for each field that is not what it was; whether there was one.
  bool add_changes(Compared what, std::uint32_t before, std::uint32_t after,
                   std::vector<FieldChange> fields) {
    bool any = false;
    for (FieldChange& field : fields) {
      if (field.before == field.after) continue;
      result_.rows.push_back({Change::changed, what, before, after, std::move(field)});
      any = true;
    }
    if (any) count(Change::changed, what);
    return any;
  }

  // --- nodes

  static std::string aliases(const Graph& graph, NodeId n) {
    const auto names = graph.aliases(n);
    return join(std::vector<std::string>(names.begin(), names.end()), "; ");
  }

  void compare_nodes() {
    walk(
        before_.nodes(), after_.nodes(),
        [&](NodeId a, NodeId b) {
          check_.count();
          return nodes_.before[a] <=> nodes_.after[b];
        },
        [&](NodeId a) {
          vanished(Compared::node, a);
          result_.gone.insert_node(a);
        },
        [&](NodeId b) {
          appeared(Compared::node, b);
          result_.come.insert_node(b);
        },
        [&](NodeId a, NodeId b) {
          if (!add_changes(Compared::node, a, b, node_changes(a, b))) return;
          result_.gone.insert_node(a);
          result_.come.insert_node(b);
        });
  }

  [[nodiscard]] std::vector<FieldChange> node_changes(NodeId a, NodeId b) const {
    std::vector<FieldChange> fields{
        {"kind", std::string(name_of(old_.node_kind(a))), std::string(name_of(new_.node_kind(b)))},
        {"name", std::string(old_.node_name(a)), std::string(new_.node_name(b))},
        {"aliases", aliases(old_, a), aliases(new_, b)}};
    walk(
        old_.attributes(a), new_.attributes(b),
        [](const Attribute& x, const Attribute& y) { return x.name <=> y.name; },
        [&](const Attribute& x) {
          fields.push_back({std::string(x.name), std::string(x.value), ""});
        },
        [&](const Attribute& y) {
          fields.push_back({std::string(y.name), "", std::string(y.value)});
        },
        [&](const Attribute& x, const Attribute& y) {
          fields.push_back({std::string(x.name), std::string(x.value), std::string(y.value)});
        });
    return fields;
  }

  // --- documents

  void compare_documents() {
    walk(
        before_.documents(), after_.documents(),
        [&](DocumentId a, DocumentId b) {
          check_.count();
          return documents_.before[a] <=> documents_.after[b];
        },
        [&](DocumentId a) { vanished(Compared::document, a); },
        [&](DocumentId b) { appeared(Compared::document, b); },
        [&](DocumentId a, DocumentId b) {
          add_changes(Compared::document, a, b, document_changes(a, b));
        });
  }

  [[nodiscard]] std::vector<FieldChange> document_changes(DocumentId a, DocumentId b) const {
    std::vector<FieldChange> fields;
    for_each_field(document_fields, [&](auto field) {
      fields.push_back({std::string(field.name), told(old_, field, a), told(new_, field, b)});
    });
    return fields;
  }

  // --- edges

  void compare_edges() {
    walk(
        before_.edges(), after_.edges(),
        [&](EdgeId a, EdgeId b) {
          check_.count();
          return std::tuple(nodes_.before[old_.edge_from(a)], old_.edge_relation(a),
                            nodes_.before[old_.edge_to(a)]) <=>
                 std::tuple(nodes_.after[new_.edge_from(b)], new_.edge_relation(b),
                            nodes_.after[new_.edge_to(b)]);
        },
        [&](EdgeId a) {
          vanished(Compared::edge, a);
          count(Change::vanished, Compared::claim, before_.claims_of(a).size());
          compare_sums(a, none, ledger_of(before_, a).sums(), {});
          result_.gone.insert_edge(a, before_);
        },
        [&](EdgeId b) {
          appeared(Compared::edge, b);
          count(Change::appeared, Compared::claim, after_.claims_of(b).size());
          compare_sums(none, b, {}, ledger_of(after_, b).sums());
          result_.come.insert_edge(b, after_);
        },
        [&](EdgeId a, EdgeId b) {
          if (compare_claims(a, b))
            compare_sums(a, b, ledger_of(before_, a).sums(), ledger_of(after_, b).sums());
        });
  }

  void compare_sums(EdgeId a, EdgeId b, const Ledger::Sums& before, const Ledger::Sums& after) {
    const auto tell = [&](Change change, const LedgerKey& key, std::optional<Range> x,
                          std::optional<Range> y) {
      count(change, Compared::sum);
      result_.rows.push_back({change, Compared::sum, a, b, SumChange{key, x, y}});
    };
    walk(
        before, after,
        [](const auto& x, const auto& y) {
          return x.first < y.first   ? std::strong_ordering::less
                 : y.first < x.first ? std::strong_ordering::greater
                                     : std::strong_ordering::equal;
        },
        [&](const auto& x) { tell(Change::vanished, x.first, x.second, std::nullopt); },
        [&](const auto& y) { tell(Change::appeared, y.first, std::nullopt, y.second); },
        [&](const auto& x, const auto& y) {
          if (x.second != y.second) tell(Change::changed, x.first, x.second, y.second);
        });
  }

  // --- claims

  /// A document's claims about an edge.
  struct Told {
    DocumentId document;
    std::vector<Said> claims;
  };
  static std::vector<Told> told_of(const Subset& scope, EdgeId e) {
    const Graph& graph = scope.graph();
    std::vector<Told> told;
    for (const ClaimId c : scope.claims_of(e)) {
      const DocumentId d = graph.claim_document(c);
      if (told.empty() || told.back().document != d) told.push_back({d, {}});
      told.back().claims.emplace_back(graph, c);
    }
    for (Told& one : told) std::ranges::sort(one.claims, std::less());
    return told;
  }

  /// Whether any claim of the edge is another.
  bool compare_claims(EdgeId a, EdgeId b) {
    const std::size_t before = result_.rows.size();
    walk(
        told_of(before_, a), told_of(after_, b),
        [&](const Told& x, const Told& y) {
          return documents_.before[x.document] <=> documents_.after[y.document];
        },
        [&](const Told& x) {
          for (const Said& s : x.claims) vanish(s);
        },
        [&](const Told& y) {
          for (const Said& s : y.claims) appear(s);
        },
        [&](const Told& x, const Told& y) { compare_told(x, y); });
    return result_.rows.size() != before;
  }

  /// Without what both say, claims of the same place are one claim told differently.
  void compare_told(const Told& x, const Told& y) {
    std::vector<Said> gone;
    std::vector<Said> come;
    std::ranges::set_difference(x.claims, y.claims, std::back_inserter(gone), std::less());
    std::ranges::set_difference(y.claims, x.claims, std::back_inserter(come), std::less());
    walk(
        gone, come, [](const Said& s, const Said& t) { return s.place() <=> t.place(); },
        [&](const Said& s) { vanish(s); }, [&](const Said& t) { appear(t); },
        [&](const Said& s, const Said& t) {
          add_changes(Compared::claim, s.id(), t.id(), claim_changes(s.id(), t.id()));
          result_.gone.insert_claim(s.id());
          result_.come.insert_claim(t.id());
        });
  }

  void vanish(const Said& s) {
    vanished(Compared::claim, s.id());
    result_.gone.insert_claim(s.id());
  }
  void appear(const Said& s) {
    appeared(Compared::claim, s.id());
    result_.come.insert_claim(s.id());
  }

  [[nodiscard]] std::vector<FieldChange> claim_changes(ClaimId a, ClaimId b) const {
    std::vector<FieldChange> fields;
    for_each_field(claim_fields, [&](auto field) {
      if constexpr (is_told<decltype(field)>)
        fields.push_back({told_name(field), told(old_, field, a), told(new_, field, b)});
    });
    return fields;
  }

  PeriodicCheck check_;
  const Subset& before_;
  const Subset& after_;
  const Graph& old_;
  const Graph& new_;
  Places nodes_;
  Places documents_;
  Difference result_;
};

}  // namespace

Difference diff(const Subset& before, const Subset& after, const Context& context) {
  return Comparing(before, after, context).run();
}

}  // namespace oscegraph
