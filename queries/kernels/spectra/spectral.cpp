// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/kernels/spectra/spectral.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>

#include "oscegraph/queries/kernels/spectra/largest_eigenvalue.hpp"

namespace oscegraph {
namespace {

/// result = A values; each row is added in its order.
void multiply(const Csr& rows, const std::vector<double>& values, std::vector<double>& result,
              Workers& workers) {
  workers.pieces(rows.size(), 512, [&](std::size_t first, std::size_t last, unsigned) {
    for (auto v = static_cast<Vertex>(first); v < last; ++v) {
      double sum = 0;
      for (std::uint32_t i = rows.begin[v]; i < rows.begin[v + 1]; ++i)
        sum += rows.weight_of(i) * values[rows.to[i]];
      result[v] = sum;
    }
  });
}

double largest(const std::vector<double>& values) {
  double most = 0;
  for (const double value : values) most = std::max(most, value);
  return most;
}

/// The Rayleigh quotient x (Ax) / x x, over the nodes that `counts` marks.
double quotient(const std::vector<double>& image, const std::vector<double>& values,
                const std::vector<bool>& counts) {
  double product = 0;
  double square = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!counts[i]) continue;
    product += values[i] * image[i];
    square += values[i] * values[i];
  }
  return product / square;
}

/// Scales to sum 1; does nothing when all values are 0.
void scale_sum(std::vector<double>& values) {
  const double sum = std::accumulate(values.begin(), values.end(), 0.0);
  if (sum > 0)
    for (double& value : values) value /= sum;
}

/// The mean relative change of the values: a small value may contribute much to a large one over a
/// strong arc, so it must be as exact. Values of 0 no longer change. `counts`, unless empty, marks
/// the nodes to include.
double change(const std::vector<double>& now, const std::vector<double>& before,
              const std::vector<bool>& counts = {}) {
  double sum = 0;
  for (std::size_t i = 0; i < now.size(); ++i)
    if (now[i] > 0 && (counts.empty() || counts[i])) sum += std::abs(now[i] - before[i]) / now[i];
  return sum / static_cast<double>(now.size());
}

/// Estimates how far an iteration is from its limit: the last change times r + r^2 + ... = r / (1 -
/// r), where r is the factor by which changes shrink. The last change alone is not enough: in an
/// iteration that converges slowly it is small long before the end.
class Settling {
  static constexpr double rounding = 1e-15;

 public:
  /// Takes the relative change of one pass; returns the remaining distance, infinite while changes
  /// grow.
  double after(double change) {
    const double shrinks = last_ > 0 ? change / last_ : 1;
    last_ = change;
    if (change <= rounding) return change;
    return shrinks < 1 ? change * std::max(1.0, shrinks / (1 - shrinks))
                       : std::numeric_limits<double>::infinity();
  }

 private:
  double last_ = 0;
};

/// Which nodes get a score. `fed`: a part with the largest eigenvalue contains the node or leads to
/// it. `joined`: the node is fed or leads to such a part. The score of all other nodes becomes 0.
struct Reach {
  std::vector<bool> fed;
  std::vector<bool> joined;
};

/// A row of `in` lists the nodes that a node takes from; parts are numbered along the arcs.
Reach reach_of(const Csr& in, const StrongParts& parts, const std::vector<Vertex>& largest) {
  Reach reach{std::vector<bool>(in.size()), {}};
  for (const Vertex p : largest)
    for (const Vertex v : parts.part(p)) reach.fed[v] = true;
  reach.joined = reach.fed;
  for (Vertex p = 0; p < parts.count(); ++p) {
    const auto nodes = parts.part(p);
    const bool fed = std::ranges::any_of(nodes, [&](Vertex v) {
      return reach.fed[v] ||
             std::ranges::any_of(in.row(v), [&](Vertex u) { return bool{reach.fed[u]}; });
    });
    if (fed)
      for (const Vertex v : nodes) reach.fed[v] = true;
  }
  for (Vertex p = parts.count(); p-- > 0;) {
    const auto nodes = parts.part(p);
    if (!std::ranges::any_of(nodes, [&](Vertex v) { return bool{reach.joined[v]}; })) continue;
    for (const Vertex v : nodes) {
      reach.joined[v] = true;
      for (const Vertex u : in.row(v)) reach.joined[u] = true;
    }
  }
  for (Vertex v = 0; v < in.size(); ++v)
    if (reach.fed[v]) reach.joined[v] = true;
  return reach;
}

}  // namespace

std::size_t most_passes(const FixedPointOptions& options, const Csr& graph) {
  constexpr std::size_t work = 200'000'000;
  const std::size_t affordable = work / (graph.size() + graph.arc_count() + 1);
  return std::max(options.most_passes, std::min<std::size_t>(affordable, 1'000'000));
}

Eigenvector eigenvector_centrality(const Csr& in, const FixedPointOptions& options,
                                   Workers& workers) {
  Eigenvector result;
  result.value.assign(in.size(), 0);
  const StrongParts parts = strong_parts(in, workers.context());
  const std::size_t most = most_passes(options, in);
  const LargestEigenvalue eigenvalue =
      largest_eigenvalue(in, parts, EigenvalueGoal::parts, most, workers);
  result.eigenvalue = eigenvalue.value;
  if (eigenvalue.parts.empty()) return result;  // no cycle
  const Reach reach = reach_of(in, parts, eigenvalue.parts);
  for (Vertex v = 0; v < in.size(); ++v) result.value[v] = reach.joined[v] ? 1 : 0;
  std::vector<double> next(in.size());
  const double shift = eigenvalue.value / 2;
  Settling settling;
  result.converged = false;
  while (!result.converged && result.passes < most) {
    multiply(in, result.value, next, workers);
    ++result.passes;
    result.eigenvalue = quotient(next, result.value, reach.fed);
    for (Vertex v = 0; v < in.size(); ++v) next[v] += shift * result.value[v];
    const double highest = largest(next);
    for (double& value : next) value /= highest;
    // Only fed nodes count: the scores of nodes that only lead to the largest parts go to 0.
    result.error = settling.after(change(next, result.value, reach.fed));
    result.converged = result.error < options.tolerance;
    result.value.swap(next);
  }
  for (Vertex v = 0; v < in.size(); ++v)
    if (!reach.fed[v]) result.value[v] = 0;
  const double highest = largest(result.value);
  for (double& value : result.value) value /= highest;
  return result;
}

namespace {

/// A number that may be too large for a double: value * 2^power.
struct Scaled {
  double value = 0;
  std::int64_t power = 0;

  void add(double more, std::int64_t more_power) {
    if (more == 0) return;
    if (value == 0 || more_power > power) {
      value = value == 0 ? 0 : shifted(value, power - more_power);
      power = more_power;
      value += more;
    } else {
      value += shifted(more, more_power - power);
    }
    int extra = 0;
    value = std::frexp(value, &extra);
    power += extra;
  }
  static double shifted(double value, std::int64_t by) {
    return std::ldexp(value, static_cast<int>(std::max<std::int64_t>(by, -5000)));
  }
};

/// Katz centrality of a graph without cycles: in topological order each value follows from earlier
/// ones.
std::vector<double> katz_without_cycles(const Csr& in, const StrongParts& parts, double factor) {
  std::vector<Scaled> values(in.size());
  std::int64_t highest = 0;
  for (const Vertex v : parts.nodes) {
    values[v].add(1, 0);
    for (std::uint32_t i = in.begin[v]; i < in.begin[v + 1]; ++i)
      values[v].add(factor * in.weight_of(i) * values[in.to[i]].value, values[in.to[i]].power);
    highest = std::max(highest, values[v].power);
  }
  std::vector<double> result;
  for (const Scaled& scaled : values)
    result.push_back(Scaled::shifted(scaled.value, scaled.power - highest));
  return result;
}

}  // namespace

Eigenvector katz_centrality(const Csr& in, const KatzOptions& katz,
                            const FixedPointOptions& options, Workers& workers) {
  const std::size_t most = most_passes(options, in);
  const StrongParts parts = strong_parts(in, workers.context());
  double factor = katz.attenuation.value_or(katz.share);
  bool certain = true;
  if (!katz.attenuation) {
    const LargestEigenvalue first =
        largest_eigenvalue(in, parts, EigenvalueGoal::value, most, workers);
    if (first.value > 0) factor = katz.share / first.value;
    certain = first.converged;
  }
  Eigenvector result;
  result.eigenvalue = factor > 0 ? katz.share / factor : 0;
  result.value.assign(in.size(), 1);
  std::vector<double> next(in.size());
  double own = 1;  // the constant term; scaled down with the values when they grow too large
  Settling settling;
  result.converged = parts.count() == in.size();
  if (result.converged) result.value = katz_without_cycles(in, parts, factor);
  while (!result.converged && result.passes < most && own > 0) {
    multiply(in, result.value, next, workers);
    for (double& value : next) value = own + factor * value;
    ++result.passes;
    const double highest = largest(next);
    result.error = settling.after(change(next, result.value));
    result.converged = result.error < options.tolerance;
    result.value.swap(next);
    if (highest < 1e200) continue;
    own *= 1e-200;
    for (double& value : result.value) value *= 1e-200;
  }
  result.converged = result.converged && certain;
  const double highest = largest(result.value);
  for (double& value : result.value) value /= highest;
  return result;
}

namespace {

/// A graph with every node twice, as hub v and as authority size + v; a hub and an authority are
/// joined where the hub has an arc to the authority.
Csr hubs_beside_authorities(const Csr& out, const Csr& in) {
  Csr both;
  const Vertex size = out.size();
  const auto append = [&](const Csr& half, Vertex other) {
    const std::uint32_t before = both.begin.back();
    for (Vertex v = 0; v < size; ++v) both.begin.push_back(before + half.begin[v + 1]);
    for (const Vertex u : half.to) both.to.push_back(other + u);
    both.weight.insert(both.weight.end(), half.weight.begin(), half.weight.end());
  };
  append(out, size);
  append(in, 0);
  return both;
}

}  // namespace

HubsAndAuthorities hubs_and_authorities(const Csr& out, const Csr& in,
                                        const FixedPointOptions& options, Workers& workers) {
  HubsAndAuthorities result;
  result.hub.assign(out.size(), 0);
  result.authority.assign(out.size(), 0);
  if (out.arc_count() == 0) return result;
  const std::size_t most = most_passes(options, out);
  const Csr both = hubs_beside_authorities(out, in);
  const StrongParts parts = strong_parts(both, workers.context());
  for (const Vertex p : largest_eigenvalue(both, parts, EigenvalueGoal::parts, most, workers).parts)
    for (const Vertex v : parts.part(p))
      if (v < out.size()) result.hub[v] = 1;
  scale_sum(result.hub);
  std::vector<double> next(out.size());
  Settling settling;
  result.converged = false;
  while (!result.converged && result.passes < most) {
    multiply(in, result.hub, result.authority, workers);
    scale_sum(result.authority);
    multiply(out, result.authority, next, workers);
    scale_sum(next);
    ++result.passes;
    result.error = settling.after(change(next, result.hub));
    result.converged = result.error < options.tolerance;
    result.hub.swap(next);
  }
  return result;
}

}  // namespace oscegraph
