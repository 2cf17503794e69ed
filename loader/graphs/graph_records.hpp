// SPDX-License-Identifier: Apache-2.0
//
// Turns the elements of a graph file into records: a node into a record of a node, an edge into
// records of claims.
//
// An edge of our own export is a sum over its claims. It becomes `claim_count` claims that add up
// to the same: at least one for each of its documents, each amount in exactly one claim, all with
// the edge's period. With one document, that document states everything. With several, the file
// does not say which of them states which amount: the amounts are given to the documents in turn,
// and each locator says that the claim is part of a sum ("edge e7, claim 1 of 3").
//
// In a foreign file an edge is one claim, of the document that the mapping names, else of the file
// itself. A node's name is its name, else its label, else its id. When that is the name of exactly
// one body of the gazetteer of the same kind, the node becomes that body (node_bodies.hpp).
//
// An edge without direction gets the direction that its relation allows between its ends. When both
// are allowed, it runs from source to target as written, and a note counts such edges. An edge in
// both directions becomes two claims, unless it states a sum, which counts once.
//
// Locators are unique within a file, so that edges with the same content stay two statements. A
// problem of a node is reported once, and not again for its edges.
#pragma once

#include <cstdint>
#include <deque>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "oscegraph/loader/graphs/graph_columns.hpp"
#include "oscegraph/loader/graphs/graph_element.hpp"
#include "oscegraph/loader/graphs/node_bodies.hpp"
#include "oscegraph/loader/records/read_context.hpp"

namespace oscegraph {

class GraphRecords : private RecordSubject {
 public:
  /// `shared_nodes`: nodes from other files of the same graph; the nodes of this file are added to
  /// it.
  GraphRecords(const Source& source, ReadContext& context, GraphNodes* shared_nodes = nullptr);

  /// Declares a column and returns its number. A second declaration of a name is a new column that
  /// hides the first.
  std::size_t declare(Scope scope, std::string_view name, ValueType type);
  [[nodiscard]] const std::vector<GraphColumn>& columns(Scope scope) const {
    return columns_of(scope).columns;
  }
  /// Whether the column is used for anything; known once an element has been accepted.
  [[nodiscard]] bool is_used(Scope scope, std::size_t column) const;
  /// Sets the element's locator. An edge whose ends are not known yet is kept until finish().
  void accept(GraphElement& element);
  /// Call it after the last element: handles the edges that were kept, and reports what was
  /// unclear.
  void finish();

 private:
  /// A limit, so that a number in a small file cannot demand any amount of memory.
  static constexpr std::uint64_t most_claims = 10'000'000;

  /// What is known about the columns of nodes, or of edges.
  struct ScopeColumns {
    std::vector<GraphColumn> columns;
    std::vector<ColumnUse> uses;
    std::size_t planned_for = 0;  ///< the number of columns when `uses` was made
    bool planned = false;
    bool usable = true;
    bool by_map = false;
  };
  /// What an exported edge says about its claims.
  struct Sum {
    std::vector<std::string_view> documents;
    std::vector<std::string_view> dates;
    std::vector<std::pair<LedgerKey, Value>> amounts;
    std::size_t claims = 1;
  };
  /// Counts for the notes at the end.
  struct Counts {
    std::uint64_t either_way = 0;
    std::string first_either_way;
    std::uint64_t sums_both_ways = 0;
    std::uint64_t several_periods = 0;
    std::uint64_t nodes_passed_over = 0;
    std::uint64_t edges_passed_over = 0;
  };

  [[nodiscard]] ScopeColumns& columns_of(Scope scope) {
    return scope == Scope::node ? nodes_ : edges_;
  }
  [[nodiscard]] const ScopeColumns& columns_of(Scope scope) const {
    return scope == Scope::node ? nodes_ : edges_;
  }
  bool plan(const GraphElement& element);
  void plan_own(Scope scope, const GraphElement& element);
  bool has(Scope scope, Field field) const;

  [[nodiscard]] std::string words() const override;
  [[nodiscard]] bool is_foreign() const;
  void set_columns(const GraphElement& element);
  void leave_out(const GraphElement& element);
  void accept_node(const GraphElement& element);
  [[nodiscard]] const ElementValue* name_of_node() const;
  void take_name();
  [[nodiscard]] bool will_be_refused(const GraphElement& element) const;
  void join_body(const GraphElement& element, GraphNode& node);
  void remember(const std::string& id, const GraphNode& node);
  [[nodiscard]] const GraphNode* find_node(const std::string& id) const;
  bool give_locator(GraphElement& element);
  [[nodiscard]] bool is_settled(const GraphElement& element) const;
  void accept_edge(const GraphElement& element);
  void settle(const GraphElement& element);
  void count_either_way(const GraphElement& element);
  void settle_both_ways(const GraphElement& element, bool forth, bool back);
  void accept_directed(const GraphElement& element, const std::string& from, const std::string& to);
  bool may_run(const GraphElement& element, const std::string& from, const std::string& to,
               const GraphNode* first, const GraphNode* second);
  void tell_notes();

  void start_record(RecordType type, const GraphElement& element);
  void fill(const GraphElement& element);
  void fill_one(const ColumnUse& use, const Value& value);
  void take_spell(const GraphElement& element);
  Value checked(const Value& value, ValueType type, const std::string& name);
  Value converted(Field field, Value value);
  std::string_view keep(std::string text) { return kept_.emplace_back(std::move(text)); }
  void split_list(std::string_view list, std::vector<std::string_view>& into);

  void push_one_claim(const GraphElement& element);
  std::string all_values() const;
  void push_claims(const GraphElement& element);
  [[nodiscard]] std::string_view stated_date(std::size_t document) const;
  void push_documents(const GraphElement& element);
  void push_document(std::string_view id, std::string_view date, const GraphElement& element);
  void set(Field field, std::string_view text, const GraphElement& element);

  /// Reports a problem of the current element, which the message names.
  void report(std::uint64_t line, std::uint64_t column, const std::string& what,
              std::string allowed = {}, std::string next = {});
  void note(std::string what, std::string next = {});

  const Source& source_;
  ReadContext& context_;
  ScopeColumns nodes_;
  ScopeColumns edges_;
  Record record_;
  Record document_record_;
  Sum sum_;
  std::deque<std::string> kept_;  ///< texts of the current element that are stored nowhere else
  std::vector<const ElementValue*> by_column_;
  const GraphElement* current_ = nullptr;  ///< the current element, which messages name
  bool means_nothing_ = false;  ///< the mapping translates its kind or relation to nothing
  GraphNodes seen_;
  GraphNodes* shared_nodes_;
  NodeBodies bodies_;
  /// documents pushed so far, with their dates
  std::unordered_map<std::string, std::string> documents_;
  std::vector<GraphElement> waiting_;
  std::unordered_map<std::string, std::set<std::pair<std::string, std::string>>> ends_of_ids_;
  /// by locator: how many edges asked for it
  std::unordered_map<std::string, std::uint64_t> locators_;
  std::unordered_set<std::string> said_;  ///< the values of claims whose locator the mapping gives
  Counts counts_;
  std::string file_document_;
  std::uint64_t claims_in_all_ = 0;
};

}  // namespace oscegraph
