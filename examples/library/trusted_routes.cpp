// SPDX-License-Identifier: Apache-2.0
//
// Hard: a question of your own. An algorithm of Boost.Graph runs on the graph, its result becomes a score
// and a table, and both are written by the library's writers. Ctrl-C ends the work between two steps.
//
//   trusted_routes NODE [FILE.gexf]
//
// How well documented is the way from a node to each other node? A step that n documents state has the
// length 1/n, and Dijkstra's algorithm finds the shortest way along the arrows. Nodes are listed nearest
// first.
#include <algorithm>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <csignal>
#include <cstdio>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "oscegraph/ask/prepared_graph.hpp"
#include "oscegraph/exports/formats/graph_formats.hpp"
#include "oscegraph/exports/formats/table_formats.hpp"
#include "oscegraph/graph/answer.hpp"
#include "oscegraph/graph/bgl.hpp"
#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/loader/load.hpp"

namespace og = oscegraph;

namespace {

og::StopSource interrupt;

/// Looks at the context whenever Dijkstra's algorithm is done with a node.
class StopsWhenAsked : public boost::dijkstra_visitor<> {
 public:
  explicit StopsWhenAsked(const og::Context& context) : context_(&context) {}
  void finish_vertex(og::NodeId /*node*/, const og::Graph& /*graph*/) const { context_->check(); }

 private:
  const og::Context* context_;
};

std::vector<double> distances_from(og::NodeId start, const og::Graph& graph,
                                   const og::Subset& scope, const og::Context& context) {
  std::vector<double> distance(graph.node_count());
  const auto length = boost::make_function_property_map<og::EdgeId>(
      [&](og::EdgeId edge) { return 1.0 / static_cast<double>(scope.document_count(edge)); });
  boost::dijkstra_shortest_paths(graph, start,
                                 boost::weight_map(length)
                                     .distance_map(boost::make_iterator_property_map(
                                         distance.begin(), get(boost::vertex_index, graph)))
                                     .visitor(StopsWhenAsked(context)));
  return distance;
}

/// Nodes that cannot be reached are left out.
og::Answer answer_of(const og::Subset& scope, std::vector<double> distance) {
  const og::Graph& graph = scope.graph();
  const auto is_reached = [&](og::NodeId node) {
    return distance[node] < std::numeric_limits<double>::max();
  };
  og::Answer answer{{}, og::Subset(graph)};
  std::vector<og::NodeId> reached;
  for (const og::NodeId node : scope.nodes())
    if (is_reached(node)) reached.push_back(node);
  std::ranges::sort(reached, [&](og::NodeId a, og::NodeId b) {
    return std::pair(distance[a], a) < std::pair(distance[b], b);
  });
  answer.table.title = "How well documented is the way?";
  answer.table.columns = {{"node"}, {"kind"}, {"length", og::ColumnType::number}};
  for (const og::NodeId node : reached) {
    answer.subset.insert_node(node);
    answer.table.add_row({og::text_cell(graph.node_name(node)),
                          og::text_cell(og::name_of(graph.node_kind(node))), distance[node]});
  }
  answer.subset.insert_edges_between(scope);
  answer.subset.set_score({"length", og::ScoreOf::node, std::move(distance)});
  return answer;
}

}  // namespace

int main(int count, char** words) try {
  if (count < 2) {
    std::fprintf(stderr, "usage: trusted_routes NODE [FILE.gexf]\n");
    return 2;
  }
  std::signal(SIGINT, [](int) { interrupt.stop(og::StopReason::interrupted); });
  og::Context context;
  context.stop = interrupt.token();

  const og::PreparedGraph prepared(og::load_example().graph);
  const og::Subset& all = prepared.whole();
  const og::NodeId start = prepared.finder().find(words[1], all);
  const og::Answer answer = answer_of(all, distances_from(start, prepared.graph(), all, context));

  og::Output screen = og::Output::to_standard_output();
  og::find_table_format("text")->write(answer.table, {.width = 100}, screen);
  screen.commit();
  if (count > 2) {
    const og::GraphFormat* format = og::graph_format_for(words[2]);
    if (format == nullptr || format->folder())
      throw og::Error(std::string(words[2]) + " does not end like a format that is one file");
    og::Output out = og::Output::to_file(words[2], context);
    og::LossReport losses;
    // Sizes by the score: readers see a column "length" beside them.
    format->write(answer.subset, {.title = answer.table.title, .size_by = "length"}, out, losses);
    out.commit();
  }
  return 0;
} catch (const og::Stopped& stopped) {
  std::fprintf(stderr, "%s\n", stopped.what());
  return 130;
} catch (const og::Error& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
