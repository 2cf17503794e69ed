// SPDX-License-Identifier: Apache-2.0
//
// Tests similar nodes: by shared neighbours, and by SimRank (random walks that meet).
#include "oscegraph/queries/measures/similar.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <set>
#include <tuple>

#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/queries/kernels/paths/meeting.hpp"
#include "oscegraph/queries/kernels/random.hpp"
#include "oscegraph/tests/support/make_graph.hpp"
#include "oscegraph/tests/support/make_lines.hpp"

using namespace oscegraph;
using namespace oscegraph::test;

BOOST_AUTO_TEST_SUITE(similar_test)

BOOST_AUTO_TEST_CASE(the_same_neighbours_in_the_same_relations_make_nodes_alike) {
  //   A → p, q    B → p, q    C → p, r
  //   D implements p: another relation.   x partners p: an office.
  const Graph graph = make_graph(R"(
state:A funds project:p
state:A funds project:q
state:B funds project:p
state:B funds project:q
state:C funds project:p
state:C funds project:r
state:D implements project:p
office:x partners project:p
)");
  const Answer answer = to_answer(similar(Subset::whole(graph), {.node = node(graph, "state:A")}));
  BOOST_TEST(lines(answer.table, {"node", "jaccard", "shared"}) ==
             "node | jaccard | shared\n"
             "B | 1 | p, q\n"
             "C | 0.3333333333333333 | p\n");
  // p has five neighbours, q two.
  const double expected = 1 / std::log(5.0) + 1 / std::log(2.0);
  BOOST_TEST(answer.subset.score("adamic_adar")->values[node(graph, "state:B")] == expected,
             boost::test_tools::tolerance(1e-12));
  BOOST_TEST(node_ids(answer.subset) == "project:p project:q state:A state:B state:C");
}

BOOST_AUTO_TEST_CASE(only_the_top_is_listed_and_ties_go_by_id) {
  const Graph graph = make_graph(
      "state:A funds project:p\nstate:D funds project:p\nstate:C funds project:p\nstate:B funds "
      "project:p\n");
  const Answer answer =
      to_answer(similar(Subset::whole(graph), {.node = node(graph, "state:A"), .top = 2}));
  BOOST_TEST(lines(answer.table, {"node"}) == "node\nB\nC\n");
}

BOOST_AUTO_TEST_CASE(nobody_alike_is_said) {
  const Graph graph = make_graph("state:A funds project:p\nnode state:B\n");
  BOOST_TEST(note_lines(table_of(
                 similar(Subset::whole(graph), {.node = node(graph, "state:A"), .top = 2}))) ==
             "No other state stands in the same relation to the same neighbour.\n");
  BOOST_CHECK_THROW(similar(Subset(graph), {.node = node(graph, "state:A"), .top = 2}), Error);
}

BOOST_AUTO_TEST_CASE(jaccard_agrees_with_comparing_sets_on_random_graphs) {
  using Neighbor = std::tuple<Relation, bool, NodeId>;
  oscegraph::test::Random random(21);
  for (int round = 0; round < 40; ++round) {
    const Graph graph = make_plain_graph(8, random_arrows(random, 8, 20));
    std::vector<std::set<Neighbor>> neighbors(8);
    for (const EdgeId e : graph.edges()) {
      const NodeId from = graph.edge_from(e);
      const NodeId to = graph.edge_to(e);
      if (from == to) continue;
      neighbors[from].emplace(graph.edge_relation(e), true, to);
      neighbors[to].emplace(graph.edge_relation(e), false, from);
    }
    const Answer answer = to_answer(similar(Subset::whole(graph), {.node = 0, .top = 100}));
    const std::vector<double>& jaccard = answer.subset.score("jaccard")->values;
    for (NodeId n = 1; n < 8; ++n) {
      std::vector<Neighbor> common;
      std::ranges::set_intersection(neighbors[0], neighbors[n], std::back_inserter(common));
      const std::size_t either = neighbors[0].size() + neighbors[n].size() - common.size();
      if (common.empty()) BOOST_TEST(std::isnan(jaccard[n]));
      else
        BOOST_TEST(jaccard[n] == static_cast<double>(common.size()) / static_cast<double>(either));
    }
  }
}

BOOST_AUTO_TEST_CASE(walkers_meet_beyond_shared_neighbours) {
  //   A → p ← x      x → q ← B: A and B share nothing, their projects share x.   C → r, apart.
  const Graph graph = make_graph(R"(
state:A funds project:p
state:B funds project:q
office:x implements project:p
office:x implements project:q
state:C funds project:r
)");
  const Answer answer = to_answer(
      similar(Subset::whole(graph), {.node = node(graph, "state:A"), .by = Likeness::meeting}));
  BOOST_TEST(lines(answer.table, {"node", "jaccard", "shared", "meet_at"}) ==
             "node | jaccard | shared | meet_at\nB | 0 | - | x, p, q\n");
  BOOST_TEST(node_ids(answer.subset) == "office:x project:p project:q state:A state:B");
}

BOOST_AUTO_TEST_CASE(meetings_agree_with_following_every_pair_of_walks) {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    oscegraph::Random random(seed);
    std::vector<Arc> arcs;
    constexpr Vertex size = 7;
    for (int i = 0; i < 9; ++i) arcs.push_back({random.below(size), random.below(size)});
    const Csr graph = make_undirected_csr(size, arcs, Weighted::no);
    // pair[a][b]: the expected meetings of two walkers at a and b in the next `left` steps.
    std::vector<std::vector<double>> pair(size, std::vector<double>(size));
    for (std::size_t left = 0; left <= meeting_steps; ++left) {
      auto next = pair;
      for (Vertex a = 0; a < size; ++a)
        for (Vertex b = 0; b < size; ++b) {
          double later = 0;
          for (const Vertex c : graph.row(a))
            for (const Vertex d : graph.row(b)) later += pair[c][d];
          next[a][b] = a == b ? 1 : 0;
          if (left > 0 && graph.degree(a) > 0 && graph.degree(b) > 0)
            next[a][b] += meeting_fading * later / graph.degree(a) / graph.degree(b);
        }
      pair = next;
    }
    Workers workers(2);
    for (Vertex a = 0; a < size; ++a) {
      const auto got = meetings_with(graph, walk_from(graph, a, meeting_steps, workers), workers);
      for (Vertex b = 0; b < size; ++b)
        BOOST_REQUIRE_SMALL(got[b] - (1 - meeting_fading) * pair[a][b], 1e-12);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
