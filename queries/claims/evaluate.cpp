// SPDX-License-Identifier: Apache-2.0
//
// Makes the set of statements of each of the two graphs, and compares the sets.
#include "oscegraph/queries/claims/evaluate.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {
namespace {

/// Document, relation, from, to.
using Statement = std::tuple<std::string, Relation, std::string, std::string>;

std::string document_key(const Document& document) {
  std::string_view name = document.file.empty() ? document.id : document.file;
  name = name.substr(name.rfind('/') + 1);
  return std::string(name.substr(0, name.rfind('.')));
}

std::string end_key(const Graph& graph, NodeId node) {
  return graph.node_kind(node) == Kind::project ? "a project" : std::string(graph.node_id(node));
}

std::string end_name(const Graph& graph, NodeId node) {
  return graph.node_kind(node) == Kind::project ? "a project" : std::string(graph.node_name(node));
}

/// The statements of a graph, each with the first claim that says so.
std::map<Statement, ClaimId> statements_of(const Graph& graph, const Context& context) {
  PeriodicCheck check(context, 256);
  std::map<Statement, ClaimId> statements;
  for (const ClaimId c : graph.claims()) {
    check.count();
    const EdgeId edge = graph.claim_edge(c);
    statements.try_emplace(
        {document_key(graph.document(graph.claim_document(c))), graph.edge_relation(edge),
         end_key(graph, graph.edge_from(edge)), end_key(graph, graph.edge_to(edge))},
        c);
  }
  return statements;
}

/// What a claim states, as a person reads it, with the words that say so.
std::string said(const Graph& graph, ClaimId c) {
  const Claim claim = graph.claim(c);
  std::string words = document_key(graph.document(claim.document)) + ": " +
                      end_name(graph, graph.edge_from(claim.edge)) + ' ' +
                      std::string(name_of(graph.edge_relation(claim.edge))) + ' ' +
                      end_name(graph, graph.edge_to(claim.edge));
  if (!claim.quote.empty()) words += ", \"" + std::string(claim.quote) + '"';
  if (!claim.rule.empty()) words += " (rule " + std::string(claim.rule) + ')';
  return words;
}

std::set<std::string> documents_of(const Graph& graph) {
  std::set<std::string> keys;
  for (const DocumentId d : graph.documents()) keys.insert(document_key(graph.document(d)));
  return keys;
}

double share(std::size_t part, std::size_t rest) {
  return part + rest == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(part + rest);
}

/// Precision, recall and F1 of the counts.
void rate(RelationScore& score) {
  score.precision = share(score.right, score.invented);
  score.recall = share(score.right, score.missed);
  const double sum = score.precision + score.recall;
  score.f1 = sum == 0 ? 0.0 : 2 * score.precision * score.recall / sum;
}

}  // namespace

Evaluation evaluate(const Graph& found, const Graph& gold, const Context& context) {
  const std::set<std::string> documents = documents_of(gold);
  const std::set<std::string> read = documents_of(found);
  const std::map<Statement, ClaimId> wanted = statements_of(gold, context);
  std::map<Statement, ClaimId> got = statements_of(found, context);
  std::erase_if(got, [&](const auto& s) { return !documents.contains(std::get<0>(s.first)); });

  Evaluation result{.subset = Subset::whole(found), .gold = Subset::whole(gold)};
  std::map<Relation, RelationScore> scores;
  for (const auto& [statement, claim] : wanted) {
    RelationScore& score = scores[std::get<1>(statement)];
    if (got.contains(statement)) {
      ++score.right;
    } else {
      ++score.missed;
      result.missed.push_back(claim);
    }
  }
  for (const auto& [statement, claim] : got) {
    if (wanted.contains(statement)) continue;
    ++scores[std::get<1>(statement)].invented;
    result.invented.push_back(claim);
  }
  for (auto& [relation, score] : scores) {
    score.relation = relation;
    rate(score);
    result.relations.push_back(score);
  }
  std::ranges::set_difference(documents, read, std::back_inserter(result.not_read));
  result.documents_left_out = static_cast<std::size_t>(std::ranges::count_if(
      read, [&](const std::string& document) { return !documents.contains(document); }));
  return result;
}

Table table_of(const Evaluation& evaluation, const Context& /*context*/) {
  Table table;
  table.columns = {{"relation"},
                   {"right", ColumnType::integer},
                   {"invented", ColumnType::integer},
                   {"missed", ColumnType::integer},
                   {"precision", ColumnType::number},
                   {"recall", ColumnType::number},
                   {"f1", ColumnType::number}};
  for (const RelationScore& score : evaluation.relations)
    table.add_row({text_cell(name_of(score.relation)), count_cell(score.right),
                   count_cell(score.invented), count_cell(score.missed), Cell(score.precision),
                   Cell(score.recall), Cell(score.f1)});
  for (const ClaimId c : evaluation.missed)
    table.notes.push_back("missed in " + said(evaluation.gold.graph(), c));
  for (const ClaimId c : evaluation.invented)
    table.notes.push_back("invented in " + said(evaluation.subset.graph(), c));
  // Documents of the gold that were not read count as missed, which should be no surprise.
  if (!evaluation.not_read.empty())
    table.notes.push_back("not among the inputs, so that all it states is missed: " +
                          join(evaluation.not_read, ", "));
  if (evaluation.documents_left_out > 0)
    table.notes.push_back("left out, since the gold file does not have it: " +
                          counted(evaluation.documents_left_out, "document"));
  return table;
}

}  // namespace oscegraph
