// SPDX-License-Identifier: Apache-2.0
//
// Tests modularity, Louvain and Leiden: the guarantees that the papers give, and the best partition
// on small graphs.
#include <algorithm>
#include <bit>
#include <boost/test/unit_test.hpp>

#include "oscegraph/queries/kernels/communities/louvain.hpp"
#include "oscegraph/tests/queries/slow_measures.hpp"

namespace oscegraph::testing {
namespace {

/// Whether every community is connected by its own edges.
bool connected_within(const Csr& graph, const Partition& partition) {
  std::vector<Arc> inside;
  for (Vertex v = 0; v < graph.size(); ++v)
    for (const Vertex u : graph.row(v))
      if (partition.of[v] == partition.of[u]) inside.push_back({v, u, 1});
  return slow_component_count(make_undirected_csr(graph.size(), inside, Weighted::no)) ==
         partition.count;
}

/// Traag, Waltman and van Eck (2019): whether merging any two communities would make it worse.
bool well_separated(const Csr& graph, const Communities& found) {
  for (Vertex a = 0; a < found.partition.count; ++a)
    for (Vertex b = 0; b < a; ++b) {
      std::vector<Vertex> merged = found.partition.of;
      std::ranges::replace(merged, a, b);
      if (slow_modularity(graph, merged) > found.modularity + 1e-9) return false;
    }
  return true;
}

/// Whether a set is well connected (same paper): it is one node, or it splits into two
/// well-connected sets with at least the expected weight between them. It tries all subsets, so
/// there may be only a few nodes.
bool well_connected(const Csr& graph, const std::vector<Vertex>& members) {
  std::vector<double> degree(members.size());
  std::vector<std::vector<double>> between(members.size(), std::vector<double>(members.size()));
  double arcs = 0;
  for (Vertex v = 0; v < graph.size(); ++v) arcs += static_cast<double>(graph.row(v).size());
  for (std::size_t i = 0; i < members.size(); ++i) {
    degree[i] = static_cast<double>(graph.row(members[i]).size());
    for (const Vertex u : graph.row(members[i]))
      if (const auto j = std::ranges::find(members, u); j != members.end())
        between[i][static_cast<std::size_t>(j - members.begin())] += 1;
  }
  const auto joined = [&](std::uint32_t first, std::uint32_t second) {
    double edges = 0;
    double chance = 0;
    for (std::size_t i = 0; i < members.size(); ++i)
      for (std::size_t j = 0; j < members.size(); ++j)
        if ((first >> i & 1U) != 0 && (second >> j & 1U) != 0) {
          edges += between[i][j];
          chance += degree[i] * degree[j] / arcs;
        }
    return edges >= chance - 1e-9;
  };
  std::vector<bool> good(std::size_t{1} << members.size());
  for (std::uint32_t set = 1; set < good.size(); ++set) {
    good[set] = std::has_single_bit(set);
    for (std::uint32_t part = (set - 1) & set; part > 0 && !good[set]; part = (part - 1) & set)
      good[set] = good[part] && good[set ^ part] && joined(part, set ^ part);
  }
  return good.back();
}

/// The largest modularity of all partitions, for a graph of a few nodes.
double best_modularity(const Csr& graph) {
  double best = -1;
  std::vector<Vertex> community(graph.size());
  const auto extend = [&](auto self, Vertex v, Vertex used) -> void {
    if (v == graph.size()) {
      best = std::max(best, slow_modularity(graph, community));
      return;
    }
    for (Vertex c = 0; c <= used; ++c) {
      community[v] = c;
      self(self, v + 1, std::max(used, c + 1));
    }
  };
  extend(extend, 0, 0);
  return best;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(communities_kernels)

BOOST_AUTO_TEST_CASE(modularity_is_what_it_says) {
  Workers workers(2);
  for (const Weighted weighted : {Weighted::no, Weighted::yes})
    for_random_graphs(false, weighted, [&](const Csr& graph) {
      for (const double resolution : {0.5, 1.0, 2.0}) {
        const CommunityOptions options{.resolution = resolution};
        for (const Communities& found :
             {louvain(graph, options, workers), leiden(graph, options, workers)}) {
          BOOST_REQUIRE_SMALL(
              found.modularity - slow_modularity(graph, found.partition.of, resolution), 1e-9);
          BOOST_REQUIRE_SMALL(found.modularity - modularity_of(graph, found.partition, options),
                              1e-9);
        }
      }
    });
}

BOOST_AUTO_TEST_CASE(leiden_communities_are_connected) {
  Workers workers(2);
  for_random_graphs(false, Weighted::no, [&](const Csr& graph) {
    for (std::uint64_t seed = 0; seed < 4; ++seed)
      BOOST_REQUIRE(connected_within(graph, leiden(graph, {.seed = seed}, workers).partition));
  });
}

BOOST_AUTO_TEST_CASE(leiden_communities_are_well_connected_and_well_separated) {
  Workers workers(2);
  std::size_t checked = 0;
  for_random_graphs(false, Weighted::no, [&](const Csr& graph) {
    const Communities found = leiden(graph, {}, workers);
    BOOST_REQUIRE(well_separated(graph, found));
    std::vector<std::vector<Vertex>> members(found.partition.count);
    for (Vertex v = 0; v < graph.size(); ++v) members[found.partition.of[v]].push_back(v);
    for (const std::vector<Vertex>& community : members) {
      if (community.size() > 10) continue;  // all subsets of more take too long
      BOOST_REQUIRE(well_connected(graph, community));
      checked += community.size() > 2 ? 1 : 0;
    }
  });
  BOOST_TEST(checked > 50U);
}

BOOST_AUTO_TEST_CASE(small_graphs_come_near_the_best) {
  Workers workers(1);
  for_all_graphs(4, false, [&](const Csr& graph) {
    const double best = best_modularity(graph);
    const double found = leiden(graph, {}, workers).modularity;
    BOOST_REQUIRE(found <= best + 1e-9);
    BOOST_REQUIRE(found >= best - 0.13);
  });
}

BOOST_AUTO_TEST_CASE(two_cliques_come_apart) {
  std::vector<Arc> arcs{{0, 5, 1}};
  for (Vertex v = 0; v < 5; ++v)
    for (Vertex u = 0; u < v; ++u) {
      arcs.push_back({v, u, 1});
      arcs.push_back({v + 5, u + 5, 1});
    }
  Workers workers(2);
  const Csr graph = make_undirected_csr(10, arcs, Weighted::no);
  const std::vector<Vertex> wanted{0, 0, 0, 0, 0, 1, 1, 1, 1, 1};
  BOOST_TEST(louvain(graph, {}, workers).partition.of == wanted, boost::test_tools::per_element());
  BOOST_TEST(leiden(graph, {}, workers).partition.of == wanted, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(two_modes_expect_nothing_within_a_side) {
  // Two donors with two projects each. As two communities all edges are inside: Q = 1 - 2 * (2/4 *
  // 2/4).
  const Csr graph = make_undirected_csr(6, {{0, 2}, {0, 3}, {1, 4}, {1, 5}}, Weighted::no);
  Workers workers(1);
  const CommunityOptions options{.side = {0, 0, 1, 1, 1, 1}};
  const Communities found = leiden(graph, options, workers);
  BOOST_TEST(found.partition.count == 2U);
  BOOST_TEST(found.modularity == 0.5, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(no_edges_no_communities) {
  Workers workers(2);
  const Csr graph = make_undirected_csr(3, {}, Weighted::no);
  for (const Communities& found : {louvain(graph, {}, workers), leiden(graph, {}, workers)}) {
    BOOST_TEST(found.partition.count == 3U);
    BOOST_TEST(found.modularity == 0);
  }
  BOOST_TEST(leiden(Csr{}, {}, workers).partition.count == 0U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace oscegraph::testing
