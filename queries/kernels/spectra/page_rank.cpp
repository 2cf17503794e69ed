// SPDX-License-Identifier: Apache-2.0
//
// Computes PageRank. On a directed graph, plain passes are repeated; on an undirected graph, a
// linear system is solved. With D the strengths and A the weights, the ranks are y = damping * A
// D^-1 y + start. Setting y = D^1/2 z gives (I - damping * D^-1/2 A D^-1/2) z = D^-1/2 start. The
// matrix of this system is symmetric, with eigenvalues from 1 - damping to 1 + damping. The vectors
// below store y = D^1/2 z, and dot products are weighted by 1 / D, so a pass needs only one sum
// over neighbours of value / strength. Isolated nodes (D = 0) keep their start value.
//
// Rows are added in pieces with about the same number of arcs. The pieces depend on the graph
// alone, not on the number of threads.
#include "oscegraph/queries/kernels/spectra/page_rank.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace oscegraph {
namespace {

std::vector<double> start_of(const PageRankOptions& options, std::size_t size) {
  if (options.start.empty()) return std::vector<double>(size, 1.0 / static_cast<double>(size));
  std::vector<double> start = options.start;
  const double sum = std::accumulate(start.begin(), start.end(), 0.0);
  for (double& value : start) value /= sum;
  return start;
}

void scale_to_one(std::vector<double>& values) {
  const double sum = std::accumulate(values.begin(), values.end(), 0.0);
  for (double& value : values) value /= sum;
}

/// For each row 1 / the sum of its weights; 0 for an empty row.
std::vector<double> inverse_strengths(const Csr& graph) {
  std::vector<double> inverse(graph.size());
  for (Vertex v = 0; v < graph.size(); ++v) {
    double strength = graph.weighted() ? 0 : graph.degree(v);
    if (graph.weighted())
      for (std::uint32_t i = graph.begin[v]; i < graph.begin[v + 1]; ++i)
        strength += graph.weight[i];
    inverse[v] = strength > 0 ? 1 / strength : 0;
  }
  return inverse;
}

/// Sum over the row of weight times value.
double gather(const Csr& graph, Vertex v, const std::vector<double>& values) {
  double even = 0;
  double odd = 0;  // two independent sums, so an addition need not wait for the one before
  const double* const value = values.data();
  const Vertex* to = graph.to.data() + graph.begin[v];
  const Vertex* const end = graph.to.data() + graph.begin[v + 1];
  if (graph.weighted()) {
    const auto* weight = graph.weight.data() + graph.begin[v];
    for (; to != end; ++to, ++weight) even += *weight * value[*to];
    return even;
  }
  for (; end - to >= 2; to += 2) {
    even += value[to[0]];
    odd += value[to[1]];
  }
  if (to != end) even += value[*to];
  return even + odd;
}

/// Reports the progress from the first residual to the goal, in thousandths. It is measured by
/// logarithms, since the residual falls by about the same factor in each pass.
void report_settling(const Report& report, double first, double now, double goal) {
  if (!report || first <= goal) return;
  const double share = std::log(first / std::max(now, goal)) / std::log(first / goal);
  report(static_cast<std::uint64_t>(1000 * std::clamp(share, 0.0, 1.0)), 1000);
}

/// Cuts the rows into pieces with about the same number of arcs: piece i is rows [cuts[i], cuts[i +
/// 1]).
std::vector<Vertex> even_cuts(const Csr& graph) {
  constexpr std::uint64_t arcs_per_piece = 1U << 16U;
  std::vector<Vertex> cuts{0};
  std::uint64_t work = 0;
  for (Vertex v = 0; v < graph.size(); ++v) {
    work += graph.degree(v) + 4;
    if (work < arcs_per_piece) continue;
    cuts.push_back(v + 1);
    work = 0;
  }
  if (cuts.back() != graph.size()) cuts.push_back(graph.size());
  return cuts;
}

/// Three sums that are computed in one pass.
struct Sums {
  double a = 0;
  double b = 0;
  double c = 0;
  Sums& operator+=(const Sums& other) {
    a += other.a;
    b += other.b;
    c += other.c;
    return *this;
  }
};

class Rows {
 public:
  Rows(const Csr& graph, Workers& workers) : cuts_(even_cuts(graph)), workers_(&workers) {}
  /// Adds up body(v, sums) over all nodes, in fixed pieces.
  template <typename Body>
  Sums sum(Body body) const {
    return workers_->sum<Sums>(cuts_.size() - 1, 1, [&](std::size_t piece, std::size_t, unsigned) {
      Sums sums;
      const Vertex end = cuts_[piece + 1];
      for (Vertex v = cuts_[piece]; v < end; ++v) body(v, sums);
      return sums;
    });
  }

 private:
  std::vector<Vertex> cuts_;
  Workers* workers_;
};

}  // namespace

PageRank undirected_page_rank(const Csr& graph, const PageRankOptions& options, Workers& workers) {
  PageRank result;
  const Vertex size = graph.size();
  if (size == 0) return result;
  const std::vector<double> inverse = inverse_strengths(graph);
  const std::vector<double> start = start_of(options, size);
  const Rows rows(graph, workers);
  const double damping = options.damping;

  std::vector<double>& rank = result.rank;
  rank = start;
  std::vector<double> residual(size);
  std::vector<double> direction(size);
  std::vector<double> handed(size);  ///< direction / strength
  std::vector<double> image(size);   ///< the system's matrix times direction
  // residual = start - (I - damping A/D) rank. With rank = start that is damping A/D start.
  for (Vertex v = 0; v < size; ++v) handed[v] = start[v] * inverse[v];
  Sums sums = rows.sum([&](Vertex v, Sums& sum) {
    residual[v] = inverse[v] == 0 ? 0 : damping * gather(graph, v, handed);
    direction[v] = residual[v];
    sum.a += residual[v] * residual[v] * inverse[v];
    sum.b += std::abs(residual[v]);
  });
  double length = sums.a;  // squared norm of the residual in the weighted dot product
  result.residual = sums.b;
  result.passes = 1;
  const double first_residual = result.residual * (1 - damping);
  while (result.residual * (1 - damping) >= options.tolerance && length > 0 &&
         result.passes < options.most_passes) {
    rows.sum([&](Vertex v, Sums&) { handed[v] = direction[v] * inverse[v]; });
    sums = rows.sum([&](Vertex v, Sums& sum) {
      image[v] = direction[v] - (inverse[v] == 0 ? 0 : damping * gather(graph, v, handed));
      sum.a += image[v] * handed[v];
    });
    const double step = length / sums.a;
    sums = rows.sum([&](Vertex v, Sums& sum) {
      rank[v] += step * direction[v];
      residual[v] -= step * image[v];
      sum.a += residual[v] * residual[v] * inverse[v];
      sum.b += std::abs(residual[v]);
    });
    const double turn = sums.a / length;
    length = sums.a;
    rows.sum([&](Vertex v, Sums&) { direction[v] = residual[v] + turn * direction[v]; });
    result.residual = sums.b;
    ++result.passes;
    report_settling(workers.context().report, first_residual, result.residual * (1 - damping),
                    options.tolerance);
  }
  scale_to_one(rank);
  result.residual *= 1 - damping;
  return result;
}

PageRank directed_page_rank(const Csr& in, const PageRankOptions& options, Workers& workers) {
  PageRank result;
  const Vertex size = in.size();
  if (size == 0) return result;
  std::vector<double> inverse(size);  // 1 / the sum of weights of outgoing arcs
  for (std::size_t i = 0; i < in.arc_count(); ++i) inverse[in.to[i]] += in.weight_of(i);
  for (double& value : inverse) value = value > 0 ? 1 / value : 0;
  const std::vector<double> start = start_of(options, size);
  const Rows rows(in, workers);

  std::vector<double>& rank = result.rank;
  rank = start;
  std::vector<double> handed(size);
  result.residual = 1;
  while (result.residual >= options.tolerance && result.passes < options.most_passes) {
    const double lost = rows.sum([&](Vertex v, Sums& sum) {
                              handed[v] = rank[v] * inverse[v];
                              if (inverse[v] == 0) sum.a += rank[v];
                            })
                            .a;
    const double anew = 1 - options.damping + options.damping * lost;
    result.residual = rows.sum([&](Vertex v, Sums& sum) {
                            const double next =
                                anew * start[v] + options.damping * gather(in, v, handed);
                            sum.a += std::abs(next - rank[v]);
                            rank[v] = next;
                          })
                          .a;
    ++result.passes;
    report_settling(workers.context().report, 1, result.residual, options.tolerance);
  }
  scale_to_one(rank);
  return result;
}

}  // namespace oscegraph
