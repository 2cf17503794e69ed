// SPDX-License-Identifier: Apache-2.0
//
// Searches from each source with Boost.Graph: breadth-first search by steps, or Dijkstra's
// algorithm by lengths. Both searches record the nodes in the order of arrival. In this order every
// node comes after its predecessors on shortest paths.
#include "oscegraph/queries/kernels/paths/path_sums.hpp"

#include <algorithm>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <limits>
#include <optional>
#include <utility>

#include "oscegraph/queries/kernels/csr_bgl.hpp"
#include "oscegraph/queries/kernels/ordered_sums.hpp"
#include "oscegraph/queries/kernels/paths/arc_lengths.hpp"
#include "oscegraph/queries/kernels/paths/inverse_sums.hpp"
#include "oscegraph/queries/kernels/paths/path_counts.hpp"

namespace oscegraph {
namespace {

constexpr std::size_t sources_per_piece = 16;
constexpr std::uint32_t no_arc = ~0U;
constexpr auto not_seen = boost::white_color;

/// The sums to which a search from one source adds its results.
struct Totals {
  PathSums& own;               ///< distances from the source, stored under the source
  std::vector<double>& nodes;  ///< betweenness
  std::vector<double>& arcs;   ///< empty: arcs are not scored
};

/// Breadth-first search with the memory of one worker.
class StepSearch {
 public:
  StepSearch(const Csr& graph, const Context& context)
      : graph_(graph),
        context_(context),
        distance_(graph.size(), far),
        colour_(graph.size(), not_seen),
        paths_(graph.size()),
        dependency_(graph.size()) {}

  void run(Vertex source, Totals totals) {
    search(source);
    accumulate(source, totals);
    double total = 0;
    double harmonic = 0;
    for (std::size_t i = 1; i < arrived_.size(); ++i) {
      total += distance_[arrived_[i]];
      harmonic += 1 / distance_[arrived_[i]];
    }
    totals.own.reached[source] = static_cast<double>(arrived_.size() - 1);
    totals.own.total[source] = total;
    totals.own.harmonic[source] = harmonic;
    for (const Vertex v : arrived_) {
      distance_[v] = far;
      colour_[v] = not_seen;
      paths_.set(v, 0);
      dependency_[v] = 0;
    }
  }

 private:
  static constexpr double far = std::numeric_limits<double>::infinity();

  class Visitor : public boost::default_bfs_visitor {
   public:
    Visitor(StepSearch& search, PeriodicCheck& check) : search_(&search), check_(&check) {}
    void examine_vertex(Vertex v, const Csr& graph) const {
      check_->count(graph.degree(v));
      search_->arrived_.push_back(v);
    }
    void tree_edge(CsrEdge e, const Csr& graph) const {
      const Vertex u = target(e, graph);
      search_->distance_[u] = search_->distance_[e.from] + 1;
      search_->paths_.add(u, e.from);
    }
    void gray_target(CsrEdge e, const Csr& graph) const {
      const Vertex u = target(e, graph);
      if (search_->distance_[u] == search_->distance_[e.from] + 1) search_->paths_.add(u, e.from);
    }

   private:
    StepSearch* search_;
    PeriodicCheck* check_;
  };

  void search(Vertex source) {
    PeriodicCheck check(context_);
    arrived_.clear();
    distance_[source] = 0;
    paths_.set(source, 1);
    boost::breadth_first_visit(graph_, source, queue_, Visitor(*this, check), by_vertex(colour_));
  }

  void accumulate(Vertex source, Totals& totals) {
    PeriodicCheck check(context_);
    for (std::size_t i = arrived_.size(); i-- > 0;) {
      const Vertex v = arrived_[i];
      check.count(graph_.degree(v));
      double dependency = 0;
      for (std::uint32_t j = graph_.begin[v]; j < graph_.begin[v + 1]; ++j) {
        const Vertex u = graph_.to[j];
        if (distance_[v] + 1 != distance_[u]) continue;
        const double share = paths_.share(v, u) * (1 + dependency_[u]);
        dependency += share;
        if (!totals.arcs.empty()) totals.arcs[j] += share;
      }
      dependency_[v] = dependency;
      if (v != source) totals.nodes[v] += dependency;
    }
  }

  const Csr& graph_;
  const Context& context_;
  std::vector<double> distance_;
  std::vector<boost::default_color_type> colour_;
  boost::queue<Vertex> queue_;
  PathCounts paths_;
  std::vector<double> dependency_;
  std::vector<Vertex> arrived_;
};

/// A graph whose arcs have lengths.
template <typename Number>
struct Lengths {
  const Csr& graph;
  std::span<const std::uint64_t> strengths;
  const ArcLengths<Number>& arcs;
  const std::vector<Vertex>& tail;  ///< by arc: its source
};

/// A path from the source to a node.
template <typename Number>
struct PathEnd {
  Number length = ~Number{0};  ///< at first longer than any path
  Vertex end = 0;
  std::uint32_t arc = no_arc;  ///< its last arc
};

/// Dijkstra's search with the memory of one worker. Each node has a linked list (`last_`, `next_`)
/// of the last arcs of all shortest paths to it.
template <typename Number>
class LengthSearch {
 public:
  LengthSearch(const Lengths<Number>& lengths, const Context& context)
      : lengths_(lengths),
        context_(context),
        path_end_(lengths.graph.size()),
        last_(lengths.graph.size(), no_arc),
        next_(lengths.graph.arc_count(), no_arc),
        colour_(lengths.graph.size(), not_seen),
        paths_(lengths.graph.size()),
        dependency_(lengths.graph.size()) {
    for (Vertex v = 0; v < lengths.graph.size(); ++v) path_end_[v].end = v;
  }

  void run(Vertex source, Totals totals) {
    search(source);
    accumulate(source, totals);
    const double one = lengths_.arcs.one;
    double total = 0;
    double harmonic = 0;
    for (std::size_t i = 1; i < arrived_.size(); ++i) {
      const double distance = static_cast<double>(path_end_[arrived_[i]].length) / one;
      total += distance;
      harmonic += 1 / distance;
    }
    totals.own.reached[source] = static_cast<double>(arrived_.size() - 1);
    totals.own.total[source] = total;
    totals.own.harmonic[source] = harmonic;
    for (const Vertex v : arrived_) {
      path_end_[v] = {.end = v};
      last_[v] = no_arc;
      colour_[v] = not_seen;
      paths_.set(v, 0);
      dependency_[v] = 0;
    }
  }

 private:
  using PathEnd = oscegraph::PathEnd<Number>;

  class Visitor : public boost::default_dijkstra_visitor {
   public:
    Visitor(LengthSearch& search, PeriodicCheck& check) : search_(&search), check_(&check) {}
    void examine_vertex(Vertex v, const Csr& /*graph*/) const {
      check_->count();
      search_->arrived_.push_back(v);
    }
    void edge_relaxed(CsrEdge e, const Csr& graph) const {
      const Vertex u = target(e, graph);
      search_->last_[u] = no_arc;
      search_->paths_.set(u, 0);
      search_->add(e, u);
    }
    void edge_not_relaxed(CsrEdge e, const Csr& graph) const {
      const Vertex u = target(e, graph);
      const PathEnd over = extended(search_->path_end_[e.from], search_->step_over(e));
      if (search_->compared(over, search_->path_end_[u]) == 0) search_->add(e, u);
    }

   private:
    LengthSearch* search_;
    PeriodicCheck* check_;
  };

  void search(Vertex source) {
    PeriodicCheck check(context_, 1024);
    arrived_.clear();
    const PathEnd start{0, source, no_arc};
    path_end_[source] = start;
    paths_.set(source, 1);
    const Csr& graph = lengths_.graph;
    const auto step = [this](CsrEdge e) { return step_over(e); };
    boost::dijkstra_shortest_paths_no_init(
        graph, source, boost::dummy_property_map(), by_vertex(path_end_),
        boost::make_function_property_map<CsrEdge>(step), get(boost::vertex_index, graph),
        [this](const PathEnd& a, const PathEnd& b) { return is_before(a, b); },
        [](const PathEnd& path, const PathEnd& next) { return extended(path, next); }, start,
        Visitor(*this, check), by_vertex(colour_));
  }

  static PathEnd extended(const PathEnd& path, const PathEnd& step) {
    return {path.length + step.length, step.end, step.arc};
  }
  PathEnd step_over(CsrEdge e) const {
    return {lengths_.arcs.length[e.arc], lengths_.graph.to[e.arc], e.arc};
  }

  /// Order of the search. Of two paths to the same node the shorter comes first, compared exactly;
  /// paths to different nodes are compared by rounded length, then by node.
  bool is_before(const PathEnd& a, const PathEnd& b) const {
    if (lengths_.arcs.slack != 0 && a.end == b.end) return compared(a, b) < 0;
    return a.length != b.length ? a.length < b.length : a.end < b.end;
  }

  /// Compares two paths to the same node.
  std::strong_ordering compared(const PathEnd& a, const PathEnd& b) const {
    const Number slack = lengths_.arcs.slack;
    if (slack == 0) return a.length <=> b.length;
    if (a.length + slack < b.length) return std::strong_ordering::less;
    if (b.length + slack < a.length) return std::strong_ordering::greater;
    return compared_exactly(a, b);
  }

  /// Follows both paths back to the arc where they meet, and compares the parts that differ.
  std::strong_ordering compared_exactly(PathEnd a, PathEnd b) const {
    std::vector<std::uint64_t> strengths_of_a;
    std::vector<std::uint64_t> strengths_of_b;
    while (a.arc != b.arc) {
      const bool step_a = a.length > b.length;
      PathEnd& longer = step_a ? a : b;
      (step_a ? strengths_of_a : strengths_of_b).push_back(lengths_.strengths[longer.arc]);
      longer = path_end_[lengths_.tail[longer.arc]];
    }
    return compare_inverse_sums(std::move(strengths_of_a), std::move(strengths_of_b));
  }

  /// Adds `e` to the last arcs of shortest paths to `u`.
  void add(CsrEdge e, Vertex u) {
    next_[e.arc] = last_[u];
    last_[u] = e.arc;
    paths_.add(u, e.from);
  }

  void accumulate(Vertex source, Totals& totals) {
    PeriodicCheck check(context_);
    for (std::size_t i = arrived_.size(); i-- > 1;) {
      check.count();
      const Vertex u = arrived_[i];
      totals.nodes[u] += dependency_[u];
      for (std::uint32_t arc = last_[u]; arc != no_arc; arc = next_[arc]) {
        const Vertex v = lengths_.tail[arc];
        const double share = paths_.share(v, u) * (1 + dependency_[u]);
        if (v != source) dependency_[v] += share;
        if (!totals.arcs.empty()) totals.arcs[arc] += share;
      }
    }
  }

  Lengths<Number> lengths_;
  const Context& context_;
  std::vector<PathEnd> path_end_;
  std::vector<std::uint32_t> last_;
  std::vector<std::uint32_t> next_;
  std::vector<boost::default_color_type> colour_;
  PathCounts paths_;
  std::vector<double> dependency_;
  std::vector<Vertex> arrived_;
};

/// Runs a search from each node; the sums are the same for any number of workers.
template <typename Search, typename Input>
PathSums sum_over_sources(const Csr& out, const Input& input, ScoreArcs score_arcs,
                          Workers& workers) {
  const std::vector<double> zeros(out.size());
  const std::size_t arcs = score_arcs == ScoreArcs::yes ? out.arc_count() : 0;
  PathSums sums{zeros, std::vector<double>(arcs), zeros, zeros, zeros};
  std::vector<std::optional<Search>> searches(workers.count());
  SharedProgress progress(workers.context().report, out.size());
  add_in_order<2>(
      workers, out.size(), sources_per_piece, {&sums.betweenness, &sums.arc_betweenness},
      [&](unsigned worker) { searches[worker].emplace(input, workers.context()); },
      [&](std::size_t first, std::size_t last, unsigned worker, auto& added) {
        for (auto s = static_cast<Vertex>(first); s < last; ++s)
          searches[worker]->run(s, {sums, added[0], added[1]});
        progress.add(last - first, worker);
      });
  return sums;
}

std::vector<Vertex> tails_of(const Csr& graph) {
  std::vector<Vertex> tail(graph.arc_count());
  for (Vertex v = 0; v < graph.size(); ++v)
    std::fill(tail.begin() + graph.begin[v], tail.begin() + graph.begin[v + 1], v);
  return tail;
}

}  // namespace

PathSums path_sums(const Csr& out, ScoreArcs score_arcs, Workers& workers) {
  return sum_over_sources<StepSearch>(out, out, score_arcs, workers);
}

PathSums path_sums(const Csr& out, std::span<const std::uint64_t> strengths, ScoreArcs score_arcs,
                   Workers& workers) {
  const ChosenLengths lengths = arc_lengths(out.size(), strengths);
  const std::vector<Vertex> tail = tails_of(out);
  if (lengths.narrow)
    return sum_over_sources<LengthSearch<std::uint64_t>>(
        out, Lengths<std::uint64_t>{out, strengths, lengths.in_64, tail}, score_arcs, workers);
  return sum_over_sources<LengthSearch<Wide>>(
      out, Lengths<Wide>{out, strengths, lengths.in_128, tail}, score_arcs, workers);
}

}  // namespace oscegraph
