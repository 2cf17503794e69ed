// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/claims/diff.hpp"

#include <algorithm>
#include <array>
#include <compare>
#include <cstdint>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "oscegraph/graph/ledger.hpp"
#include "oscegraph/graph/text.hpp"
#include "oscegraph/queries/labels.hpp"

namespace oscegraph {
namespace {

enum class Change : std::uint8_t { appeared, vanished, changed };
enum class What : std::uint8_t { node, document, edge, claim, sum };

constexpr std::array<std::string_view, 3> change_words{"appeared", "vanished", "changed"};
constexpr std::array<std::string_view, 5> what_words{"node", "document", "edge", "claim", "sum"};

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

std::string amount_text(const Graph& graph, ClaimId c) {
  const auto amount = graph.claim_amount(c);
  if (!amount) return "";
  return std::string(amount->currency.code()) + ' ' + amount->grouped_decimal();
}

/// What is told of a field: an amount with its currency, a period as one.
template <typename Described>
constexpr bool is_told =
    !Described::has(&ClaimValues::currency) && !Described::has(&ClaimValues::end);

std::string told_name(const FieldRow& field) {
  if (field.field == Field::start) return "period";
  if (field.field == Field::reviewed) return "review";
  return std::string(field.name);
}

/// The text of a field of a document or claim.
template <typename Described>
std::string told(const Graph& graph, Described field, std::uint32_t id) {
  if constexpr (field.form == Form::amount) return amount_text(graph, id);
  else if constexpr (field.has(&ClaimValues::start)) return period_words(graph.claim_period(id));
  else {
    const auto value = graph.value(field, id);
    if constexpr (field.form == Form::node)
      return std::string(value == none ? std::string_view() : graph.node_id(value));
    else if constexpr (field.form == Form::document) return std::string(graph.document_id(value));
    else if constexpr (field.form == Form::word) return std::string(name_of(value));
    else if constexpr (field.form == Form::date) return value.text();
    else if constexpr (field.form == Form::share) return share_text(value);
    else return std::string(value);
  }
}

/// "disbursed EUR 10.00, paragraph 3, "funded by Norway"".
std::string summary(const Graph& graph, const Said& s) {
  const Claim claim = graph.claim(s.id());
  std::vector<std::string> parts;
  std::string money = amount_text(graph, s.id());
  if (claim.flow != Flow::unknown)
    money = std::string(name_of(claim.flow)) + (money.empty() ? "" : ' ' + money);
  for (std::string part :
       {std::move(money), period_words(claim.period), std::string(claim.locator)})
    if (!part.empty()) parts.push_back(std::move(part));
  if (claim.via != none) parts.push_back("inside " + display_name(graph, claim.via));
  if (!claim.quote.empty()) parts.push_back('"' + std::string(claim.quote) + '"');
  return parts.empty() ? std::string(name_of(claim.basis)) : join(parts, ", ");
}

class Comparing {
 public:
  Comparing(const Subset& before, const Subset& after, const Context& context)
      : check_(context, 256),
        before_(before),
        after_(after),
        old_(before.graph()),
        new_(after.graph()),
        result_{{}, Subset(before.graph()), Subset(after.graph())} {
    result_.table.columns = {{"change", ColumnType::text},   {"what", ColumnType::text},
                             {"about", ColumnType::text},    detail_column("id"),
                             {"relation", ColumnType::text}, detail_column("to_id"),
                             {"document", ColumnType::text}, detail_column("document_id"),
                             {"field", ColumnType::text},    {"before", ColumnType::text},
                             {"after", ColumnType::text}};
  }

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
    for (const Change change : {Change::appeared, Change::vanished, Change::changed})
      result_.table.notes.push_back(note(change));
    return std::move(result_);
  }

 private:
  /// The first cells of a row: what it is about.
  struct Subject {
    What what;
    Cell about;
    Cell id;
    Cell relation{};
    Cell to_id{};
    Cell document{};
    Cell document_id{};
  };

  void add(Change change, const Subject& s, std::string_view field, std::string_view before,
           std::string_view after) {
    result_.table.add_row({std::string(change_words.at(static_cast<std::size_t>(change))),
                           std::string(what_words.at(static_cast<std::size_t>(s.what))), s.about,
                           s.id, s.relation, s.to_id, s.document, s.document_id, text_cell(field),
                           text_cell(before), text_cell(after)});
  }
  void count(Change change, What what, std::size_t number = 1) {
    counts_[{change, what}] += number;
  }
  [[nodiscard]] std::string note(Change change) const {
    std::vector<std::string> parts;
    for (std::size_t what = 0; what < what_words.size(); ++what)
      if (const auto found = counts_.find({change, static_cast<What>(what)});
          found != counts_.end())
        parts.push_back(counted(found->second, std::string(what_words.at(what))));
    const std::string word(change_words.at(static_cast<std::size_t>(change)));
    return capitalised(word) + ": " + (parts.empty() ? "nothing" : join(parts, ", ")) + '.';
  }
  static std::string capitalised(std::string word) {
    word.front() = static_cast<char>(word.front() - 'a' + 'A');
    return word;
  }

  /// A row for each field that is not what it was; whether there was one.
  struct Values {
    std::string name;
    std::string before;
    std::string after;
  };
  bool add_changes(const Subject& subject, const std::vector<Values>& fields) {
    bool any = false;
    for (const Values& field : fields) {
      if (field.before == field.after) continue;
      add(Change::changed, subject, field.name, field.before, field.after);
      any = true;
    }
    if (any) count(Change::changed, subject.what);
    return any;
  }

  // --- nodes

  static Subject subject(const Graph& graph, NodeId n) {
    return {What::node, name_cell(graph, n), id_cell(graph, n)};
  }
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
          count(Change::vanished, What::node);
          add(Change::vanished, subject(old_, a), "", name_of(old_.node_kind(a)), "");
          result_.gone.insert_node(a);
        },
        [&](NodeId b) {
          count(Change::appeared, What::node);
          add(Change::appeared, subject(new_, b), "", "", name_of(new_.node_kind(b)));
          result_.come.insert_node(b);
        },
        [&](NodeId a, NodeId b) {
          if (!add_changes(subject(new_, b), node_changes(a, b))) return;
          result_.gone.insert_node(a);
          result_.come.insert_node(b);
        });
  }

  [[nodiscard]] std::vector<Values> node_changes(NodeId a, NodeId b) const {
    std::vector<Values> fields{
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

  static Subject subject(const Graph& graph, const Document& document, DocumentId d) {
    return {What::document, display_title(graph, d), text_cell(document.id)};
  }

  void compare_documents() {
    walk(
        before_.documents(), after_.documents(),
        [&](DocumentId a, DocumentId b) {
          check_.count();
          return documents_.before[a] <=> documents_.after[b];
        },
        [&](DocumentId a) {
          count(Change::vanished, What::document);
          const Document document = old_.document(a);
          add(Change::vanished, subject(old_, document, a), "", document.date.text(), "");
        },
        [&](DocumentId b) {
          count(Change::appeared, What::document);
          const Document document = new_.document(b);
          add(Change::appeared, subject(new_, document, b), "", "", document.date.text());
        },
        [&](DocumentId a, DocumentId b) {
          add_changes(subject(new_, new_.document(b), b), document_changes(a, b));
        });
  }

  [[nodiscard]] std::vector<Values> document_changes(DocumentId a, DocumentId b) const {
    std::vector<Values> fields;
    for_each_field(document_fields, [&](auto field) {
      fields.push_back({std::string(field.name), told(old_, field, a), told(new_, field, b)});
    });
    return fields;
  }

  // --- edges

  static Subject subject(const Graph& graph, EdgeId e, What what) {
    const NodeId from = graph.edge_from(e);
    const NodeId to = graph.edge_to(e);
    return {what, display_name(graph, from) + " → " + display_name(graph, to), id_cell(graph, from),
            relation_words(graph.edge_relation(e), Direction::out), id_cell(graph, to)};
  }
  static Subject subject(const Graph& graph, EdgeId e, DocumentId d) {
    Subject result = subject(graph, e, What::claim);
    result.document = display_title(graph, d);
    result.document_id = std::string(graph.document_id(d));
    return result;
  }
  static std::string claims_text(const Subset& scope, EdgeId e) {
    return counted(scope.claims_of(e).size(), "claim") + " in " +
           counted(scope.document_count(e), "document");
  }

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
          count(Change::vanished, What::edge);
          count(Change::vanished, What::claim, before_.claims_of(a).size());
          add(Change::vanished, subject(old_, a, What::edge), "", claims_text(before_, a), "");
          compare_sums(subject(old_, a, What::sum), ledger_of(before_, a).sums(), {});
          result_.gone.insert_edge(a, before_);
        },
        [&](EdgeId b) {
          count(Change::appeared, What::edge);
          count(Change::appeared, What::claim, after_.claims_of(b).size());
          add(Change::appeared, subject(new_, b, What::edge), "", "", claims_text(after_, b));
          compare_sums(subject(new_, b, What::sum), {}, ledger_of(after_, b).sums());
          result_.come.insert_edge(b, after_);
        },
        [&](EdgeId a, EdgeId b) {
          if (compare_claims(a, b))
            compare_sums(subject(new_, b, What::sum), ledger_of(before_, a).sums(),
                         ledger_of(after_, b).sums());
        });
  }

  void compare_sums(const Subject& about, const Ledger::Sums& before, const Ledger::Sums& after) {
    const auto tell = [&](Change change, const LedgerKey& key, const Range* x, const Range* y) {
      count(change, What::sum);
      add(change, about, words(key), x == nullptr ? "" : amounts(key, *x),
          y == nullptr ? "" : amounts(key, *y));
    };
    walk(
        before, after,
        [](const auto& x, const auto& y) {
          return x.first < y.first   ? std::strong_ordering::less
                 : y.first < x.first ? std::strong_ordering::greater
                                     : std::strong_ordering::equal;
        },
        [&](const auto& x) { tell(Change::vanished, x.first, &x.second, nullptr); },
        [&](const auto& y) { tell(Change::appeared, y.first, nullptr, &y.second); },
        [&](const auto& x, const auto& y) {
          if (x.second != y.second) tell(Change::changed, x.first, &x.second, &y.second);
        });
  }
  static std::string amounts(const LedgerKey& key, const Range& range) {
    const std::string low = Money{range.low, key.currency}.grouped_decimal();
    if (range.low == range.high) return low;
    return low + " to " + Money{range.high, key.currency}.grouped_decimal();
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
    const std::size_t before = result_.table.rows.size();
    walk(
        told_of(before_, a), told_of(after_, b),
        [&](const Told& x, const Told& y) {
          return documents_.before[x.document] <=> documents_.after[y.document];
        },
        [&](const Told& x) {
          for (const Said& s : x.claims) vanish(a, x.document, s);
        },
        [&](const Told& y) {
          for (const Said& s : y.claims) appear(b, y.document, s);
        },
        [&](const Told& x, const Told& y) { compare_told(a, b, x, y); });
    return result_.table.rows.size() != before;
  }

  /// Without what both say, claims of the same place are one claim told differently.
  void compare_told(EdgeId a, EdgeId b, const Told& x, const Told& y) {
    std::vector<Said> gone;
    std::vector<Said> come;
    std::ranges::set_difference(x.claims, y.claims, std::back_inserter(gone), std::less());
    std::ranges::set_difference(y.claims, x.claims, std::back_inserter(come), std::less());
    walk(
        gone, come, [](const Said& s, const Said& t) { return s.place() <=> t.place(); },
        [&](const Said& s) { vanish(a, x.document, s); },
        [&](const Said& t) { appear(b, y.document, t); },
        [&](const Said& s, const Said& t) {
          add_changes(subject(new_, b, y.document), claim_changes(s.id(), t.id()));
          result_.gone.insert_claim(s.id());
          result_.come.insert_claim(t.id());
        });
  }

  void vanish(EdgeId a, DocumentId document, const Said& s) {
    count(Change::vanished, What::claim);
    add(Change::vanished, subject(old_, a, document), "", summary(old_, s), "");
    result_.gone.insert_claim(s.id());
  }
  void appear(EdgeId b, DocumentId document, const Said& s) {
    count(Change::appeared, What::claim);
    add(Change::appeared, subject(new_, b, document), "", "", summary(new_, s));
    result_.come.insert_claim(s.id());
  }

  [[nodiscard]] std::vector<Values> claim_changes(ClaimId a, ClaimId b) const {
    std::vector<Values> fields;
    for_each_field(claim_fields, [&](auto field) {
      if constexpr (is_told<decltype(field)>)
        fields.push_back({told_name(field), told(old_, field, a), told(new_, field, b)});
    });
    return fields;
  }

  CheckNowAndThen check_;
  const Subset& before_;
  const Subset& after_;
  const Graph& old_;
  const Graph& new_;
  Places nodes_;
  Places documents_;
  std::map<std::pair<Change, What>, std::size_t> counts_;
  Difference result_;
};

}  // namespace

Difference diff(const Subset& before, const Subset& after, const Context& context) {
  return Comparing(before, after, context).run();
}

}  // namespace oscegraph
