// SPDX-License-Identifier: Apache-2.0
//
// From the elements of a graph file to records: a node is a node, an edge is the claims it stands for.
//
// An edge that we exported is a sum over its claims; it comes back as `claim_count` claims that add up
// to the same: one or more for each of its documents, each amount in one of them, all with the edge's
// period. Where an edge has one document, that document states all of it. Where it has several, the
// file does not say which of them states which amount: the amounts go to the documents in turn, and
// each claim's locator says that it is a part of a sum ("edge e7, claim 1 of 3").
//
// In a foreign file an edge is one claim, of the document the mapping names, else of the file itself.
// A node whose name a body of the gazetteer has, and has alone, is that body.
//
// An edge without direction gets the one that its relation allows between its ends; where it allows
// both, or none, that is a problem.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "oscegraph/loader/format.hpp"
#include "oscegraph/loader/graph_file/graph_columns.hpp"
#include "oscegraph/loader/graph_file/graph_element.hpp"

namespace oscegraph {

class GraphRecords {
 public:
  /// `elsewhere`: nodes that other files of the same graph have; they get those of this file.
  GraphRecords(const Source& source, ReadContext& context, GraphNodes* elsewhere = nullptr);

  /// The number of the column; a name declared again is a new column that hides the old.
  std::size_t declare(Scope scope, std::string_view name, ValueType type);
  [[nodiscard]] const std::vector<GraphColumn>& columns(Scope scope) const {
    return part(scope).columns;
  }
  void accept(const GraphElement& element);
  /// After the last element: settles edges without direction.
  void finish();

 private:
  /// What is known of the nodes, or of the edges.
  struct Part {
    std::vector<GraphColumn> columns;
    std::vector<ColumnUse> uses;
    std::size_t planned_for = 0;  ///< how many columns `uses` takes account of
    bool planned = false;
    bool usable = true;
    bool by_map = false;
  };
  /// What an exported edge says of its claims.
  struct Sum {
    std::vector<std::string_view> documents;
    std::vector<std::string_view> dates;
    std::vector<std::pair<LedgerKey, Value>> amounts;
    std::size_t claims = 1;
  };

  [[nodiscard]] Part& part(Scope scope) { return scope == Scope::node ? nodes_ : edges_; }
  [[nodiscard]] const Part& part(Scope scope) const {
    return scope == Scope::node ? nodes_ : edges_;
  }
  bool plan(const GraphElement& element);
  void plan_own(Scope scope, const GraphElement& element);
  bool has(Scope scope, Field field) const;

  void accept_node(const GraphElement& element);
  void join_gazetteer(GraphNode& node);
  [[nodiscard]] const GraphNode* find_node(const std::string& id) const;
  void accept_edge(const GraphElement& element);
  void accept_directed(const GraphElement& element, std::string_view from, std::string_view to);
  void settle_undirected(const GraphElement& element);

  void start_record(RecordType type, const GraphElement& element);
  void fill(const GraphElement& element);
  void fill_one(const ColumnUse& use, const Value& value);
  void take_spell(const GraphElement& element);
  Value checked(const Value& value, ValueType type, const std::string& name);
  Value converted(Field field, Value value);
  std::string_view keep(std::string text) { return kept_.emplace_back(std::move(text)); }
  void split_list(std::string_view list, std::vector<std::string_view>& into);

  void push_one_claim(const GraphElement& element);
  void push_claims(const GraphElement& element);
  [[nodiscard]] std::string_view stated_date(std::size_t document) const;
  void push_documents(const GraphElement& element);
  void push_document(std::string_view id, std::string_view date, const GraphElement& element);
  void set(Field field, std::string_view text, const GraphElement& element);

  void report(std::uint64_t line, std::uint64_t column, std::string what, std::string allowed = {},
              std::string next = {});

  const Source& source_;
  ReadContext& context_;
  Part nodes_;
  Part edges_;
  Record record_;
  Record document_record_;
  Sum sum_;
  std::deque<std::string> kept_;  ///< texts of the current element that are nowhere else
  std::vector<const ElementValue*> by_column_;
  GraphNodes seen_;
  GraphNodes* elsewhere_;
  std::unordered_map<std::string, std::string> documents_;  ///< pushed already, with their dates
  std::vector<GraphElement> undirected_;
  std::string file_document_;
  std::uint64_t claims_in_all_ = 0;
};

}  // namespace oscegraph
