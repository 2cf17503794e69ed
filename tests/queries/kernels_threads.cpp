// SPDX-License-Identifier: Apache-2.0
//
// Tests that kernels give bitwise equal results with 1, 2 and 3 threads and with every level of
// vector instructions. The graph is large enough to run all parallel code.
#include <boost/test/unit_test.hpp>

#include "oscegraph/queries/kernels/communities/louvain.hpp"
#include "oscegraph/queries/kernels/paths/betweenness.hpp"
#include "oscegraph/queries/kernels/paths/distance_sums.hpp"
#include "oscegraph/queries/kernels/paths/path_sums.hpp"
#include "oscegraph/queries/kernels/paths/sampled_betweenness.hpp"
#include "oscegraph/queries/kernels/spectra/page_rank.hpp"
#include "oscegraph/queries/kernels/spectra/spectral.hpp"
#include "oscegraph/queries/kernels/structure/structural_holes.hpp"
#include "oscegraph/queries/kernels/structure/triangles.hpp"
#include "oscegraph/tests/queries/slow_measures.hpp"

namespace oscegraph::testing {
namespace {

/// A few hubs, many nodes with few edges, some nodes without: 6,000 nodes, 15,000 edges.
std::vector<Arc> donor_network() {
  constexpr Vertex size = 6000;
  std::vector<Arc> arcs = random_arcs(size, Shape::trees, 9);
  const std::vector<Arc> more = random_arcs(size, Shape::hubs, 4);
  arcs.insert(arcs.end(), more.begin(), more.begin() + 4000);
  std::erase_if(arcs, [](const Arc& arc) { return (arc.from < 5700) != (arc.to < 5700); });
  return arcs;
}

const Csr& undirected() {
  static const Csr graph = make_undirected_csr(6000, donor_network(), Weighted::no);
  return graph;
}
const Csr& weighted() {
  static const Csr graph = make_undirected_csr(6000, donor_network(), Weighted::yes);
  return graph;
}
const Csr& outward() {
  static const Csr graph = make_csr(6000, donor_network(), Weighted::no);
  return graph;
}
const Csr& inward() {
  static const Csr graph = transposed(outward());
  return graph;
}

/// Checks that measure(workers) returns equal values for 1, 2 and 3 workers.
template <typename Measure>
void check_threads(Measure measure) {
  Workers one(1);
  const auto wanted = measure(one);
  for (const unsigned count : {2U, 3U}) {
    Workers workers(count);
    BOOST_TEST((measure(workers) == wanted), "differs with " << count << " threads");
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(threads)

BOOST_AUTO_TEST_CASE(betweenness) {
  check_threads([](Workers& w) { return undirected_betweenness(undirected(), w); });
  check_threads([](Workers& w) { return directed_betweenness(outward(), inward(), w); });
  check_threads([](Workers& w) {
    return sampled_betweenness(undirected(), undirected(), {.epsilon = 0.1}, w).value;
  });
}

BOOST_AUTO_TEST_CASE(distances) {
  check_threads([](Workers& w) { return undirected_distance_sums(undirected(), w).harmonic; });
  check_threads([](Workers& w) { return undirected_distance_sums(undirected(), w).total; });
  check_threads([](Workers& w) { return directed_distance_sums(outward(), inward(), w).total; });
}

BOOST_AUTO_TEST_CASE(scored_paths) {
  const Csr graph = make_undirected_csr(300, random_arcs(300, Shape::dense, 2), Weighted::yes);
  check_threads([&](Workers& w) { return path_sums(graph, ScoreArcs::yes, w).arc_betweenness; });
  std::vector<std::uint64_t> strengths;
  for (const double weight : graph.weight) strengths.push_back(static_cast<std::uint64_t>(weight));
  check_threads(
      [&](Workers& w) { return path_sums(graph, strengths, ScoreArcs::yes, w).arc_betweenness; });
}

BOOST_AUTO_TEST_CASE(ranks) {
  check_threads([](Workers& w) { return undirected_page_rank(weighted(), {}, w).rank; });
  check_threads([](Workers& w) { return directed_page_rank(inward(), {}, w).rank; });
  check_threads([](Workers& w) { return eigenvector_centrality(undirected(), {}, w).value; });
}

BOOST_AUTO_TEST_CASE(structure) {
  check_threads([](Workers& w) { return triangles(undirected(), w); });
  check_threads([](Workers& w) { return structural_holes(weighted(), w).constraint.at(17); });
}

BOOST_AUTO_TEST_CASE(communities) {
  for (const std::uint64_t seed : {0U, 7U}) {
    check_threads([&](Workers& w) { return louvain(weighted(), {.seed = seed}, w).partition.of; });
    check_threads([&](Workers& w) { return leiden(undirected(), {.seed = seed}, w).partition.of; });
  }
}

BOOST_AUTO_TEST_CASE(vector_levels_agree) {
  Workers workers(2);
  const auto wanted = undirected_betweenness(undirected(), workers, Simd::baseline);
  const auto directed = directed_betweenness(outward(), inward(), workers, Simd::baseline);
  const auto sums = undirected_distance_sums(undirected(), workers, Simd::baseline);
  for (const Simd level : simd_levels()) {
    BOOST_TEST_CONTEXT(name_of(level)) {
      BOOST_TEST((undirected_betweenness(undirected(), workers, level) == wanted));
      BOOST_TEST((directed_betweenness(outward(), inward(), workers, level) == directed));
      const auto got = undirected_distance_sums(undirected(), workers, level);
      BOOST_TEST((got.total == sums.total));
      BOOST_TEST((got.harmonic == sums.harmonic));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace oscegraph::testing
