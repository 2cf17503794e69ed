// SPDX-License-Identifier: Apache-2.0
//
// Two searches: by steps, and by lengths. Both leave the nodes in the order of arrival, which puts
// every node after those before it on shortest paths.
#include "oscegraph/queries/kernels/path_sums.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <optional>
#include <utility>

#include "oscegraph/queries/kernels/arc_lengths.hpp"
#include "oscegraph/queries/kernels/inverse_sums.hpp"
#include "oscegraph/queries/kernels/ordered_sums.hpp"
#include "oscegraph/queries/kernels/path_counts.hpp"

namespace oscegraph {
namespace {

constexpr std::size_t sources_per_piece = 16;
constexpr std::uint32_t no_arc = ~0U;

/// Where a search from one source adds what it finds.
struct Totals {
  PathSums& own;               ///< what the source has for itself
  std::vector<double>& nodes;  ///< betweenness
  std::vector<double>& arcs;   ///< empty: arcs are not scored
};

/// The memory of one worker: breadth first.
class StepSearch {
 public:
  StepSearch(const Csr& graph, const Context& context)
      : graph_(graph),
        context_(context),
        distance_(graph.size(), far),
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
      paths_.set(v, 0);
      dependency_[v] = 0;
    }
  }

 private:
  static constexpr double far = std::numeric_limits<double>::infinity();

  void search(Vertex source) {
    arrived_.assign(1, source);
    distance_[source] = 0;
    paths_.set(source, 1);
    CheckNowAndThen check(context_);
    for (std::size_t i = 0; i < arrived_.size(); ++i) {
      const Vertex v = arrived_[i];
      check.count(graph_.degree(v));
      for (const Vertex u : graph_.row(v)) {
        if (distance_[u] == far) {
          distance_[u] = distance_[v] + 1;
          arrived_.push_back(u);
        }
        if (distance_[u] == distance_[v] + 1) paths_.add(u, v);
      }
    }
  }

  void accumulate(Vertex source, Totals& totals) {
    CheckNowAndThen check(context_);
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
  const std::vector<Vertex>& tail;  ///< where each arc comes from
};

/// The memory of one worker: Dijkstra's search. Each node keeps the last arcs of all shortest paths to
/// it, as a list through `next_`.
template <typename Number>
class LengthSearch {
 public:
  LengthSearch(const Lengths<Number>& lengths, const Context& context)
      : lengths_(lengths),
        context_(context),
        distance_(lengths.graph.size(), far),
        last_(lengths.graph.size(), no_arc),
        next_(lengths.graph.arc_count(), no_arc),
        here_(lengths.graph.size()),
        paths_(lengths.graph.size()),
        dependency_(lengths.graph.size()) {}

  void run(Vertex source, Totals totals) {
    search(source);
    accumulate(source, totals);
    const double one = lengths_.arcs.one;
    double total = 0;
    double harmonic = 0;
    for (std::size_t i = 1; i < arrived_.size(); ++i) {
      const double distance = static_cast<double>(distance_[arrived_[i]]) / one;
      total += distance;
      harmonic += 1 / distance;
    }
    totals.own.reached[source] = static_cast<double>(arrived_.size() - 1);
    totals.own.total[source] = total;
    totals.own.harmonic[source] = harmonic;
    for (const Vertex v : arrived_) {
      distance_[v] = far;
      last_[v] = no_arc;
      here_[v] = false;
      paths_.set(v, 0);
      dependency_[v] = 0;
    }
  }

 private:
  using Entry = std::pair<Number, Vertex>;
  static constexpr Number far = ~Number{0};

  void search(Vertex source) {
    arrived_.clear();
    distance_[source] = 0;
    paths_.set(source, 1);
    queue_.assign(1, {0, source});
    CheckNowAndThen check(context_, 1024);
    while (!queue_.empty()) {
      check.count();
      std::ranges::pop_heap(queue_, std::greater());
      const Vertex v = queue_.back().second;
      queue_.pop_back();
      if (here_[v]) continue;  // a shorter way was found since
      here_[v] = true;
      arrived_.push_back(v);
      const Csr& graph = lengths_.graph;
      for (std::uint32_t i = graph.begin[v]; i < graph.begin[v + 1]; ++i)
        if (!here_[graph.to[i]]) follow(v, i);
    }
  }

  void follow(Vertex v, std::uint32_t arc) {
    const Vertex u = lengths_.graph.to[arc];
    const Number through = distance_[v] + lengths_.arcs.length[arc];
    const std::strong_ordering order = compared(through, arc, u);
    if (order > 0) return;
    if (order < 0) {
      distance_[u] = through;
      last_[u] = no_arc;
      paths_.set(u, 0);
      queue_.emplace_back(through, u);
      std::ranges::push_heap(queue_, std::greater());
    }
    next_[arc] = last_[u];
    last_[u] = arc;
    paths_.add(u, v);
  }

  /// The way over `arc`, `through` long, against the shortest to `u` so far.
  std::strong_ordering compared(Number through, std::uint32_t arc, Vertex u) {
    const Number slack = lengths_.arcs.slack;
    const Number known = distance_[u];
    if (slack == 0) return through <=> known;
    if (through + slack < known) return std::strong_ordering::less;
    if (known + slack < through) return std::strong_ordering::greater;
    return compared_exactly(arc, u);
  }

  /// Walks both ways back to where they meet.
  std::strong_ordering compared_exactly(std::uint32_t arc, Vertex u) {
    std::vector<std::uint64_t> mine{lengths_.strengths[arc]};
    std::vector<std::uint64_t> known;
    Vertex a = lengths_.tail[arc];
    Vertex b = u;
    while (a != b) {
      const bool step_a = distance_[a] > distance_[b];
      const std::uint32_t back = last_[step_a ? a : b];
      (step_a ? mine : known).push_back(lengths_.strengths[back]);
      (step_a ? a : b) = lengths_.tail[back];
    }
    return compare_inverse_sums(std::move(mine), std::move(known));
  }

  void accumulate(Vertex source, Totals& totals) {
    CheckNowAndThen check(context_);
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
  std::vector<Number> distance_;
  std::vector<std::uint32_t> last_;
  std::vector<std::uint32_t> next_;
  std::vector<bool> here_;
  PathCounts paths_;
  std::vector<double> dependency_;
  std::vector<Entry> queue_;
  std::vector<Vertex> arrived_;
};

/// One search from each node, the same sums whatever the number of workers.
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
