// SPDX-License-Identifier: Apache-2.0
//
// Defines the table of costs, and adds up the costs of a query. The figures were measured with the
// release build, on random graphs of 300,000 nodes and 3,000,000 edges; those of reading, on
// records and press releases. "edges" are the edges of the narrowed graph. What a step costs may be
// several times higher or lower on another graph or machine. This is exact enough to distinguish
// seconds from hours.
#include "oscegraph/queries/cost.hpp"

#include <algorithm>
#include <array>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/threads/parallel.hpp"
#include "oscegraph/graph/values/duration.hpp"

namespace oscegraph {
namespace {

constexpr bool on_all_cores = true;
constexpr bool on_one_core = false;

constexpr std::array<CostLine, 34> table{{
    {Work::look, "looking at every node and edge", "nodes + edges", 1e-7},
    {Work::one_node, "looking at a node", "edges", 3e-9},
    {Work::surroundings, "looking around a node", "nodes + edges", 8e-9},
    {Work::reached_rows, "the table of what is reached", "rows", 1e-5, on_one_core,
     "take a smaller --depth"},
    {Work::top_rows, "the table", "rows", 3e-6, on_one_core, "ask for fewer rows with --top"},
    {Work::search, "looking for the name", "nodes", 5e-7},
    {Work::funding, "adding up the funding", "edges", 5e-7},
    {Work::common_projects, "pairing those who fund together",
     "funders of a project x funders of it", 5e-8},
    {Work::next_paths, "the shortest paths", "paths x edges", 2e-9, on_one_core,
     "ask for fewer with --k"},
    {Work::more_paths, "the shortest paths", "paths x paths", 5e-7, on_one_core,
     "ask for fewer with --k"},
    {Work::all_paths, "all paths", "edges x their length", 2e-7, on_one_core,
     "take a smaller --max-length"},
    {Work::tree, "joining these nodes", "edges", 6e-7},
    {Work::money_flow, "the most money that can pass", "edges", 5e-6},
    {Work::common_neighbours, "comparing neighbours", "edges", 8e-9},
    {Work::meeting, "likeness by meeting", "edges", 1e-6, on_all_cores, "take --by jaccard"},
    {Work::meeting_places, "the places where those alike meet", "rows x edges", 6e-8, on_all_cores,
     "ask for fewer rows with --top"},
    {Work::communities, "finding communities", "nodes + edges", 4e-6, on_all_cores},
    {Work::measure, "the measure", "nodes + edges", 1e-7},
    {Work::iteration, "the iteration of the measure", "nodes + edges", 2e-6, on_all_cores},
    {Work::triangles, "counting triangles", "edges ^ 1.5", 2e-10, on_all_cores},
    {Work::holes, "structural holes", "edges ^ 1.5", 1e-9, on_all_cores},
    {Work::distances, "exact distances between all nodes", "nodes x edges", 1e-10, on_all_cores},
    {Work::betweenness, "exact betweenness", "nodes x edges", 2e-9, on_all_cores,
     "take --epsilon 0.01 for betweenness to within one percent"},
    {Work::sampled_betweenness, "betweenness to within so little", "searches x edges", 2e-9,
     on_all_cores, "take a larger --epsilon"},
    {Work::paths, "shortest paths between all nodes", "nodes x edges", 2e-8, on_all_cores},
    {Work::springs, "placing the nodes", "nodes", 2.5e-4},
    {Work::picture, "the picture", "nodes + edges", 5e-5},
    {Work::file, "the file", "nodes + edges", 1e-4},
    {Work::view, "the view", "nodes + edges", 1e-5, on_one_core, "take a smaller --limit"},
    {Work::list, "the list", "rows", 1e-5, on_one_core, "take a smaller --limit"},
    {Work::reading, "reading the input", "bytes of records", 4e-8},
    {Work::extraction, "finding claims in the texts", "bytes of text", 4e-7},
    {Work::verifying, "verifying the graph file", "bytes", 1e-8},
    {Work::comparison, "comparing the two", "nodes + edges + claims of both", 1e-6},
}};

constexpr bool is_in_order() {
  for (std::size_t i = 0; i < table.size(); ++i)
    if (static_cast<std::size_t>(table[i].work) != i) return false;
  return true;
}
static_assert(is_in_order(), "line_of() takes a line by its place");

double seconds_of(const Cost& cost, unsigned cores) {
  const CostLine& line = line_of(cost.work);
  return cost.steps * line.seconds / (line.on_all_cores ? cores : 1);
}

}  // namespace

std::span<const CostLine> cost_lines() { return table; }

const CostLine& line_of(Work work) { return table[static_cast<std::size_t>(work)]; }

double expected_time(std::span<const Cost> costs, unsigned threads) {
  const unsigned cores = thread_count(threads);
  double sum = 0;
  for (const Cost& cost : costs) sum += seconds_of(cost, cores);
  return sum;
}

Extent extent_of(const Subset& scope) {
  return {counted(scope.nodes().count(), "node") + " and " + counted(scope.edges().count(), "edge"),
          "narrow the graph"};
}

void require_patience(std::span<const Cost> costs, const Extent& extent, const Context& context,
                      std::string_view more) {
  const double expected = expected_time(costs, context.threads);
  if (expected <= context.budget) return;
  const unsigned cores = thread_count(context.threads);
  const CostLine& most = line_of(
      std::ranges::max(costs, {}, [&](const Cost& cost) { return seconds_of(cost, cores); }).work);
  std::vector<std::string> ways;
  for (const std::string_view way : {extent.way_out, most.way_out, more})
    if (!way.empty()) ways.emplace_back(way);
  throw TooCostly(std::string(most.question) + " would take about " + duration_in_words(expected) +
                      " with " + extent.words,
                  "what takes up to " + duration_in_words(context.budget) + " is answered",
                  join_or(ways));
}

double pairs_with_common_projects(const Subset& scope) {
  const Graph& graph = scope.graph();
  double pairs = 0;
  for (const NodeId n : scope.nodes())
    if (graph.node_kind(n) == Kind::project) {
      const auto others = static_cast<double>(graph.in_edges(n).size());
      pairs += others * others;
    }
  return pairs;
}

}  // namespace oscegraph
