// SPDX-License-Identifier: Apache-2.0
//
// Measures our own kernels and the algorithms of Boost.Graph for the same question, in alternation,
// on one thread, on the same arrays in memory, and prints a table for docs/benchmarks.md. Each row
// checks that both give the same result.
//
//   bench_boost [NAME...]
//
// Questions for which the program itself uses Boost.Graph have no row, since there is no kernel of
// ours to compare. Boost's num_triangles_on_vertex looks up every pair of neighbours. Of Boost's
// maximum flow algorithms, edmonds_karp_max_flow fills short paths first, as ours does.
#include <algorithm>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/clustering_coefficient.hpp>
#include <boost/graph/edmonds_karp_max_flow.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/graph/push_relabel_max_flow.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <cmath>
#include <ctime>
#include <functional>
#include <iomanip>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/bench/flow_network.hpp"
#include "oscegraph/bench/network.hpp"
#include "oscegraph/graph/bgl_undirected.hpp"
#include "oscegraph/queries/kernels/csr_bgl.hpp"
#include "oscegraph/queries/kernels/paths/betweenness.hpp"
#include "oscegraph/queries/kernels/paths/distance_sums.hpp"
#include "oscegraph/queries/kernels/spectra/page_rank.hpp"
#include "oscegraph/queries/kernels/structure/triangles.hpp"
#include "oscegraph/queries/paths/shortest_paths.hpp"

namespace oscegraph {

// Functions that some of Boost's algorithms need and the program does not.
inline std::pair<CsrEdge, bool> edge(Vertex from, Vertex to, const Csr& g) {
  const std::size_t at = g.find(from, to);
  return {CsrEdge{from, static_cast<std::uint32_t>(at)}, at != g.to.size()};
}
inline auto edges(const Csr& g) {  // Brandes' algorithm only counts them
  return std::pair(CsrRowIterator({0, 0}),
                   CsrRowIterator({0, static_cast<std::uint32_t>(g.arc_count())}));
}

}  // namespace oscegraph

namespace oscegraph::bench {
namespace {

struct Set {
  std::string_view name;
  NetworkSize size;
  std::uint64_t seed;
};
constexpr Set small{"S", {60, 300, 2000, 7000}, 1};
constexpr Set middling{"KS", {100, 600, 9300, 32000}, 4};
constexpr Set thousands{"K", {100, 600, 9300, 100000}, 2};
constexpr Set million{"M", {200, 5000, 94800, 1000000}, 3};

/// A network in all the forms that the kernels take.
struct Input {
  Csr graph;
  Graph whole;
  std::vector<CapacityArc> capacity_arcs;
  Vertex source = 0;
  Vertex sink = 0;
};

Graph graph_of(const Network& network) {
  StringInterner strings;
  GraphParts parts;
  for (Node n = 0; n < network.node_count(); ++n) {
    const StringId id = strings.intern("project:" + std::to_string(1'000'000 + n));
    parts.nodes.push_back({{.id = id, .kind = Kind::project, .name = id}});
  }
  parts.documents.push_back({.id = strings.intern("d")});
  for (const auto& [a, b] : network.edges()) {
    ClaimValues claim;
    claim.from = a;
    claim.to = b;
    claim.document = 0;
    claim.relation = Relation::part_of;
    parts.claims.push_back(claim);
  }
  parts.strings = strings.finish();
  return assemble(std::move(parts));
}

/// Donors fund offices and projects, offices fund some projects and implement the others.
std::vector<CapacityArc> capacity_arcs_of(const Network& network, std::uint64_t seed) {
  Random random(seed);
  const Node first_project = network.size().donors + network.size().offices;
  std::vector<CapacityArc> capacity_arcs;
  for (const auto& [a, b] : network.edges()) {
    const auto [low, high] = std::minmax(a, b);
    const std::int64_t amount = 100 + random.below(1'000'000);
    const bool implements = low >= network.size().donors && random.below(2) == 0;
    if (low >= first_project) continue;
    if (implements) capacity_arcs.push_back({high, low, unlimited});
    else capacity_arcs.push_back({low, high, amount});
  }
  return capacity_arcs;
}

Input input_of(const Set& set) {
  const Network network(set.size, set.seed);
  std::vector<Arc> arcs;
  for (const auto& [a, b] : network.edges()) arcs.push_back({a, b, 1});
  return {make_undirected_csr(network.node_count(), std::move(arcs), Weighted::no),
          graph_of(network), capacity_arcs_of(network, set.seed), 0, set.size.donors};
}

using Run = std::function<double(const Input&)>;

struct Row {
  std::string_view kernel;
  std::string_view peer;
  Run ours;
  Run boosts;
  std::vector<Set> sets;
};

double seconds_now() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

Workers& one_thread() {
  static Workers workers(1);
  return workers;
}

double distances(const Input& in) {
  double sum = 0;
  for (const std::uint64_t total : undirected_distance_sums(in.graph, one_thread()).total)
    sum += static_cast<double>(total);
  return sum;
}

double boosts_distances(const Input& in) {
  const Vertex size = in.graph.size();
  std::vector<Vertex> distance(size);
  std::vector<boost::default_color_type> colour(size);
  boost::queue<Vertex> queue;
  double sum = 0;
  for (Vertex v = 0; v < size; ++v) {
    distance[v] = 0;
    boost::breadth_first_search(in.graph, v, queue,
                                boost::make_bfs_visitor(boost::record_distances(
                                    by_vertex(distance), boost::on_tree_edge())),
                                by_vertex(colour));
    for (const Vertex d : distance) sum += d;
  }
  return sum;
}

double boosts_betweenness(const Input& in) {
  std::vector<double> sum(in.graph.size());
  boost::brandes_betweenness_centrality(in.graph, by_vertex(sum));
  return sum[0];
}

double boosts_triangles(const Input& in) {
  std::size_t corners = 0;
  for (Vertex v = 0; v < in.graph.size(); ++v)
    corners += boost::num_triangles_on_vertex(in.graph, v);
  return static_cast<double>(corners) / 6;  // 3 corners, each counted by 2 arcs
}

double triangle_count(const Input& in) {
  double corners = 0;
  for (const std::uint64_t count : triangles(in.graph, one_thread()))
    corners += static_cast<double>(count);
  return corners / 3;
}

/// Boost's PageRank, until a pass changes the ranks (scaled to the sum 1) by less than 1e-8 in all.
/// It starts with 1 everywhere, which is near to the result; Boost's default, 1 / nodes, takes four
/// times as long.
double boosts_page_rank(const Input& in) {
  const auto size = static_cast<double>(in.graph.size());
  std::vector<double> rank(in.graph.size());
  std::vector<double> other(in.graph.size());
  bool first = true;
  const auto done = [&](auto, const Csr&) {
    double change = first ? size : 0;
    first = false;
    for (std::size_t v = 0; v < rank.size(); ++v) change += std::abs(rank[v] - other[v]);
    return change / size < 1e-8;
  };
  boost::graph::page_rank(in.graph, by_vertex(rank), done, 0.85, 1, by_vertex(other));
  double sum = 0;
  for (const double value : rank) sum += value;
  return rank[0] / sum;
}

constexpr int pairs = 50;

std::pair<NodeId, NodeId> pair_of(const Input& in, int number) {
  Random random(static_cast<std::uint64_t>(number) + 1);
  const auto size = static_cast<std::uint32_t>(in.whole.node_count());
  const NodeId from = random.below(size);
  return {from, (from + 1 + random.below(size - 1)) % size};
}

double path_lengths(const Input& in) {
  const Subset scope = Subset::whole(in.whole);
  ShortestPathSearch search(scope, Direction::both);
  double sum = 0;
  for (int i = 0; i < pairs; ++i) {
    const auto [from, to] = pair_of(in, i);
    sum += static_cast<double>(search.find(from, to, 1).front().size() - 1);
  }
  return sum;
}

struct Found {};

class StepsTo : public boost::default_bfs_visitor {
 public:
  StepsTo(std::vector<Vertex>& steps, NodeId wanted) : steps_(&steps), wanted_(wanted) {}
  void tree_edge(const UndirectedEdge& e, const UndirectedView& /*view*/) const {
    (*steps_)[e.to] = (*steps_)[e.from] + 1;
    if (e.to == wanted_) throw Found();
  }

 private:
  std::vector<Vertex>* steps_;
  NodeId wanted_;
};

double boosts_path_lengths(const Input& in) {
  double sum = 0;
  for (int i = 0; i < pairs; ++i) {
    const auto [from, to] = pair_of(in, i);
    std::vector<Vertex> steps(in.whole.node_count());
    std::vector<boost::default_color_type> colour(in.whole.node_count());
    boost::queue<NodeId> queue;
    try {
      boost::breadth_first_visit(UndirectedView(in.whole), from, queue, StepsTo(steps, to),
                                 by_vertex(colour));
    } catch (const Found&) {
      sum += steps[to];
    }
  }
  return sum;
}

/// A breadth-first search over the whole graph, as `neighbors` without a depth does it.
double walk(const Input& in) {
  const Subset scope = Subset::whole(in.whole);
  std::vector<Vertex> steps(in.whole.node_count(), none);
  std::vector<NodeId> order{0};
  steps[0] = 0;
  for (std::size_t i = 0; i < order.size(); ++i)
    for_each_edge(scope, order[i], Direction::both, [&](EdgeId, NodeId next) {
      if (steps[next] != none) return;
      steps[next] = steps[order[i]] + 1;
      order.push_back(next);
    });
  return steps[order.back()];
}

double boosts_walk(const Input& in) {
  std::vector<Vertex> steps(in.whole.node_count());
  std::vector<boost::default_color_type> colour(in.whole.node_count());
  boost::queue<NodeId> queue;
  boost::breadth_first_visit(UndirectedView(in.whole), NodeId{0}, queue, StepsTo(steps, none),
                             by_vertex(colour));
  return *std::ranges::max_element(steps);
}

double flow(const Input& in) {
  return static_cast<double>(max_flow(in.graph.size(), in.capacity_arcs, in.source, in.sink).value);
}

/// Runs a maximum flow of Boost: calls find(network, capacity, residual, reverse arcs).
template <typename Find>
double boosts_flow(const Input& in, Find find) {
  FlowNetwork network(in.graph.size(), in.capacity_arcs);
  const auto capacity = boost::make_function_property_map<FlowArc>(
      [&](FlowArc arc) { return arc % 2 == 0 ? in.capacity_arcs[arc / 2].capacity : 0; });
  std::vector<std::int64_t> residual(network.ends.size());
  return static_cast<double>(find(network, capacity, by_vertex(residual),
                                  boost::make_function_property_map<FlowArc>(&way_back)));
}

double edmonds_karp(const Input& in) {
  std::vector<FlowArc> before(in.graph.size());
  std::vector<boost::default_color_type> colour(in.graph.size());
  return boosts_flow(in, [&](auto& network, auto capacity, auto residual, auto back) {
    return boost::edmonds_karp_max_flow(network, in.source, in.sink, capacity, residual, back,
                                        by_vertex(colour), by_vertex(before));
  });
}

double push_relabel(const Input& in) {
  return boosts_flow(in, [&](auto& network, auto capacity, auto residual, auto back) {
    return boost::push_relabel_max_flow(network, in.source, in.sink, capacity, residual, back,
                                        boost::typed_identity_property_map<Vertex>());
  });
}

const std::vector<Row>& rows() {
  static const std::vector<Row> all{
      {"betweenness",
       "brandes_betweenness_centrality",
       [](const Input& in) { return undirected_betweenness(in.graph, one_thread())[0]; },
       boosts_betweenness,
       {small, middling}},
      {"distance_sums",
       "breadth_first_search from each node",
       distances,
       boosts_distances,
       {small, middling}},
      {"triangles",
       "num_triangles_on_vertex",
       triangle_count,
       boosts_triangles,
       {middling, thousands}},
      {"page_rank",
       "page_rank",
       [](const Input& in) { return undirected_page_rank(in.graph, {}, one_thread()).rank[0]; },
       boosts_page_rank,
       {thousands, million}},
      {"shortest_paths",
       "breadth_first_visit, to the target",
       path_lengths,
       boosts_path_lengths,
       {thousands, million}},
      {"neighbors", "breadth_first_visit", walk, boosts_walk, {thousands, million}},
      {"max_flow", "edmonds_karp_max_flow", flow, edmonds_karp, {small, thousands}},
      {"max_flow", "push_relabel_max_flow", flow, push_relabel, {thousands, million}},
  };
  return all;
}

/// Measures a row: the median of three runs, or one run when that takes long.
void measure(const Row& row, const Set& set) {
  const Input in = input_of(set);
  std::vector<double> ours;
  std::vector<double> boosts;
  for (int turn = 0; turn < 3; ++turn) {
    const double start = seconds_now();
    const double mine = row.ours(in);
    const double between = seconds_now();
    const double theirs = row.boosts(in);
    ours.push_back(between - start);
    boosts.push_back(seconds_now() - between);
    if (std::abs(mine - theirs) > 1e-6 * std::abs(mine))
      std::cerr << row.kernel << ", " << set.name << ": " << mine << " and " << theirs << '\n';
    if (boosts.back() > 5) break;
  }
  std::ranges::sort(ours);
  std::ranges::sort(boosts);
  const double own = ours[ours.size() / 2];
  const double other = boosts[boosts.size() / 2];
  std::cout << "| " << row.kernel << " | " << row.peer << " | " << set.name << " | "
            << std::setprecision(3) << own << " | " << other << " | " << other / own << "x |"
            << std::endl;
}

}  // namespace
}  // namespace oscegraph::bench

int main(int argc, char** argv) {
  using namespace oscegraph::bench;
  const std::vector<std::string_view> wanted(argv + 1, argv + argc);
  std::cout << "| ours | Boost.Graph's | graph | ours, s | Boost's, s | ours is faster by |\n"
            << "|---|---|---|---|---|---|\n";
  for (const Row& row : rows())
    if (wanted.empty() || std::ranges::find(wanted, row.kernel) != wanted.end())
      for (const Set& set : row.sets) measure(row, set);
  return 0;
}
