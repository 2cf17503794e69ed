// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/paths/path.hpp"

#include <algorithm>

#include "oscegraph/graph/error.hpp"
#include "oscegraph/graph/text.hpp"
#include "oscegraph/queries/labels.hpp"
#include "oscegraph/queries/paths/simple_paths.hpp"
#include "oscegraph/queries/paths/steps.hpp"

namespace oscegraph {
namespace {

std::size_t count_documents(const Subset& scope, const std::vector<EdgeId>& edges) {
  std::vector<DocumentId> documents;
  for (const EdgeId e : edges)
    for (const ClaimId c : scope.claims_of(e)) documents.push_back(scope.graph().claim_document(c));
  std::ranges::sort(documents);
  const auto repeated = std::ranges::unique(documents);
  return documents.size() - repeated.size();
}

/// "funds →" along the arrow, "← implements" against it.
std::vector<std::string> arrows(const Graph& graph, NodeId from, const std::vector<EdgeId>& edges) {
  std::vector<std::string> words;
  for (const EdgeId e : edges) {
    const std::string relation = relation_words(graph.edge_relation(e), Direction::out);
    words.push_back(graph.edge_from(e) == from ? relation + " →" : "← " + relation);
  }
  return words;
}

void add_path(const Subset& scope, Direction direction, std::size_t number, const NodePath& path,
              Answer& answer) {
  const Graph& graph = scope.graph();
  for (std::size_t i = 0; i + 1 < path.size(); ++i) {
    const std::vector<EdgeId> edges = edges_between(scope, path[i], path[i + 1], direction);
    for (const EdgeId e : edges) answer.subset.insert_edge(e, scope);
    answer.table.add_row({count_cell(number), count_cell(i + 1), name_cell(graph, path[i]),
                          id_cell(graph, path[i]), arrows(graph, path[i], edges),
                          name_cell(graph, path[i + 1]), id_cell(graph, path[i + 1]),
                          count_cell(count_documents(scope, edges))});
  }
}

Answer empty_answer(const Subset& scope, const PathOptions& options) {
  const Graph& graph = scope.graph();
  Answer answer{{}, Subset(graph)};
  answer.table.title =
      "From " + display_name(graph, options.from) + " to " + display_name(graph, options.to) +
      (options.directed ? ", along the arrows" : ", whatever the arrows' direction");
  answer.table.columns = {{"path", ColumnType::integer},  {"step", ColumnType::integer},
                          {"from", ColumnType::text},     detail_column("from_id"),
                          {"relation", ColumnType::list}, {"to", ColumnType::text},
                          detail_column("to_id"),         {"documents", ColumnType::integer}};
  return answer;
}

SimplePaths find_all(const Subset& scope, const PathOptions& options, Direction direction) {
  SimplePaths found = all_simple_paths(scope, options.from, options.to, direction,
                                       options.max_length, options.cap, options.context);
  if (!found.paths.empty() || !found.complete) return found;
  const auto shortest =
      shortest_paths(scope, options.from, options.to, direction, 1, options.context);
  if (shortest.empty()) return found;
  throw NotThere("no path of at most " + counted(options.max_length, "step") + " from " +
                     display_name(scope.graph(), options.from) + " to " +
                     display_name(scope.graph(), options.to),
                 {}, "the shortest has " + counted(shortest.front().size() - 1, "step"));
}

SimplePaths find_paths(const Subset& scope, const PathOptions& options, Direction direction) {
  if (options.all) return find_all(scope, options, direction);
  if (options.k == 1)
    return {shortest_paths(scope, options.from, options.to, direction, 1, options.context), true};
  return {k_shortest_paths(scope, options.from, options.to, direction, options.k, options.context),
          true};
}

/// What the reader should know about the list: that it is cut, or that it is shorter than asked.
void add_notes(const SimplePaths& found, const PathOptions& options, Table& table) {
  const std::size_t count = found.paths.size();
  if (!found.complete)
    table.notes.push_back("The first " + counted(count, "path") +
                          " of more, shortest first; a smaller --max-length has fewer.");
  if (!options.all && count < options.k)
    table.notes.push_back("There " + std::string(count == 1 ? "is" : "are") + " only " +
                          counted(count, "path") + ".");
}

}  // namespace

Answer path(const Subset& scope, const PathOptions& options) {
  require_two_nodes(scope, options.from, options.to);
  if ((options.all ? options.cap : options.k) == 0)
    throw UsageError("asked for no paths at all", "the number of paths is 1 or more");
  const Direction direction = options.directed ? Direction::out : Direction::both;
  const SimplePaths found = find_paths(scope, options, direction);
  if (found.paths.empty()) throw_no_path(scope, options.from, options.to, direction);

  Answer answer = empty_answer(scope, options);
  for (std::size_t i = 0; i < found.paths.size(); ++i)
    add_path(scope, direction, i + 1, found.paths[i], answer);
  add_notes(found, options, answer.table);
  return answer;
}

}  // namespace oscegraph
