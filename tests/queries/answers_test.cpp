// SPDX-License-Identifier: Apache-2.0
//
// Tests the fields of each question's answer on one small graph. A page or another program reads
// these fields and needs no table.
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "oscegraph/graph/narrow.hpp"
#include "oscegraph/queries/claims/claims_over_time.hpp"
#include "oscegraph/queries/claims/diff.hpp"
#include "oscegraph/queries/claims/evaluate.hpp"
#include "oscegraph/queries/claims/info.hpp"
#include "oscegraph/queries/claims/listing.hpp"
#include "oscegraph/queries/claims/memory.hpp"
#include "oscegraph/queries/claims/show.hpp"
#include "oscegraph/queries/claims/why.hpp"
#include "oscegraph/queries/communities/communities.hpp"
#include "oscegraph/queries/communities/components.hpp"
#include "oscegraph/queries/funding/cofunding.hpp"
#include "oscegraph/queries/funding/funding.hpp"
#include "oscegraph/queries/measures/centrality.hpp"
#include "oscegraph/queries/measures/similar.hpp"
#include "oscegraph/queries/name_search.hpp"
#include "oscegraph/queries/paths/connect.hpp"
#include "oscegraph/queries/paths/neighbors.hpp"
#include "oscegraph/queries/paths/path.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

namespace {

using namespace oscegraph;
using namespace oscegraph::test;

static_assert(TypedAnswer<CentralityAnswer> && TypedAnswer<ClaimsOverTimeAnswer> &&
              TypedAnswer<CofundingAnswer> && TypedAnswer<CommunitiesAnswer> &&
              TypedAnswer<CommunityChangesAnswer> && TypedAnswer<ComponentsAnswer> &&
              TypedAnswer<ConnectAnswer> && TypedAnswer<Evaluation> && TypedAnswer<FundingAnswer> &&
              TypedAnswer<InfoAnswer> && TypedAnswer<ListingAnswer> && TypedAnswer<MemoryAnswer> &&
              TypedAnswer<MoneyFlowAnswer> && TypedAnswer<NameSearchAnswer> &&
              TypedAnswer<NeighborsAnswer> && TypedAnswer<PathAnswer> && TypedAnswer<ShowAnswer> &&
              TypedAnswer<SimilarAnswer> && TypedAnswer<WhyAnswer>);
static_assert(!TypedAnswer<Answer>);

//   Norway ─10 EUR, or 12─→ Alpha ←── Xanadu
//   Sida, part of Sweden ─7 SEK─→ Alpha ←── Yonder
//   France ─20 EUR─→ Beta ←── Yonder        France ─5 EUR─→ Xanadu
//   Moldova, by itself
constexpr std::string_view drawn = R"(
state:NO funds project:alpha doc=a amount=10 currency=EUR flow=committed start=2023 end=2024
state:NO funds project:alpha doc=b amount=12 currency=EUR flow=committed start=2023 end=2024
agency:sida funds project:alpha doc=b amount=7 currency=SEK flow=spent
agency:sida part_of state:SE doc=b
state:FR funds project:beta doc=a amount=20 currency=EUR flow=committed
state:FR funds office:x doc=a amount=5 currency=EUR flow=committed
office:x implements project:alpha doc=a
office:y implements project:alpha doc=b
office:y implements project:beta doc=a
node state:NO name=Norway
node state:FR name=France
node state:SE name=Sweden
node state:MD name=Moldova
node office:x name=Xanadu
node office:y name=Yonder
node project:alpha name=Alpha
node project:beta name=Beta
node agency:sida name=Sida
document a date=2024-01-01
document b date=2024-02-01
)";

using Nodes = std::vector<NodeId>;

struct Drawn {
  Graph graph = make_graph(drawn);
  Subset whole = Subset::whole(graph);
  LedgerKey committed_euros{Flow::committed, *Currency::parse("EUR")};

  [[nodiscard]] NodeId at(std::string_view id) const { return *graph.find_node(id); }
  [[nodiscard]] EdgeId edge(std::string_view from, Relation relation, std::string_view to) const {
    return *graph.find_edge(at(from), relation, at(to));
  }
};

Nodes list(std::span<const NodeId> nodes) { return {nodes.begin(), nodes.end()}; }

}  // namespace

BOOST_FIXTURE_TEST_SUITE(answers, Drawn)

BOOST_AUTO_TEST_CASE(funding_has_sums_and_lists_by_row) {
  const FundingAnswer answer = funding(whole, {});
  // France and Xanadu, France and Yonder, Norway and Xanadu, Norway and Yonder, Sweden and both.
  BOOST_REQUIRE(answer.rows.size() == 6U);
  const FundingRow& norway = answer.rows[2];
  BOOST_TEST(norway.payer == at("state:NO"));
  BOOST_TEST(norway.office == at("office:x"));
  BOOST_TEST(norway.project == none);
  BOOST_TEST(norway.documents == 2U);
  BOOST_TEST(norway.time.first().text() == "2023");
  const Range* sum = norway.money.find(committed_euros);
  BOOST_REQUIRE(sum != nullptr);
  BOOST_TEST(sum->low == 1000);
  BOOST_TEST(sum->high == 1200);
  BOOST_CHECK(list(answer.projects.of(2)) == Nodes{at("project:alpha")});
  BOOST_TEST(answer.payers.of(2).empty());
  BOOST_TEST(answer.rows[0].direct);
  BOOST_TEST(answer.projects.of(0).empty());
  BOOST_CHECK(list(answer.through.of(4)) == Nodes{at("agency:sida")});
  BOOST_TEST(answer.payers_are_states);
  BOOST_TEST(answer.total.fundings == 4U);
  BOOST_TEST(answer.total.disputed == 1U);
  BOOST_TEST(answer.total.money.find(committed_euros)->low == 3500);
  BOOST_TEST(answer.left_out.funders.count == 0U);
  BOOST_TEST(!answer.left_out.narrowed);
  const FundingAnswer by_office = funding(whole, {.by = FundingBy::office, .from = {}, .to = {}});
  BOOST_CHECK(list(by_office.payers.of(0)) ==
              (Nodes{at("state:FR"), at("state:NO"), at("state:SE")}));
}

BOOST_AUTO_TEST_CASE(a_funding_matrix_has_the_projects_of_its_rows) {
  const FundingAnswer answer = funding(whole, {.from = {}, .to = {}, .matrix = true});
  BOOST_REQUIRE(answer.rows.size() == 6U);
  BOOST_TEST(answer.rows[2].payer == at("state:NO"));
  BOOST_CHECK(list(answer.projects.of(2)) == Nodes{at("project:alpha")});
  BOOST_TEST(answer.rows[2].money.empty());
  BOOST_TEST(answer.through.of(4).empty());
  BOOST_TEST(answer.total.money.find(committed_euros)->low == 3500);
}

BOOST_AUTO_TEST_CASE(why_has_the_claims) {
  const WhyAnswer direct = why(whole, {.from = at("state:NO"), .to = at("project:alpha")});
  BOOST_TEST(direct.claims.size() == 2U);
  BOOST_TEST(direct.paths == 0U);
  const WhyAnswer far = why(whole, {.from = at("state:NO"), .to = at("project:beta")});
  BOOST_TEST(far.paths == 1U);
  BOOST_TEST(far.steps == 3U);
  BOOST_TEST(!far.more_paths);
  BOOST_TEST(graph.claim_edge(far.claims.front()) ==
             edge("state:NO", Relation::funds, "project:alpha"));
}

BOOST_AUTO_TEST_CASE(path_has_steps_of_edges) {
  const PathAnswer answer = path(whole, {.from = at("state:NO"), .to = at("office:y"), .k = 5});
  BOOST_REQUIRE(answer.paths.size() == 2U);
  BOOST_TEST(answer.fewer);
  const PathStep& step = answer.paths.front().front();
  BOOST_TEST(step.to == at("project:alpha"));
  BOOST_CHECK(step.edges == std::vector{edge("state:NO", Relation::funds, "project:alpha")});
  BOOST_TEST(step.documents == 2U);
}

BOOST_AUTO_TEST_CASE(neighbors_have_distances_and_last_steps) {
  const NeighborsAnswer answer = neighbors(whole, {.node = at("state:NO"), .depth = 2});
  BOOST_REQUIRE(answer.neighbors.size() == 4U);
  BOOST_TEST(answer.neighbors[0].node == at("project:alpha"));
  BOOST_TEST(answer.neighbors[1].distance == 2U);
  BOOST_TEST(answer.last_steps.size() == 4U);
  BOOST_TEST(answer.last_steps.of(0).front() == edge("state:NO", Relation::funds, "project:alpha"));
  BOOST_TEST(neighbors(whole, {.node = at("state:MD")}).neighbors.empty());
}

BOOST_AUTO_TEST_CASE(connect_counts_what_it_joins) {
  const ConnectAnswer answer = connect(whole, {{at("state:NO"), at("office:y")}, {}});
  BOOST_TEST(answer.connections == 2U);
  BOOST_TEST(answer.nodes_between == 1U);
  BOOST_REQUIRE(answer.edges.size() == 2U);
  for (const ConnectingEdge& one : answer.edges)
    BOOST_TEST(one.documents == whole.document_count(one.edge));
}

BOOST_AUTO_TEST_CASE(money_flow_has_amounts_and_the_narrow_place) {
  const MoneyFlowAnswer answer =
      money_flow(whole, {at("state:NO"), at("office:x"), committed_euros, {}});
  BOOST_TEST(answer.can_pass.minor == 1000);
  BOOST_REQUIRE(answer.edges.size() == 2U);
  for (const MoneyCarried& one : answer.edges) {
    const bool funds = graph.edge_relation(one.edge) == Relation::funds;
    BOOST_TEST(one.carried.minor == 1000);
    BOOST_TEST(one.narrow == funds);
    BOOST_TEST(one.capacity.has_value() == funds);
  }
}

BOOST_AUTO_TEST_CASE(centrality_has_ranks_and_scores) {
  CentralityOptions options;
  options.by = {find_measure("degree"), find_measure("bridge")};
  options.top = 2;
  const CentralityAnswer answer = centrality(whole, options);
  BOOST_CHECK(answer.of == ScoreOf::node);
  BOOST_CHECK(answer.columns == std::vector<std::string>{"degree"});
  BOOST_TEST(answer.edge_scores_beside);
  BOOST_REQUIRE(answer.rows.size() == 2U);
  BOOST_TEST(answer.rows[0].id == at("project:alpha"));
  BOOST_TEST(answer.rows[0].rank == 1U);
  BOOST_TEST(answer.subset.score("degree")->values[answer.rows[0].id] == 4);
}

BOOST_AUTO_TEST_CASE(communities_have_members) {
  const CommunitiesAnswer answer = communities(whole, {});
  BOOST_REQUIRE(!answer.communities.empty());
  BOOST_TEST(answer.count > answer.communities.size());  // Moldova is by itself
  const Community& first = answer.communities.front();
  BOOST_TEST(first.size >= first.members.size());
  BOOST_TEST(answer.subset.score("community")->values[first.members.front()] == 1);
  BOOST_TEST(answer.modularity > 0);
}

BOOST_AUTO_TEST_CASE(community_changes_name_both_communities) {
  Filters filters;
  filters.documents = {*graph.find_document("a")};
  const CommunityChangesAnswer answer = compare_communities(narrow(graph, filters), whole, {});
  const auto sida = std::ranges::find(answer.changes, at("agency:sida"), &CommunityChange::node);
  BOOST_REQUIRE(sida != answer.changes.end());
  BOOST_CHECK(sida->change == CompanyChange::appeared);
  BOOST_TEST(sida->before == none);
  BOOST_TEST(sida->after != none);
  BOOST_TEST(answer.count_after == communities(whole, {}).count);
}

BOOST_AUTO_TEST_CASE(components_have_sizes_and_kinds) {
  const ComponentsAnswer answer = components(whole, {});
  BOOST_TEST(answer.count == 2U);
  BOOST_REQUIRE(answer.components.size() == 1U);
  const Component& first = answer.components.front();
  BOOST_TEST(first.size == 8U);
  BOOST_TEST(first.kinds[static_cast<std::size_t>(Kind::state)] == 3U);
  BOOST_TEST(first.best_connected.front() == at("project:alpha"));
}

BOOST_AUTO_TEST_CASE(cofunding_has_pairs) {
  const CofundingAnswer answer = cofunding(whole, {});
  BOOST_REQUIRE(answer.pairs.size() == 1U);
  const CofundingPair& pair = answer.pairs.front();
  BOOST_TEST(pair.a == at("state:NO"));
  BOOST_TEST(pair.b == at("state:SE"));
  BOOST_CHECK(pair.projects == Nodes{at("project:alpha")});
  BOOST_TEST(pair.jaccard == 1);
  BOOST_TEST(answer.left_to_chance == 0U);
}

BOOST_AUTO_TEST_CASE(similar_has_what_is_shared) {
  const SimilarAnswer answer = similar(whole, {.node = at("office:x")});
  BOOST_REQUIRE(answer.similar.size() == 1U);
  BOOST_TEST(answer.similar.front().node == at("office:y"));
  BOOST_CHECK(answer.similar.front().shared == Nodes{at("project:alpha")});
  BOOST_TEST(answer.similar.front().jaccard > 0);
}

BOOST_AUTO_TEST_CASE(show_has_the_claims_of_a_node) {
  const ShowAnswer answer = show(whole, at("agency:sida"));
  BOOST_TEST(answer.node == at("agency:sida"));
  BOOST_TEST(answer.claims.size() == 2U);
  BOOST_TEST(show(whole, at("state:MD")).claims.empty());
}

BOOST_AUTO_TEST_CASE(info_counts) {
  const InfoAnswer answer = info(whole);
  BOOST_TEST(answer.nodes == 9U);
  BOOST_TEST(answer.edges == 8U);
  BOOST_TEST(answer.claims == 9U);
  BOOST_TEST(answer.documents == 2U);
  BOOST_TEST(answer.amounts == 5U);
  BOOST_TEST(answer.nodes_of[Kind::state] == 4U);
  BOOST_TEST(answer.edges_of[Relation::implements] == 3U);
  BOOST_TEST(answer.funds_claims_of[Flow::spent] == 1U);
  BOOST_TEST(answer.claims_of[Basis::stated] == 9U);
  BOOST_TEST(answer.first.text() == "2023");
}

BOOST_AUTO_TEST_CASE(memory_is_the_sum_of_its_uses) {
  const MemoryAnswer answer = memory(whole);
  std::size_t sum = 0;
  for (const MemoryUse& use : answer.uses) sum += use.bytes;
  BOOST_TEST(sum == answer.bytes);
  BOOST_TEST(answer.all_by_claim.value() == static_cast<double>(answer.bytes) / 9);
  BOOST_TEST(!memory(Subset(Graph())).claim.has_value());
}

BOOST_AUTO_TEST_CASE(listing_has_numbers_of_what_it_lists) {
  const ListingAnswer answer =
      listing(whole, {.what = Listed::documents, .contains = {}, .sort = "-claims", .most = 1});
  BOOST_TEST(answer.rows == 2U);
  BOOST_TEST(answer.matching == 2U);
  BOOST_CHECK(answer.shown == std::vector{*graph.find_document("a")});
  BOOST_CHECK(answer.claims == std::vector<std::uint32_t>{5});
  const ListingAnswer nodes = listing(whole, {.contains = "norw", .sort = {}});
  BOOST_CHECK(nodes.shown == Nodes{at("state:NO")});
}

BOOST_AUTO_TEST_CASE(claims_over_time_has_a_count_for_each_step) {
  const ClaimsOverTimeAnswer answer = claims_over_time(whole, 1);
  BOOST_REQUIRE(answer.steps.size() == answer.claims.size());
  BOOST_REQUIRE(!answer.steps.empty());
  BOOST_TEST(answer.steps.front().year() == 2023);
  BOOST_TEST(answer.claims.front() == 2);
}

BOOST_AUTO_TEST_CASE(a_name_search_has_the_names_that_fit) {
  const NameSearchAnswer answer = NameSearch(graph).find("a", whole, 2);
  BOOST_TEST(answer.in_all > 2U);
  BOOST_REQUIRE(answer.found.size() == 2U);
  BOOST_TEST(answer.found.front().name == "Alpha");
  BOOST_TEST(answer.found.front().node == at("project:alpha"));
}

BOOST_AUTO_TEST_CASE(an_evaluation_has_the_claims_that_differ) {
  const Graph gold = make_graph(
      "state:NO funds project:alpha doc=a\nstate:FR funds office:z doc=a\n"
      "office:z assists project:alpha doc=c\n");
  const Evaluation answer = evaluate(graph, gold);
  const auto& funds = answer.relations.front();
  BOOST_CHECK(funds.relation == Relation::funds);
  BOOST_TEST(funds.right == 1U);
  BOOST_TEST(funds.missed == 1U);
  BOOST_TEST(funds.recall == 0.5);
  BOOST_TEST(answer.missed.size() == 2U);
  BOOST_TEST(gold.edge_to(gold.claim_edge(answer.missed.front())) == *gold.find_node("office:z"));
  BOOST_CHECK(answer.not_read == std::vector<std::string>{"c"});
  BOOST_TEST(answer.documents_left_out == 1U);
  for (const ClaimId c : answer.invented) BOOST_TEST(graph.claim_document(c) == 0U);
}

BOOST_AUTO_TEST_CASE(a_difference_has_ids_of_both_graphs) {
  std::string text(drawn);
  text.replace(text.find("name=Norway"), 11, "name=Norge");
  text += "state:MD funds project:beta doc=b amount=3 currency=EUR flow=spent\n";
  const Graph after = make_graph(text);
  const Difference answer = diff(whole, Subset::whole(after));
  BOOST_TEST(answer.count(Change::changed, Compared::node) == 1U);
  BOOST_TEST(answer.count(Change::appeared, Compared::edge) == 1U);
  BOOST_TEST(answer.count(Change::vanished, Compared::edge) == 0U);
  BOOST_REQUIRE(answer.rows.size() == 3U);
  BOOST_TEST(answer.rows[0].before == at("state:NO"));
  const auto& name = std::get<FieldChange>(answer.rows[0].told);
  BOOST_TEST(name.field == "name");
  BOOST_TEST(name.after == "Norge");
  BOOST_TEST(after.edge_from(answer.rows[1].after) == *after.find_node("state:MD"));
  const auto& sum = std::get<SumChange>(answer.rows[2].told);
  BOOST_TEST(!sum.before.has_value());
  BOOST_TEST(sum.after.value().low == 300);
}

BOOST_AUTO_TEST_CASE(an_answer_keeps_its_subset_in_place) {
  FundingAnswer answer = funding(whole, {});
  const std::vector<double>* scores = &answer.subset.scores().front().values;
  const double* values = scores->data();
  const Answer both = to_answer(std::move(answer));
  BOOST_TEST(both.subset.scores().front().values.data() == values);
  BOOST_TEST(both.table.rows.size() == 6U);
}

BOOST_AUTO_TEST_SUITE_END()
