// SPDX-License-Identifier: Apache-2.0
//
// Computes the measures of walks of any length: eigenvector centrality, Katz, PageRank, hubs and
// authorities. Their values are fixed points of an iteration; if it has not settled, a remark says
// so.
#include "oscegraph/queries/kernels/spectra/page_rank.hpp"
#include "oscegraph/queries/measures/measure_functions.hpp"
#include "oscegraph/queries/measures/measure_input.hpp"

namespace oscegraph {

std::vector<double> eigenvector(MeasureInput& input) {
  Eigenvector result = eigenvector_centrality(input.graph.in(), {}, input.workers);
  input.note_unless(result.converged, result.passes, "eigenvector centrality");
  return std::move(result.value);
}

std::vector<double> katz(MeasureInput& input, ParameterValues parameters) {
  const KatzOptions options{.share = parameters[0]};
  Eigenvector result = katz_centrality(input.graph.in(), options, {}, input.workers);
  input.note_unless(result.converged, result.passes, "Katz centrality");
  return std::move(result.value);
}

std::vector<double> pagerank(MeasureInput& input, ParameterValues parameters) {
  PageRankOptions options;
  options.damping = parameters[0];
  options.tolerance = 1e-10;
  if (!input.options.start.empty()) {
    options.start.assign(input.graph.size(), 0);
    for (const NodeId n : input.options.start) options.start[input.graph.place[n]] = 1;
  }
  PageRank result = input.directed()
                        ? directed_page_rank(input.graph.in(), options, input.workers)
                        : undirected_page_rank(input.graph.out, options, input.workers);
  input.note_unless(result.residual <= options.tolerance, result.passes, "PageRank");
  return std::move(result.rank);
}

std::vector<double> hub(MeasureInput& input) { return input.hits().hub; }
std::vector<double> authority(MeasureInput& input) { return input.hits().authority; }

}  // namespace oscegraph
