// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/evaluate.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

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

std::set<Statement> statements_of(const Graph& graph) {
  std::set<Statement> statements;
  for (const ClaimId c : graph.claims()) {
    const EdgeId e = graph.claim_edge(c);
    statements.emplace(document_key(graph.document(graph.claim_document(c))),
                       graph.edge_relation(e), end_key(graph, graph.edge_from(e)),
                       end_key(graph, graph.edge_to(e)));
  }
  return statements;
}

struct Score {
  std::int64_t right = 0;
  std::int64_t invented = 0;
  std::int64_t missed = 0;
};

double share(std::int64_t part, std::int64_t rest) {
  return part + rest == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(part + rest);
}

std::string sentence_of(const Statement& statement, std::string_view what) {
  const auto& [document, relation, from, to] = statement;
  return std::string(what) + " in " + document + ": " + from + ' ' +
         std::string(name_of(relation)) + ' ' + to;
}

}  // namespace

Table evaluate(const Graph& found, const Graph& gold) {
  std::set<std::string> documents;
  for (const DocumentId d : gold.documents()) documents.insert(document_key(gold.document(d)));
  const std::set<Statement> wanted = statements_of(gold);
  std::set<Statement> got = statements_of(found);
  std::erase_if(got, [&](const Statement& s) { return !documents.contains(std::get<0>(s)); });

  std::map<Relation, Score> scores;
  Table table;
  for (const Statement& s : wanted) {
    Score& score = scores[std::get<1>(s)];
    if (got.contains(s)) ++score.right;
    else {
      ++score.missed;
      table.notes.push_back(sentence_of(s, "missed"));
    }
  }
  for (const Statement& s : got) {
    if (wanted.contains(s)) continue;
    ++scores[std::get<1>(s)].invented;
    table.notes.push_back(sentence_of(s, "invented"));
  }
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
