// SPDX-License-Identifier: Apache-2.0
//
// Tests kernels by comparison with slow references (slow_measures.hpp), on every graph of up to
// four nodes, and on random graphs with hubs, trees, several components, loops and parallel edges.
#include <boost/test/unit_test.hpp>
#include <set>

#include "oscegraph/queries/kernels/communities/participation.hpp"
#include "oscegraph/queries/kernels/paths/arc_lengths.hpp"
#include "oscegraph/queries/kernels/paths/betweenness.hpp"
#include "oscegraph/queries/kernels/paths/distance_sums.hpp"
#include "oscegraph/queries/kernels/paths/inverse_sums.hpp"
#include "oscegraph/queries/kernels/paths/path_sums.hpp"
#include "oscegraph/queries/kernels/paths/sampled_betweenness.hpp"
#include "oscegraph/queries/kernels/spectra/page_rank.hpp"
#include "oscegraph/queries/kernels/spectra/spectral.hpp"
#include "oscegraph/queries/kernels/structure/components.hpp"
#include "oscegraph/queries/kernels/structure/core_numbers.hpp"
#include "oscegraph/queries/kernels/structure/cuts.hpp"
#include "oscegraph/queries/kernels/structure/max_flow.hpp"
#include "oscegraph/queries/kernels/structure/steiner_tree.hpp"
#include "oscegraph/queries/kernels/structure/strong_parts.hpp"
#include "oscegraph/queries/kernels/structure/structural_holes.hpp"
#include "oscegraph/queries/kernels/structure/triangles.hpp"
#include "oscegraph/queries/kernels/structure/twins.hpp"
#include "oscegraph/tests/queries/slow_measures.hpp"

namespace oscegraph::testing {
namespace {

void check_near(const std::vector<double>& got, const std::vector<double>& wanted,
                double tolerance = 1e-9) {
  BOOST_REQUIRE_EQUAL(got.size(), wanted.size());
  for (std::size_t i = 0; i < got.size(); ++i)
    BOOST_REQUIRE_MESSAGE(std::abs(got[i] - wanted[i]) <= tolerance * (1 + std::abs(wanted[i])),
                          "at " << i << ": " << got[i] << ", wanted " << wanted[i]);
}

void check_distance_sums(const Csr& graph, const DistanceSums& sums) {
  const Matrix d = slow_distances(graph);
  for (Vertex v = 0; v < graph.size(); ++v) {
    std::uint64_t reached = 0;
    double total = 0;
    double harmonic = 0;
    for (Vertex u = 0; u < graph.size(); ++u) {
      if (u == v || d[v][u] == slow_far) continue;
      ++reached;
      total += d[v][u];
      harmonic += 1 / d[v][u];
    }
    BOOST_REQUIRE_EQUAL(sums.reached[v], reached);
    BOOST_REQUIRE_EQUAL(static_cast<double>(sums.total[v]), total);
    BOOST_REQUIRE_SMALL(sums.harmonic[v] - harmonic, 1e-9);
  }
}

void check_cuts(const Csr& graph) {
  const Cuts cuts = find_cuts(graph);
  const std::size_t whole = slow_component_count(graph);
  for (Vertex v = 0; v < graph.size(); ++v) {
    const std::size_t without = slow_component_count(graph, v);
    BOOST_REQUIRE_EQUAL(cuts.splits[v], without > whole ? without - whole : 0);
  }
  std::set<std::pair<Vertex, Vertex>> bridges;
  for (const Arc& arc : cuts.bridges) bridges.emplace(arc.from, arc.to);
  for (Vertex v = 0; v < graph.size(); ++v)
    for (const Vertex u : graph.row(v)) {
      if (u < v) continue;
      std::vector<Arc> rest;
      for (Vertex a = 0; a < graph.size(); ++a)
        for (const Vertex b : graph.row(a))
          if (a < b && (a != v || b != u)) rest.push_back({a, b, 1});
      const Csr smaller = make_undirected_csr(graph.size(), rest, Weighted::no);
      BOOST_REQUIRE_EQUAL(bridges.contains({v, u}), slow_component_count(smaller) > whole);
    }
}

void check_strong_parts(const Csr& graph) {
  const StrongParts parts = strong_parts(graph);
  const auto reaches = slow_reach(graph);
  for (Vertex v = 0; v < graph.size(); ++v)
    for (Vertex u = 0; u < graph.size(); ++u)
      BOOST_REQUIRE_EQUAL(parts.of[v] == parts.of[u], reaches[v][u] && reaches[u][v]);
  for (Vertex v = 0; v < graph.size(); ++v)
    for (const Vertex u : graph.row(v)) BOOST_REQUIRE(parts.of[u] <= parts.of[v]);
  std::vector<Vertex> listed(parts.nodes);
  std::ranges::sort(listed);
  BOOST_REQUIRE_EQUAL(listed.size(), graph.size());
  for (Vertex v = 0; v < graph.size(); ++v) BOOST_REQUIRE_EQUAL(listed[v], v);
  for (Vertex p = 0; p < parts.count(); ++p)
    for (const Vertex v : parts.part(p)) BOOST_REQUIRE_EQUAL(parts.of[v], p);
}

void check_triangles(const Csr& graph, Workers& workers) {
  const Matrix arc = matrix_of(graph);
  const auto counts = triangles(graph, workers);
  for (Vertex v = 0; v < graph.size(); ++v) {
    std::uint64_t wanted = 0;
    for (const Vertex a : graph.row(v))
      for (const Vertex b : graph.row(v)) wanted += a < b && arc[a][b] > 0 ? 1 : 0;
    BOOST_REQUIRE_EQUAL(counts[v], wanted);
  }
}

void check_structural_holes(const Csr& graph, Workers& workers) {
  const Matrix arc = matrix_of(graph);
  const auto n = arc.size();
  Matrix p = arc;
  Matrix m = arc;
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j) {
      p[i][j] /= std::accumulate(arc[i].begin(), arc[i].end(), 0.0);
      m[i][j] /= *std::ranges::max_element(arc[i]);
    }
  const StructuralHoles holes = structural_holes(graph, workers);
  for (std::size_t i = 0; i < n; ++i) {
    if (graph.degree(static_cast<Vertex>(i)) == 0) {
      BOOST_REQUIRE(std::isnan(holes.constraint[i]) && std::isnan(holes.effective_size[i]));
      continue;
    }
    double constraint = 0;
    double size = 0;
    for (std::size_t j = 0; j < n; ++j) {
      if (arc[i][j] == 0) continue;
      double indirect = 0;
      double redundant = 0;
      for (std::size_t q = 0; q < n; ++q) {
        if (arc[i][q] == 0 || arc[q][j] == 0) continue;
        indirect += p[i][q] * p[q][j];
        redundant += p[i][q] * m[j][q];
      }
      constraint += (p[i][j] + indirect) * (p[i][j] + indirect);
      size += 1 - redundant;
    }
    BOOST_REQUIRE_SMALL(holes.constraint[i] - constraint, 1e-9);
    BOOST_REQUIRE_SMALL(holes.effective_size[i] - size, 1e-9);
  }
}

void check_undirected(const Csr& graph, Workers& workers) {
  check_near(undirected_betweenness(graph, workers), slow_betweenness(graph));
  check_distance_sums(graph, undirected_distance_sums(graph, workers));
  check_cuts(graph);
  check_triangles(graph, workers);
  check_structural_holes(graph, workers);
  BOOST_REQUIRE(components(graph) == slow_components(graph));
  BOOST_REQUIRE(core_numbers(graph) == slow_core_numbers(graph));
  PageRankOptions options;
  options.tolerance = 1e-12;
  check_near(undirected_page_rank(graph, options, workers).rank, slow_page_rank(graph, 0.85), 1e-9);
  check_near(directed_page_rank(graph, options, workers).rank, slow_page_rank(graph, 0.85), 1e-9);
}

void check_directed(const Csr& out, Workers& workers) {
  const Csr in = transposed(out);
  check_near(directed_betweenness(out, in, workers), slow_betweenness(out));
  check_distance_sums(out, directed_distance_sums(out, in, workers));
  check_strong_parts(out);
  PageRankOptions options;
  options.tolerance = 1e-12;
  check_near(directed_page_rank(in, options, workers).rank, slow_page_rank(out, 0.85), 1e-9);
}

/// Precondition: the weights of `lengths` are the lengths of its arcs.
void check_path_sums(const PathSums& sums, const Csr& lengths) {
  check_near(sums.betweenness, slow_betweenness(lengths));
  check_near(sums.arc_betweenness, slow_arc_betweenness(lengths));
  const Matrix d = slow_distances(lengths);
  for (Vertex v = 0; v < lengths.size(); ++v) {
    double total = 0;
    double harmonic = 0;
    for (Vertex u = 0; u < lengths.size(); ++u) {
      if (u == v || d[v][u] == slow_far) continue;
      total += d[v][u];
      harmonic += 1 / d[v][u];
    }
    BOOST_REQUIRE_SMALL(sums.total[v] - total, 1e-9);
    BOOST_REQUIRE_SMALL(sums.harmonic[v] - harmonic, 1e-9);
  }
}

/// Precondition: the weights of `graph` are strengths.
void check_paths(const Csr& graph, Workers& workers) {
  if (!graph.weighted()) check_path_sums(path_sums(graph, ScoreArcs::yes, workers), graph);
  std::vector<std::uint64_t> strengths;
  Csr lengths = graph;
  lengths.weight.clear();
  for (std::size_t i = 0; i < graph.arc_count(); ++i) {
    strengths.push_back(static_cast<std::uint64_t>(graph.weight_of(i)));
    lengths.weight.push_back(1 / graph.weight_of(i));
  }
  check_path_sums(path_sums(graph, strengths, ScoreArcs::yes, workers), lengths);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(kernels)

BOOST_AUTO_TEST_CASE(every_small_undirected_graph) {
  Workers workers(1);
  for_all_graphs(4, false, [&](const Csr& graph) { check_undirected(graph, workers); });
}

BOOST_AUTO_TEST_CASE(every_small_directed_graph) {
  Workers workers(1);
  for_all_graphs(4, true, [&](const Csr& graph) { check_directed(graph, workers); });
}

BOOST_AUTO_TEST_CASE(every_small_graph_with_scored_arcs) {
  Workers workers(1);
  for_all_graphs(4, true, [&](const Csr& graph) { check_paths(graph, workers); });
}

BOOST_AUTO_TEST_CASE(random_undirected_graphs) {
  Workers workers(2);
  for_random_graphs(false, Weighted::no,
                    [&](const Csr& graph) { check_undirected(graph, workers); });
}

BOOST_AUTO_TEST_CASE(random_directed_graphs) {
  Workers workers(2);
  for_random_graphs(true, Weighted::no, [&](const Csr& graph) { check_directed(graph, workers); });
}

BOOST_AUTO_TEST_CASE(random_weighted_graphs) {
  Workers workers(2);
  const auto check = [&](const Csr& graph) {
    check_paths(graph, workers);
    check_structural_holes(make_undirected_csr(graph.size(), {}, Weighted::yes), workers);
  };
  for_random_graphs(true, Weighted::yes, check);
  for_random_graphs(false, Weighted::yes, [&](const Csr& graph) {
    check(graph);
    check_structural_holes(graph, workers);
    PageRankOptions options;
    options.tolerance = 1e-12;
    options.start.assign(graph.size(), 0);
    options.start[1] = 3;
    std::vector<double> start = options.start;
    start[1] = 1;
    check_near(undirected_page_rank(graph, options, workers).rank,
               slow_page_rank(graph, 0.85, start));
    check_near(directed_page_rank(graph, options, workers).rank,
               slow_page_rank(graph, 0.85, start));
  });
}

/// A chain of squares: 0 - {1, 2} - 3 - {4, 5} - 6 ..., in which all arcs have the same strength.
Csr chain_of_squares(Vertex squares) {
  std::vector<Arc> arcs;
  for (Vertex i = 0; i < squares; ++i)
    for (const Vertex side : {1U, 2U}) {
      arcs.push_back({3 * i, 3 * i + side});
      arcs.push_back({3 * i + side, 3 * i + 3});
    }
  return make_undirected_csr(3 * squares + 1, std::move(arcs), Weighted::no);
}

BOOST_AUTO_TEST_CASE(more_paths_than_a_double_counts) {
  Workers workers(2);
  constexpr Vertex squares = 1200;  // 2^1200 shortest paths from end to end
  const Csr graph = chain_of_squares(squares);
  const std::vector<std::uint64_t> strengths(graph.arc_count(), 7);
  for (const PathSums& sums : {path_sums(graph, ScoreArcs::no, workers),
                               path_sums(graph, strengths, ScoreArcs::no, workers)}) {
    // All paths between the two sides of a joint go through it, and so do half of the paths between
    // the two side nodes of each square next to it.
    const double half = 1.5 * squares;
    BOOST_TEST(sums.betweenness[3 * (squares / 2)] == 2 * half * half + 2,
               boost::test_tools::tolerance(1e-12));
    // The two side nodes of a square have the same value.
    BOOST_TEST(sums.betweenness[1] == sums.betweenness[2], boost::test_tools::tolerance(1e-12));
  }
}

BOOST_AUTO_TEST_CASE(equally_long_whatever_the_rounding) {
  Workers workers(1);
  // From 0 to 3 through 1 or through 2: the same strengths in reverse order, whose common multiple
  // does not fit 128 bits. The other arcs only make the common multiple large.
  const std::vector<std::uint64_t> primes{999'999'999'989, 999'999'999'961, 999'999'999'959,
                                          999'999'999'937, 999'999'999'899, 999'999'999'877};
  std::vector<Arc> arcs{{0, 1}, {0, 2}, {1, 3}, {2, 3}, {3, 4}, {4, 5}, {5, 6}, {6, 7}};
  const Csr graph = make_csr(8, arcs, Weighted::no);
  const std::vector<std::uint64_t> tied{primes[0], primes[1], primes[1], primes[0],
                                        primes[2], primes[3], primes[4], primes[5]};
  const PathSums sums = path_sums(graph, tied, ScoreArcs::yes, workers);
  BOOST_TEST(sums.betweenness[1] == 2.5);
  BOOST_TEST(sums.betweenness[2] == 2.5);
  // One part in 10^12 longer: no tie.
  std::vector<std::uint64_t> other = tied;
  other[3] = primes[0] - 1;
  const PathSums apart = path_sums(graph, other, ScoreArcs::yes, workers);
  BOOST_TEST(apart.betweenness[1] == 5);
  BOOST_TEST(apart.betweenness[2] == 0);
}

BOOST_AUTO_TEST_CASE(sums_of_inverses) {
  BOOST_TEST((compare_inverse_sums({2}, {3, 6}) == 0));
  BOOST_TEST((compare_inverse_sums({2, 7, 7}, {7, 6, 3, 7}) == 0));
  BOOST_TEST((compare_inverse_sums({}, {}) == 0));
  BOOST_TEST((compare_inverse_sums({}, {5}) < 0));
  constexpr std::uint64_t large = ~std::uint64_t{0};
  BOOST_TEST((compare_inverse_sums({large, large - 1}, {large, large}) > 0));
  BOOST_TEST((compare_inverse_sums({large - 1, large - 1}, {large, large - 2}) < 0));
}

BOOST_AUTO_TEST_CASE(lengths_of_the_widest_strengths) {
  constexpr std::uint64_t large = ~std::uint64_t{0};
  const std::vector<std::uint64_t> strengths{1, large, large - 1, 3};
  const ChosenLengths lengths = arc_lengths(1'000'000, strengths);
  BOOST_REQUIRE(!lengths.narrow && !lengths.in_128.exact());
  for (const Wide length : lengths.in_128.length) BOOST_TEST((length > 2 * lengths.in_128.slack));
  BOOST_TEST(arc_lengths(1000, std::vector<std::uint64_t>{100, 200, 300, 1200}).in_64.exact());
}

BOOST_AUTO_TEST_CASE(a_graph_without_cycles_has_the_eigenvalue_0) {
  Workers workers(2);
  std::vector<Arc> arcs;
  for (Vertex v = 0; v < 300; ++v) arcs.push_back({v, v + 1, 1e6});
  const Csr in = transposed(make_csr(301, std::move(arcs), Weighted::yes));
  const Eigenvector none = eigenvector_centrality(in, {}, workers);
  BOOST_TEST(none.converged);
  BOOST_TEST(none.eigenvalue == 0);
  BOOST_TEST(std::ranges::count(none.value, 0.0) == 301);
  // 850,000 for each step is more than a double holds after 300.
  const Eigenvector katz = katz_centrality(in, {}, {}, workers);
  BOOST_TEST(katz.converged);
  BOOST_TEST(katz.value[300] == 1);
  BOOST_TEST(katz.value[299] * 850'000 == 1, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(katz.value[0] == 0);  // 850,000^300 times less
}

BOOST_AUTO_TEST_CASE(only_the_largest_eigenvalue_keeps_a_score) {
  Workers workers(1);
  // A triangle, a cycle of 2, and a tail behind the triangle.
  const Csr out =
      make_csr(8, {{0, 1}, {1, 2}, {2, 0}, {1, 0}, {3, 4}, {4, 3}, {2, 5}, {6, 0}}, Weighted::no);
  const StrongParts parts = strong_parts(out);
  BOOST_TEST(parts.of[0] == parts.of[2]);
  BOOST_TEST(parts.of[0] != parts.of[5]);
  BOOST_TEST(parts.of[5] < parts.of[2]);
  BOOST_TEST(parts.count() == 5U);
  const Eigenvector result = eigenvector_centrality(transposed(out), {}, workers);
  BOOST_TEST(result.converged);
  BOOST_TEST(result.value[3] == 0);
  BOOST_TEST(result.value[6] == 0);
  BOOST_TEST(result.value[5] > 0);
}

BOOST_AUTO_TEST_CASE(an_empty_graph) {
  Workers workers(2);
  const Csr graph;
  BOOST_TEST(undirected_betweenness(graph, workers).empty());
  BOOST_TEST(undirected_distance_sums(graph, workers).total.empty());
  BOOST_TEST(components(graph).empty());
  BOOST_TEST(core_numbers(graph).empty());
  BOOST_TEST(find_cuts(graph).splits.empty());
  BOOST_TEST(strong_parts(graph).count() == 0U);
  BOOST_TEST(undirected_page_rank(graph, {}, workers).rank.empty());
  BOOST_TEST(eigenvector_centrality(graph, {}, workers).value.empty());
}

BOOST_AUTO_TEST_CASE(a_long_path_is_deep_but_not_slow) {
  std::vector<Arc> arcs;
  constexpr Vertex size = 3000;
  for (Vertex v = 0; v + 1 < size; ++v) arcs.push_back({v, v + 1, 1});
  // A ladder at the end, so that folding of trees does not remove the whole path.
  arcs.push_back({0, size - 1, 1});
  const Csr ring = make_undirected_csr(size, arcs, Weighted::no);
  Workers workers(2);
  const auto sums = undirected_distance_sums(ring, workers);
  BOOST_TEST(sums.total[7] == std::uint64_t{size} * size / 4);
  const auto between = undirected_betweenness(ring, workers);
  BOOST_TEST(between[5] == between[2000], boost::test_tools::tolerance(1e-12));
}

/// Arcs 0 -> 1 -> 2 ... over a million nodes: as deep as a search can get.
std::vector<Arc> deep_path() {
  std::vector<Arc> arcs;
  for (Vertex v = 0; v + 1 < 1'000'000; ++v) arcs.push_back({v, v + 1, 1});
  return arcs;
}

BOOST_AUTO_TEST_CASE(a_million_nodes_deep) {
  const Csr path = make_undirected_csr(1'000'000, deep_path(), Weighted::no);
  const Cuts cuts = find_cuts(path);
  BOOST_TEST(cuts.bridges.size() == 999'999U);
  BOOST_TEST(std::ranges::count(cuts.splits, 1U) == 999'998);
  BOOST_TEST(std::ranges::count(core_numbers(path), 1U) == 1'000'000);
  BOOST_TEST(std::ranges::count(components(path), 0U) == 1'000'000);
  BOOST_TEST(steiner_tree(path, {0, 999'999}).size() == 999'999U);
  std::vector<Arc> arcs = deep_path();
  BOOST_TEST(strong_parts(make_csr(1'000'000, arcs, Weighted::no)).count() == 1'000'000U);
  arcs.push_back({999'999, 0, 1});
  BOOST_TEST(strong_parts(make_csr(1'000'000, arcs, Weighted::no)).count() == 1U);
}

BOOST_AUTO_TEST_CASE(searches_of_boost_can_be_stopped) {
  const Csr path = make_undirected_csr(1'000'000, deep_path(), Weighted::no);
  const Csr arrows = make_csr(1'000'000, deep_path(), Weighted::no);
  StopSource source;
  source.stop(StopReason::deadline);
  const Context context{.stop = source.token()};
  Workers workers({.stop = source.token(), .threads = 1});
  const std::vector<std::uint64_t> strengths(arrows.arc_count(), 2);
  BOOST_CHECK_THROW(find_cuts(path, context), Stopped);
  BOOST_CHECK_THROW(core_numbers(path, context), Stopped);
  BOOST_CHECK_THROW(components(path, context), Stopped);
  BOOST_CHECK_THROW(steiner_tree(path, {0, 999'999}, context), Stopped);
  BOOST_CHECK_THROW(strong_parts(arrows, context), Stopped);
  BOOST_CHECK_THROW(path_sums(arrows, ScoreArcs::no, workers), Stopped);
  BOOST_CHECK_THROW(path_sums(arrows, strengths, ScoreArcs::no, workers), Stopped);
}

BOOST_AUTO_TEST_CASE(twins_share_their_neighbours) {
  const Csr star =
      make_undirected_csr(6, {{0, 1}, {0, 2}, {0, 3}, {4, 1}, {4, 2}, {4, 3}}, Weighted::no);
  const Twins twins = merge_twins(star);
  BOOST_TEST(twins.class_of == std::vector<Vertex>({0, 1, 1, 1, 0, 2}),
             boost::test_tools::per_element());
  BOOST_TEST(twins.members == std::vector<std::uint32_t>({2, 3, 1}),
             boost::test_tools::per_element());
  BOOST_TEST(twins.graph.arc_count() == 2U);
}

BOOST_AUTO_TEST_CASE(eigenvectors_are_fixed_points) {
  Workers workers(2);
  for_random_graphs(false, Weighted::yes, [&](const Csr& graph) {
    const Eigenvector result = eigenvector_centrality(graph, {}, workers);
    BOOST_REQUIRE(result.converged);
    const Matrix arc = matrix_of(graph);
    for (Vertex v = 0; v < graph.size(); ++v) {
      double image = 0;
      for (Vertex u = 0; u < graph.size(); ++u) image += arc[v][u] * result.value[u];
      BOOST_REQUIRE_SMALL(image - result.eigenvalue * result.value[v], 1e-5 * result.eigenvalue);
    }
  });
  // A donor with three projects: a bipartite graph, on which the plain iteration does not converge.
  const Csr star = make_undirected_csr(4, {{0, 1}, {0, 2}, {0, 3}}, Weighted::no);
  const Eigenvector result = eigenvector_centrality(star, {}, workers);
  BOOST_TEST(result.eigenvalue == std::sqrt(3.0), boost::test_tools::tolerance(1e-8));
  BOOST_TEST(result.value[1] == 1 / std::sqrt(3.0), boost::test_tools::tolerance(1e-8));
}

BOOST_AUTO_TEST_CASE(katz_and_hits_are_fixed_points) {
  Workers workers(2);
  for_random_graphs(true, Weighted::no, [&](const Csr& out) {
    const Csr in = transposed(out);
    const Matrix arc = matrix_of(out);
    const Eigenvector katz = katz_centrality(in, {.attenuation = 0.05}, {}, workers);
    double scale = 0;  // 1 / largest: x = a A x + scale
    for (Vertex v = 0; v < out.size(); ++v) {
      double image = 0;
      for (Vertex u = 0; u < out.size(); ++u) image += 0.05 * arc[u][v] * katz.value[u];
      if (v == 0) scale = katz.value[v] - image;
      BOOST_REQUIRE_SMALL(katz.value[v] - image - scale, 1e-7);
    }
    const HubsAndAuthorities hits = hubs_and_authorities(out, in, {}, workers);
    double sum = 0;
    for (const double hub : hits.hub) sum += hub;
    BOOST_REQUIRE_SMALL(sum - 1, 1e-9);
  });
}

BOOST_AUTO_TEST_CASE(participation_by_hand) {
  // Two neighbours of group 0, one of group 1: 1 - (4 + 1) / 9.
  const Csr star = make_undirected_csr(5, {{0, 1}, {0, 2}, {0, 3}}, Weighted::no);
  const auto values = participation(star, {0, 0, 0, 1, 1}, 2);
  BOOST_TEST(values[0] == 4.0 / 9, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(values[1] == 0.0);
  BOOST_TEST(std::isnan(values[4]));
}

BOOST_AUTO_TEST_CASE(sampling_keeps_its_promise) {
  Workers workers(2);
  const Csr graph = make_undirected_csr(1500, random_arcs(1500, Shape::dense, 3), Weighted::no);
  const auto exact = undirected_betweenness(graph, workers);
  const SamplingOptions options{.epsilon = 0.05, .delta = 0.1, .seed = 5};
  const SampledBetweenness sampled = sampled_betweenness(graph, graph, options, workers);
  BOOST_TEST(sampled.sources < 1500U);
  BOOST_TEST(sampled.epsilon <= 0.05);
  const double pairs = 1499.0 * 1498.0;
  for (Vertex v = 0; v < graph.size(); ++v)
    BOOST_REQUIRE_SMALL((sampled.value[v] - exact[v]) / pairs, 0.05);
  // For so few nodes the computation is exact.
  const Csr small = make_undirected_csr(40, random_arcs(40, Shape::dense, 3), Weighted::no);
  const SampledBetweenness all = sampled_betweenness(small, small, options, workers);
  BOOST_TEST(all.epsilon == 0);
  check_near(all.value, undirected_betweenness(small, workers));
}

BOOST_AUTO_TEST_CASE(flows_match_the_smallest_cut) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    Random random(seed);
    constexpr Vertex size = 7;
    std::vector<CapacityArc> arcs;
    for (int i = 0; i < 16; ++i)
      arcs.push_back({random.below(size), random.below(size), random.below(9)});
    std::int64_t least = unlimited;  // over all sets with node 0 and without node 6
    for (std::uint32_t set = 1; set < 1U << 6U; set += 2) {
      std::int64_t cut = 0;
      for (const CapacityArc& arc : arcs)
        if ((set >> arc.from & 1U) != 0 && (set >> arc.to & 1U) == 0) cut += arc.capacity;
      least = std::min(least, cut);
    }
    const MaxFlow flow = max_flow(size, arcs, 0, 6);
    BOOST_REQUIRE_EQUAL(flow.value, least);
    std::vector<std::int64_t> balance(size);
    for (std::size_t i = 0; i < arcs.size(); ++i) {
      BOOST_REQUIRE(flow.flow[i] >= 0 && flow.flow[i] <= arcs[i].capacity);
      balance[arcs[i].from] -= flow.flow[i];
      balance[arcs[i].to] += flow.flow[i];
    }
    for (Vertex v = 1; v < 6; ++v) BOOST_REQUIRE_EQUAL(balance[v], 0);
    BOOST_REQUIRE_EQUAL(balance[6], flow.value);
  }
}

/// The tree has the paths that a search in the order of distance, then number, finds first.
BOOST_AUTO_TEST_CASE(of_equal_ways_the_smallest_numbers) {
  // 0 1 2
  // 3 4 5   a grid: from corner to corner, six paths of the same length
  // 6 7 8
  std::vector<Arc> arcs;
  for (Vertex v = 0; v < 9; ++v) {
    if (v % 3 < 2) arcs.push_back({v, v + 1, 1});
    if (v < 6) arcs.push_back({v, v + 3, 1});
  }
  const auto ends = [&](const std::vector<Vertex>& terminals) {
    std::vector<std::pair<Vertex, Vertex>> pairs;
    const Csr grid = make_undirected_csr(9, arcs, Weighted::no);
    for (const Arc& arc : steiner_tree(grid, terminals)) pairs.emplace_back(arc.from, arc.to);
    return pairs;
  };
  using Pairs = std::vector<std::pair<Vertex, Vertex>>;
  BOOST_TEST((ends({0, 8}) == Pairs{{0, 1}, {1, 2}, {2, 5}, {5, 8}}));
  BOOST_TEST((ends({2, 6}) == Pairs{{0, 1}, {0, 3}, {1, 2}, {3, 6}}));
  BOOST_TEST((ends({0, 2, 7}) == Pairs{{0, 1}, {1, 2}, {1, 4}, {4, 7}}));
}

BOOST_AUTO_TEST_CASE(trees_join_and_stay_near_the_best) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const Csr graph = make_undirected_csr(8, random_arcs(8, Shape::sparse, seed), Weighted::no);
    const std::vector<Vertex> terminals{0, 3, 5};
    const auto label = slow_components(graph);
    if (label[3] != label[0] || label[5] != label[0]) continue;
    const std::vector<Arc> tree = steiner_tree(graph, terminals);
    // The optimum: the fewest additional nodes that connect the terminals. A tree has one arc less
    // than nodes.
    std::size_t best = graph.size();
    for (std::uint32_t set = 0; set < 1U << 8U; ++set) {
      if ((set & 0b101001U) != 0b101001U) continue;
      std::vector<Arc> inside;
      for (Vertex v = 0; v < 8; ++v)
        for (const Vertex u : graph.row(v))
          if ((set >> v & 1U) != 0 && (set >> u & 1U) != 0) inside.push_back({v, u, 1});
      const auto joined = slow_components(make_undirected_csr(8, inside, Weighted::no));
      if (joined[3] == joined[0] && joined[5] == joined[0])
        best = std::min(best, static_cast<std::size_t>(std::popcount(set)) - 1);
    }
    const auto joined = slow_components(make_undirected_csr(8, tree, Weighted::no));
    BOOST_REQUIRE(joined[3] == joined[0] && joined[5] == joined[0]);
    BOOST_REQUIRE(tree.size() >= best && tree.size() < 2 * best);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace oscegraph::testing
