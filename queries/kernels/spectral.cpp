// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/kernels/spectral.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace oscegraph {
namespace {

/// result = A values, each row in order.
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

double length(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value * value;
  return std::sqrt(sum);
}

/// Scales to sum 1; leaves zeros alone.
void scale_sum(std::vector<double>& values) {
  const double sum = std::accumulate(values.begin(), values.end(), 0.0);
  if (sum > 0)
    for (double& value : values) value /= sum;
}

double change(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += std::abs(a[i] - b[i]);
  return sum;
}

}  // namespace

Eigenvector eigenvector_centrality(const Csr& in, const FixedPointOptions& options,
                                   Workers& workers) {
  Eigenvector result;
  const auto size = static_cast<double>(in.size());
  result.value.assign(in.size(), in.arc_count() > 0 ? 1 : 0);
  if (in.arc_count() == 0) return result;
  std::vector<double> next(in.size());
  result.converged = false;
  while (!result.converged && result.passes < options.most_passes) {
    multiply(in, result.value, next, workers);
    ++result.passes;
    const double before = length(result.value);
    const double grown = length(next);
    if (grown == 0) {  // the arcs have run out: no cycle
      std::ranges::fill(result.value, 0.0);
      result.eigenvalue = 0;
      result.converged = true;
      return result;
    }
    result.eigenvalue = grown / before;
    const double shift = result.eigenvalue / 2;
    for (Vertex v = 0; v < in.size(); ++v) next[v] += shift * result.value[v];
    const double most = largest(next);
    for (double& value : next) value /= most;
    result.converged = change(next, result.value) < options.tolerance * size;
    result.value.swap(next);
  }
  // Scores of components with a smaller eigenvalue have died away but for rounding.
  for (double& value : result.value)
    if (value < options.tolerance) value = 0;
  return result;
}

Eigenvector katz_centrality(const Csr& in, std::optional<double> attenuation,
                            const FixedPointOptions& options, Workers& workers) {
  double factor = 0;
  if (attenuation) {
    factor = *attenuation;
  } else {
    const Eigenvector first = eigenvector_centrality(in, options, workers);
    factor = first.eigenvalue > 0 ? 0.85 / first.eigenvalue : 0.85;
  }
  Eigenvector result;
  result.eigenvalue = factor > 0 ? 0.85 / factor : 0;
  result.value.assign(in.size(), 1);
  std::vector<double> next(in.size());
  result.converged = in.arc_count() == 0;
  while (!result.converged && result.passes < options.most_passes) {
    multiply(in, result.value, next, workers);
    for (double& value : next) value = 1 + factor * value;
    ++result.passes;
    result.converged = change(next, result.value) <
                       options.tolerance * static_cast<double>(in.size()) * largest(next);
    result.value.swap(next);
  }
  const double most = largest(result.value);
  for (double& value : result.value) value /= most;
  return result;
}

HubsAndAuthorities hubs_and_authorities(const Csr& out, const Csr& in,
                                        const FixedPointOptions& options, Workers& workers) {
  HubsAndAuthorities result;
  result.hub.assign(out.size(), 1);
  result.authority.assign(out.size(), 0);
  std::vector<double> next(out.size());
  scale_sum(result.hub);
  result.converged = out.arc_count() == 0;
  if (result.converged) std::ranges::fill(result.hub, 0.0);
  while (!result.converged && result.passes < options.most_passes) {
    multiply(in, result.hub, result.authority, workers);
    scale_sum(result.authority);
    multiply(out, result.authority, next, workers);
    scale_sum(next);
    ++result.passes;
    result.converged = change(next, result.hub) < options.tolerance;
    result.hub.swap(next);
  }
  return result;
}

}  // namespace oscegraph
