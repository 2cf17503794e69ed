// SPDX-License-Identifier: Apache-2.0
//
// Calls the search for the kind of paths that is asked for, and turns its lists of nodes into
// steps.
#include "oscegraph/queries/paths/path.hpp"

#include <algorithm>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/values/error.hpp"
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

std::vector<PathStep> steps_of(const Subset& scope, Direction direction, const NodePath& path) {
  std::vector<PathStep> steps;
  for (std::size_t i = 0; i + 1 < path.size(); ++i) {
    std::vector<EdgeId> edges = edges_between(scope, path[i], path[i + 1], direction);
    const std::size_t documents = count_documents(scope, edges);
    steps.push_back({path[i], path[i + 1], std::move(edges), documents});
  }
  return steps;
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

}  // namespace

PathAnswer path(const Subset& scope, const PathOptions& options) {
  require_two_nodes(scope, options.from, options.to);
  if ((options.all ? options.cap : options.k) == 0)
    throw UsageError("asked for no paths at all", "the number of paths is 1 or more");
  const Direction direction = options.directed ? Direction::out : Direction::both;
  const SimplePaths found = find_paths(scope, options, direction);
  if (found.paths.empty()) throw_no_path(scope, options.from, options.to, direction);

  PathAnswer answer{.from = options.from,
                    .to = options.to,
                    .directed = options.directed,
                    .complete = found.complete,
                    .fewer = !options.all && found.paths.size() < options.k,
                    .subset = Subset(scope.graph())};
  for (const NodePath& path : found.paths) {
    answer.paths.push_back(steps_of(scope, direction, path));
    for (const PathStep& step : answer.paths.back())
      for (const EdgeId e : step.edges) answer.subset.insert_edge(e, scope);
  }
  return answer;
}

Table table_of(const PathAnswer& answer, const Context& /*context*/) {
  const Graph& graph = answer.subset.graph();
  Table table;
  table.title = "From " + display_name(graph, answer.from) + " to " +
                display_name(graph, answer.to) +
                (answer.directed ? ", along the arrows" : ", whatever the arrows' direction");
  table.columns = {{"path", ColumnType::integer},  {"step", ColumnType::integer},
                   {"from", ColumnType::text},     detail_column("from_id"),
                   {"relation", ColumnType::list}, {"to", ColumnType::text},
                   detail_column("to_id"),         {"documents", ColumnType::integer}};
  for (std::size_t i = 0; i < answer.paths.size(); ++i)
    for (std::size_t k = 0; k < answer.paths[i].size(); ++k) {
      const PathStep& step = answer.paths[i][k];
      table.add_row({count_cell(i + 1), count_cell(k + 1), name_cell(graph, step.from),
                     id_cell(graph, step.from), arrows(graph, step.from, step.edges),
                     name_cell(graph, step.to), id_cell(graph, step.to),
                     count_cell(step.documents)});
    }
  const std::size_t count = answer.paths.size();
  if (!answer.complete)
    table.notes.push_back("The first " + counted(count, "path") +
                          " of more, shortest first; a smaller --max-length has fewer.");
  if (answer.fewer)
    table.notes.push_back("There " + std::string(count == 1 ? "is" : "are") + " only " +
                          counted(count, "path") + ".");
  return table;
}

}  // namespace oscegraph
