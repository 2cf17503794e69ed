// SPDX-License-Identifier: Apache-2.0
//
// The list of benchmark cases. Each case has a name and a function, which runs a kernel on a graph
// and returns a number. The numbers of two runs can be compared to see whether the results agree.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "oscegraph/queries/kernels/communities/louvain.hpp"
#include "oscegraph/queries/kernels/paths/betweenness.hpp"
#include "oscegraph/queries/kernels/paths/distance_sums.hpp"
#include "oscegraph/queries/kernels/spectra/page_rank.hpp"
#include "oscegraph/queries/kernels/structure/components.hpp"
#include "oscegraph/queries/kernels/structure/core_numbers.hpp"
#include "oscegraph/queries/kernels/structure/triangles.hpp"

namespace oscegraph::bench {

struct Case {
  std::string_view name;
  double (*run)(const Csr&, Workers&, Simd);
};

inline constexpr std::array<Case, 9> cases{{
    {"betweenness",
     [](const Csr& g, Workers& w, Simd s) { return undirected_betweenness(g, w, s)[0] / 2; }},
    {"closeness",  // and harmonic centrality, from the same pass
     [](const Csr& g, Workers& w, Simd s) {
       const DistanceSums sums = undirected_distance_sums(g, w, s);
       return static_cast<double>(sums.reached[0]) / static_cast<double>(sums.total[0]);
     }},
    {"harmonic", [](const Csr& g, Workers& w,
                    Simd s) { return undirected_distance_sums(g, w, s).harmonic[0]; }},
    {"pagerank",
     [](const Csr& g, Workers& w, Simd) { return undirected_page_rank(g, {}, w).rank[0]; }},
    {"components",
     [](const Csr& g, Workers&, Simd) {
       const auto label = components(g);
       double count = 0;
       for (Vertex v = 0; v < g.size(); ++v) count += label[v] == v ? 1 : 0;
       return count;
     }},
    {"core", [](const Csr& g, Workers&,
                Simd) { return static_cast<double>(std::ranges::max(core_numbers(g))); }},
    {"louvain", [](const Csr& g, Workers& w, Simd) { return louvain(g, {}, w).modularity; }},
    {"leiden",
     [](const Csr& g, Workers& w, Simd) {
       CommunityOptions options;
       options.rounds = 2;
       return leiden(g, options, w).modularity;
     }},
    {"triangles",
     [](const Csr& g, Workers& w, Simd) {
       double sum = 0;
       for (const std::uint64_t count : triangles(g, w)) sum += static_cast<double>(count);
       return sum / 3;
     }},
}};

}  // namespace oscegraph::bench
