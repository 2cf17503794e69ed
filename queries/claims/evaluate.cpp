// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/claims/evaluate.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "oscegraph/graph/text.hpp"

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

/// The statements of a graph, each as a person reads it, with the words that say so.
std::map<Statement, std::string> statements_of(const Graph& graph, const Context& context) {
  CheckNowAndThen check(context, 256);
  std::map<Statement, std::string> statements;
  for (const ClaimId c : graph.claims()) {
    check.count();
    const Claim claim = graph.claim(c);
    const NodeId from = graph.edge_from(claim.edge);
    const NodeId to = graph.edge_to(claim.edge);
    const Relation relation = graph.edge_relation(claim.edge);
    const std::string document = document_key(graph.document(claim.document));
    std::string said = document + ": " + end_name(graph, from) + ' ' +
                       std::string(name_of(relation)) + ' ' + end_name(graph, to);
    if (!claim.quote.empty()) said += ", \"" + std::string(claim.quote) + '"';
    if (!claim.rule.empty()) said += " (rule " + std::string(claim.rule) + ')';
    statements.try_emplace({document, relation, end_key(graph, from), end_key(graph, to)},
                           std::move(said));
  }
  return statements;
}

std::set<std::string> documents_of(const Graph& graph) {
  std::set<std::string> keys;
  for (const DocumentId d : graph.documents()) keys.insert(document_key(graph.document(d)));
  return keys;
}

struct Score {
  std::int64_t right = 0;
  std::int64_t invented = 0;
  std::int64_t missed = 0;
};

double share(std::int64_t part, std::int64_t rest) {
  return part + rest == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(part + rest);
}

/// Documents of the gold that were not read count as missed, which should be no surprise.
void note_documents(const std::set<std::string>& found, const std::set<std::string>& gold,
                    Table& table) {
  std::vector<std::string> absent;
  std::ranges::set_difference(gold, found, std::back_inserter(absent));
  if (!absent.empty())
    table.notes.push_back("not among the inputs, so that all it states is missed: " +
                          join(absent, ", "));
  std::vector<std::string> surplus;
  std::ranges::set_difference(found, gold, std::back_inserter(surplus));
  if (!surplus.empty())
    table.notes.push_back("left out, since the gold file does not have it: " +
                          counted(surplus.size(), "document"));
}

}  // namespace

Table evaluate(const Graph& found, const Graph& gold, const Context& context) {
  const std::set<std::string> documents = documents_of(gold);
  const std::map<Statement, std::string> wanted = statements_of(gold, context);
  std::map<Statement, std::string> got = statements_of(found, context);
  std::erase_if(got, [&](const auto& s) { return !documents.contains(std::get<0>(s.first)); });

  std::map<Relation, Score> scores;
  Table table;
  for (const auto& [statement, said] : wanted) {
    Score& score = scores[std::get<1>(statement)];
    if (got.contains(statement)) {
      ++score.right;
    } else {
      ++score.missed;
      table.notes.push_back("missed in " + said);
    }
  }
  for (const auto& [statement, said] : got) {
    if (wanted.contains(statement)) continue;
    ++scores[std::get<1>(statement)].invented;
    table.notes.push_back("invented in " + said);
  }
  note_documents(documents_of(found), documents, table);
  table.columns = {{"relation"},
                   {"right", ColumnType::integer},
                   {"invented", ColumnType::integer},
                   {"missed", ColumnType::integer},
                   {"precision", ColumnType::number},
                   {"recall", ColumnType::number},
                   {"f1", ColumnType::number}};
  for (const auto& [relation, score] : scores) {
    const double precision = share(score.right, score.invented);
    const double recall = share(score.right, score.missed);
    const double f1 = precision + recall == 0 ? 0.0 : 2 * precision * recall / (precision + recall);
    table.add_row({text_cell(name_of(relation)), Cell(score.right), Cell(score.invented),
                   Cell(score.missed), Cell(precision), Cell(recall), Cell(f1)});
  }
  return table;
}

}  // namespace oscegraph
