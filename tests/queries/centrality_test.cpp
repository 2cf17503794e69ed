// SPDX-License-Identifier: Apache-2.0
//
// Tests the centrality query: on published networks with published values, and on random graphs by
// comparison with Boost.Graph's algorithms.
//
//   Karate club: Zachary, "An information flow model for conflict and fission in small groups"
//     (1977). Betweenness of the instructor 231.07 and of the administrator 160.55: Brandes (2008)
//     and the examples of NetworkX; the largest modularity is 0.4198: Brandes et al. (2008).
//   Florentine families: Padgett and Ansell (1993), the marriages. Betweenness of the Medici 47.5:
//     Wasserman and Faust (1994), Newman (2010).
//   Southern women: Davis, Gardner, Gardner, "Deep South" (1941). Two-mode values as NetworkX 2.8
//     gives them; Barber's modularity of 0.3455: Liu and Murata (2010).
#include "oscegraph/queries/measures/centrality.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/test/unit_test.hpp>
#include <numeric>
#include <set>

#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/queries/communities/communities.hpp"
#include "oscegraph/queries/kernels/paths/betweenness.hpp"
#include "oscegraph/queries/kernels/paths/path_sums.hpp"
#include "oscegraph/queries/paths/connect.hpp"
#include "oscegraph/tests/queries/slow_measures.hpp"

namespace oscegraph::testing {
namespace {

using Pairs = std::vector<std::pair<unsigned, unsigned>>;

const Pairs karate{{0, 1},   {0, 2},   {0, 3},   {0, 4},   {0, 5},   {0, 6},   {0, 7},   {0, 8},
                   {0, 10},  {0, 11},  {0, 12},  {0, 13},  {0, 17},  {0, 19},  {0, 21},  {0, 31},
                   {1, 2},   {1, 3},   {1, 7},   {1, 13},  {1, 17},  {1, 19},  {1, 21},  {1, 30},
                   {2, 3},   {2, 7},   {2, 8},   {2, 9},   {2, 13},  {2, 27},  {2, 28},  {2, 32},
                   {3, 7},   {3, 12},  {3, 13},  {4, 6},   {4, 10},  {5, 6},   {5, 10},  {5, 16},
                   {6, 16},  {8, 30},  {8, 32},  {8, 33},  {9, 33},  {13, 33}, {14, 32}, {14, 33},
                   {15, 32}, {15, 33}, {18, 32}, {18, 33}, {19, 33}, {20, 32}, {20, 33}, {22, 32},
                   {22, 33}, {23, 25}, {23, 27}, {23, 29}, {23, 32}, {23, 33}, {24, 25}, {24, 27},
                   {24, 31}, {25, 31}, {26, 29}, {26, 33}, {27, 33}, {28, 31}, {28, 33}, {29, 32},
                   {29, 33}, {30, 32}, {30, 33}, {31, 32}, {31, 33}, {32, 33}};
const Pairs florence{{0, 8},  {1, 5},  {1, 6},  {1, 8},   {2, 4},   {2, 8},  {3, 6},
                     {3, 10}, {3, 13}, {4, 10}, {4, 13},  {6, 7},   {6, 14}, {8, 11},
                     {8, 12}, {8, 14}, {9, 12}, {10, 13}, {11, 13}, {11, 14}};
const Pairs davis{
    {0, 18},  {0, 19},  {0, 20},  {0, 21},  {0, 22},  {0, 23},  {0, 25},  {0, 26},  {1, 18},
    {1, 19},  {1, 20},  {1, 22},  {1, 23},  {1, 24},  {1, 25},  {2, 19},  {2, 20},  {2, 21},
    {2, 22},  {2, 23},  {2, 24},  {2, 25},  {2, 26},  {3, 18},  {3, 20},  {3, 21},  {3, 22},
    {3, 23},  {3, 24},  {3, 25},  {4, 20},  {4, 21},  {4, 22},  {4, 24},  {5, 20},  {5, 22},
    {5, 23},  {5, 25},  {6, 22},  {6, 23},  {6, 24},  {6, 25},  {7, 23},  {7, 25},  {7, 26},
    {8, 22},  {8, 24},  {8, 25},  {8, 26},  {9, 24},  {9, 25},  {9, 26},  {9, 29},  {10, 25},
    {10, 26}, {10, 27}, {10, 29}, {11, 25}, {11, 26}, {11, 27}, {11, 29}, {11, 30}, {11, 31},
    {12, 24}, {12, 25}, {12, 26}, {12, 27}, {12, 29}, {12, 30}, {12, 31}, {13, 23}, {13, 24},
    {13, 26}, {13, 27}, {13, 28}, {13, 29}, {13, 30}, {13, 31}, {14, 24}, {14, 25}, {14, 27},
    {14, 28}, {14, 29}, {15, 25}, {15, 26}, {16, 26}, {16, 28}, {17, 26}, {17, 28}};

/// Integers proportional to 1 / weight, so that equal sums are equal doubles.
std::vector<std::uint64_t> strengths_of(const Csr& graph) {
  return {graph.weight.begin(), graph.weight.end()};
}
Csr whole_lengths(Csr graph) {
  std::uint64_t multiple = 1;
  for (const std::uint64_t strength : strengths_of(graph)) multiple = std::lcm(multiple, strength);
  for (double& weight : graph.weight) weight = static_cast<double>(multiple) / weight;
  return graph;
}

/// Node i is "agency:nXX", or "project:nXX" from `first_project` on; edges are of `partners`.
Graph graph_of(const Pairs& pairs, unsigned nodes, unsigned first_project) {
  GraphParts parts;
  StringInterner strings;
  const auto id = [](const char* kind, unsigned i) {
    return std::string(kind) + (i < 10 ? ":n0" : ":n") + std::to_string(i);
  };
  parts.documents.push_back({.id = strings.intern("d")});
  for (unsigned i = 0; i < nodes; ++i) {
    const bool project = i >= first_project;
    parts.nodes.push_back({{.id = strings.intern(id(project ? "project" : "agency", i)),
                            .kind = project ? Kind::project : Kind::agency}});
  }
  for (const auto& [from, to] : pairs) {
    ClaimValues claim;
    claim.from = from;
    claim.to = to;
    claim.document = 0;
    claim.relation = to >= first_project ? Relation::partners : Relation::part_of;
    parts.claims.push_back(claim);
  }
  parts.strings = strings.finish();
  return assemble(std::move(parts));
}

double score(const Answer& answer, std::string_view name, std::size_t id) {
  return answer.subset.score(name)->values.at(id);
}

Answer measured(const Graph& graph, std::vector<std::string_view> names,
                Norm norm = Norm::one_mode) {
  CentralityOptions options;
  for (const std::string_view name : names) options.by.push_back(find_measure(name));
  options.norm = norm;
  return to_answer(centrality(Subset::whole(graph), options));
}

constexpr double close = 1e-6;

using Undirected =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                          boost::property<boost::edge_weight_t, double>>;

Undirected boost_graph(const Csr& graph) {
  Undirected result(graph.size());
  for (Vertex v = 0; v < graph.size(); ++v)
    for (std::uint32_t i = graph.begin[v]; i < graph.begin[v + 1]; ++i)
      if (v < graph.to[i]) boost::add_edge(v, graph.to[i], graph.weight_of(i), result);
  return result;
}

template <typename Values>
auto map_of(const Undirected& graph, Values& values) {
  return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, graph));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(centrality_query)

BOOST_AUTO_TEST_CASE(karate_club) {
  const Graph graph = graph_of(karate, 34, 100);
  const Answer answer =
      measured(graph, {"betweenness", "closeness", "harmonic", "eigenvector", "pagerank", "core",
                       "constraint", "effective_size", "clustering", "degree", "edge_betweenness"});
  BOOST_TEST(score(answer, "betweenness", 0) * 33 * 32 / 2 == 231.071429,
             boost::test_tools::tolerance(close));
  BOOST_TEST(score(answer, "betweenness", 33) * 33 * 32 / 2 == 160.551587,
             boost::test_tools::tolerance(close));
  BOOST_TEST(score(answer, "closeness", 0) == 0.568966, boost::test_tools::tolerance(close));
  BOOST_TEST(score(answer, "harmonic", 33) * 33 == 23.25, boost::test_tools::tolerance(close));
  BOOST_TEST(score(answer, "eigenvector", 0) == 0.952132, boost::test_tools::tolerance(close));
  BOOST_TEST(score(answer, "eigenvector", 33) == 1.0, boost::test_tools::tolerance(close));
  BOOST_TEST(score(answer, "pagerank", 0) == 0.096997285, boost::test_tools::tolerance(close));
  BOOST_TEST(score(answer, "pagerank", 33) == 0.100919182, boost::test_tools::tolerance(close));
  BOOST_TEST(std::ranges::count(answer.subset.score("core")->values, 4.0) == 10);
  BOOST_TEST(score(answer, "constraint", 0) == 0.155423, boost::test_tools::tolerance(1e-5));
  BOOST_TEST(score(answer, "effective_size", 33) == 15.235294, boost::test_tools::tolerance(close));
  BOOST_TEST(score(answer, "clustering", 33) == 0.110294, boost::test_tools::tolerance(1e-5));
  const auto edge = graph.find_edge(0, Relation::part_of, 31);
  BOOST_TEST(score(answer, "edge_betweenness", edge.value()) * 34 * 33 / 2 == 71.392857,
             boost::test_tools::tolerance(close));
  BOOST_TEST(answer.table.rows.size() == 20U);
  BOOST_TEST(std::get<std::string>(answer.table.rows[0][1]) == "agency:n00");
}

BOOST_AUTO_TEST_CASE(karate_communities) {
  const Graph graph = graph_of(karate, 34, 100);
  const Answer answer = to_answer(communities(Subset::whole(graph), {}));
  const double modularity = std::get<double>(answer.table.facts.at(1).second);
  BOOST_TEST(modularity >= 0.415);
  BOOST_TEST(modularity <= 0.4198);
}

BOOST_AUTO_TEST_CASE(florentine_families) {
  const Graph graph = graph_of(florence, 15, 100);
  const Answer answer = measured(graph, {"betweenness", "closeness", "splits", "bridge"});
  BOOST_TEST(score(answer, "betweenness", 8) * 14 * 13 / 2 == 47.5,
             boost::test_tools::tolerance(close));
  BOOST_TEST(score(answer, "betweenness", 6) * 14 * 13 / 2 == 23.166667,
             boost::test_tools::tolerance(close));
  BOOST_TEST(score(answer, "closeness", 8) == 0.56, boost::test_tools::tolerance(close));
  const std::set<NodeId> articulation{1, 6, 8, 12};
  for (NodeId n = 0; n < 15; ++n)
    BOOST_TEST((score(answer, "splits", n) > 0) == articulation.contains(n));
  BOOST_TEST(std::ranges::count(answer.subset.score("bridge")->values, 1.0) == 5);
}

BOOST_AUTO_TEST_CASE(southern_women) {
  const Graph graph = graph_of(davis, 32, 18);
  const Answer answer = measured(graph, {"degree", "betweenness", "closeness"}, Norm::two_mode);
  struct Row {
    NodeId node;
    double degree, betweenness, closeness;
  };
  for (const Row& row :
       {Row{0, 0.571429, 0.096585, 0.8}, Row{13, 0.571429, 0.113461, 0.8},
        Row{25, 0.777778, 0.243819, 0.846154}, Row{18, 0.166667, 0.002154, 0.52381}}) {
    BOOST_TEST(score(answer, "degree", row.node) == row.degree, boost::test_tools::tolerance(1e-5));
    BOOST_TEST(score(answer, "betweenness", row.node) == row.betweenness,
               boost::test_tools::tolerance(1e-3));
    BOOST_TEST(score(answer, "closeness", row.node) == row.closeness,
               boost::test_tools::tolerance(1e-5));
  }
  CommunitiesOptions options;
  options.two_mode = true;
  const Answer groups = to_answer(communities(Subset::whole(graph), options));
  const double modularity = std::get<double>(groups.table.facts.at(1).second);
  BOOST_TEST(modularity >= 0.32);
  BOOST_TEST(modularity <= 0.3456);
}

BOOST_AUTO_TEST_CASE(two_modes_need_two_sides) {
  const Graph graph = graph_of(karate, 34, 100);
  BOOST_CHECK_THROW(measured(graph, {"degree"}, Norm::two_mode), Error);
}

BOOST_AUTO_TEST_CASE(every_measure_has_a_value_of_its_kind) {
  const Graph graph = graph_of(davis, 32, 18);
  for (const Arrows arrows : {Arrows::ignored, Arrows::followed})
    for (const Measure& measure : measures()) {
      CentralityOptions options;
      options.by = {&measure};
      options.arrows = arrows;
      options.top = 100;
      const Answer answer = to_answer(centrality(Subset::whole(graph), options));
      const Score* values = answer.subset.score(measure.name);
      BOOST_REQUIRE(values != nullptr && values->of == measure.of);
      BOOST_TEST(answer.table.rows.size() == (measure.of == ScoreOf::node ? 32U : davis.size()));
    }
}

BOOST_AUTO_TEST_CASE(boost_agrees) {
  Workers workers(2);
  for_random_graphs(false, Weighted::yes, [&](const Csr& graph) {
    const Undirected oracle = boost_graph(whole_lengths(graph));
    std::vector<double> wanted(graph.size());
    boost::brandes_betweenness_centrality(oracle, map_of(oracle, wanted));
    Csr plain = graph;
    plain.weight.clear();
    const auto got = undirected_betweenness(plain, workers);
    for (Vertex v = 0; v < graph.size(); ++v) BOOST_REQUIRE_SMALL(got[v] / 2 - wanted[v], 1e-8);

    boost::brandes_betweenness_centrality(
        oracle,
        boost::centrality_map(map_of(oracle, wanted)).weight_map(get(boost::edge_weight, oracle)));
    const auto weighted = path_sums(graph, strengths_of(graph), ScoreArcs::no, workers);
    for (Vertex v = 0; v < graph.size(); ++v)
      BOOST_REQUIRE_SMALL(weighted.betweenness[v] / 2 - wanted[v], 1e-8);

    const Matrix distance = slow_distances(whole_lengths(graph));
    double total = 0;
    for (const double d : distance[0])
      if (d < slow_far) total += d;
    if (total == 0) return;
    const double one = whole_lengths(graph).weight.front() * graph.weight.front();
    BOOST_REQUIRE_SMALL(weighted.total[0] - total / one, 1e-9);
  });
}

BOOST_AUTO_TEST_CASE(connecting_families) {
  const Graph graph = graph_of(florence, 15, 100);
  const Answer answer =
      to_answer(connect(Subset::whole(graph), {{5, 9, 2}}));  // Ginori, Pazzi, Barbadori
  BOOST_TEST(answer.subset.edges().count() == 5U);            // by way of Albizzi, Medici, Salviati
  BOOST_CHECK_THROW(connect(Subset::whole(graph), {{5, 5}}), Error);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace oscegraph::testing
