// SPDX-License-Identifier: Apache-2.0
//
// Tests each filter, and combinations of filters, on random graphs. The results are compared with
// those of a slow reference, which follows the contract word by word: first claims, then edges,
// then nodes.
#include "oscegraph/graph/narrow.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>

#include "oscegraph/tests/support/make_graph.hpp"
#include "oscegraph/tests/support/make_lines.hpp"

namespace {

using namespace oscegraph;
using namespace oscegraph::test;

Graph random_graph(Random& random) {
  const auto pick = [&](std::initializer_list<std::string> words) {
    return *(words.begin() + random.below(static_cast<std::uint32_t>(words.size())));
  };
  std::string text =
      "document d1 date=2022\ndocument d2 date=2023-06\ndocument d3 date=2024-01-15\nnode "
      "donor:lonely\n";
  for (int i = 0; i < 30; ++i) {
    text += pick({"state:A funds project:p", "state:B funds project:p", "agency:g funds project:q",
                  "office:x implements project:p", "office:x implements project:q",
                  "state:A hosts office:x", "project:p channels_to project:q"});
    text += " doc=" + pick({"d1", "d2", "d3", "d4"});
    text += pick({"", " start=2021", " end=2022-12", " start=2023 end=2023-08-15"});
    text += pick({"", " flow=pledged", " flow=spent"});
    text += pick({"", " basis=inferred"});
    text += " at=" + pick({"1", "2", "3"}) + '\n';
  }
  return make_graph(text);
}

bool wanted(const auto& list, auto value) {
  return list.empty() || std::ranges::count(list, value) > 0;
}

class SlowNarrow {
 public:
  SlowNarrow(const Graph& graph, const Filters& filters) : graph_(graph), filters_(filters) {}

  bool edge(EdgeId e) const {
    std::set<DocumentId> documents;
    for (const ClaimId c : graph_.claims_of(e))
      if (passes(c)) documents.insert(graph_.claim_document(c));
    return documents.size() >= std::max<std::size_t>(1, filters_.min_documents);
  }
  bool claim(ClaimId c) const { return passes(c) && edge(graph_.claim_edge(c)); }
  bool node(NodeId n) const {
    for (const EdgeId e : graph_.edges())
      if (edge(e) && (graph_.edge_from(e) == n || graph_.edge_to(e) == n)) return true;
    Filters only_kinds;
    only_kinds.kinds = filters_.kinds;
    Filters rest = filters_;
    rest.kinds.clear();
    return !rest.any() && wanted(filters_.kinds, graph_.node_kind(n));
  }

 private:
  bool passes(ClaimId c) const {
    const EdgeId e = graph_.claim_edge(c);
    const Relation relation = graph_.edge_relation(e);
    const bool money = relation == Relation::funds || relation == Relation::channels_to;
    return wanted(filters_.relations, relation) &&
           wanted(filters_.kinds, graph_.node_kind(graph_.edge_from(e))) &&
           wanted(filters_.kinds, graph_.node_kind(graph_.edge_to(e))) &&
           (!money || wanted(filters_.flows, graph_.claim_flow(c))) &&
           wanted(filters_.documents, graph_.claim_document(c)) &&
           (!filters_.basis || *filters_.basis == graph_.claim_basis(c)) && in_time(c);
  }
  bool in_time(ClaimId c) const {
    const Date begin = *Date::parse("2020");
    const Date end = *Date::parse("2026");
    return (!filters_.at.known() || holds(c, filters_.at, filters_.at)) &&
           (!filters_.since.known() || holds(c, filters_.since, end)) &&
           (!filters_.until.known() || holds(c, begin, filters_.until));
  }
  /// Whether the claim holds on some day from `first` to `last`, tested day by day.
  bool holds(ClaimId c, Date first, Date last) const {
    const Period time = graph_.claim_time(c);
    if (!time.known()) return false;
    for (std::int32_t day = first.first_day(); day <= last.last_day(); ++day)
      if ((!time.start.known() || day >= time.start.first_day()) &&
          (!time.end.known() || day <= time.end.last_day()))
        return true;
    return false;
  }

  const Graph& graph_;
  const Filters& filters_;
};

void check(const Graph& graph, const Filters& filters) {
  const Subset subset = narrow(graph, filters);
  const SlowNarrow slow(graph, filters);
  for (const ClaimId c : graph.claims()) BOOST_REQUIRE(subset.contains_claim(c) == slow.claim(c));
  for (const EdgeId e : graph.edges()) BOOST_REQUIRE(subset.contains_edge(e) == slow.edge(e));
  for (const NodeId n : graph.nodes()) BOOST_REQUIRE(subset.contains_node(n) == slow.node(n));
}

/// Sets the filter with this number.
void set_filter(std::uint32_t which, const Graph& graph, Filters& filters) {
  switch (which) {
    case 0: filters.at = *Date::parse("2023-08"); break;
    case 1: filters.since = *Date::parse("2023"); break;
    case 2: filters.until = *Date::parse("2022-06"); break;
    case 3: filters.relations = {Relation::funds, Relation::hosts}; break;
    case 4: filters.kinds = {Kind::state, Kind::project}; break;
    case 5: filters.flows = {Flow::spent}; break;
    case 6: filters.documents = {0, static_cast<DocumentId>(graph.document_count() - 1)}; break;
    case 7: filters.min_documents = 2; break;
    case 8: filters.basis = Basis::stated; break;
    default: break;
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(narrow_test)

BOOST_AUTO_TEST_CASE(each_filter_alone_and_any_two_together) {
  Random random(77);
  for (int round = 0; round < 4; ++round) {
    const Graph graph = random_graph(random);
    for (std::uint32_t a = 0; a < 10; ++a)
      for (std::uint32_t b = 0; b <= a; ++b) {
        Filters filters;
        set_filter(a, graph, filters);
        set_filter(b, graph, filters);
        BOOST_TEST_CONTEXT("filters " << a << " and " << b) { check(graph, filters); }
      }
  }
}

BOOST_AUTO_TEST_CASE(no_filter_keeps_everything) {
  const Graph graph = make_graph("state:A funds project:p\nnode donor:lonely\n");
  const Subset subset = narrow(graph, {});
  BOOST_TEST(subset.nodes().count() == 3U);
  BOOST_TEST(!Filters{}.any());
}

BOOST_AUTO_TEST_CASE(a_flow_filter_leaves_alone_what_carries_no_money) {
  const Graph graph = make_graph(
      "state:A funds project:p flow=spent\n"
      "state:B funds project:p flow=pledged\n"
      "office:x implements project:p\n");
  Filters filters;
  filters.flows = {Flow::spent};
  BOOST_TEST(edge_lines(narrow(graph, filters)) ==
             "office:x implements project:p\nstate:A funds project:p\n");
}

BOOST_AUTO_TEST_CASE(claims_without_any_date_are_counted_when_time_matters) {
  const Graph graph = make_graph("state:A funds project:p\nstate:B funds project:p start=2024\n");
  Filters filters;
  filters.at = *Date::parse("2024");
  const Subset subset = narrow(graph, filters);
  BOOST_TEST(node_ids(subset) == "project:p state:B");
  BOOST_REQUIRE(subset.notes().size() == 1U);
  BOOST_TEST(subset.notes().front() ==
             "1 claim left out: neither the claim nor its document has a date");
}

BOOST_AUTO_TEST_SUITE_END()
