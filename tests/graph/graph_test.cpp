// SPDX-License-Identifier: Apache-2.0
//
// Tests the Graph: canonical order, merged equal claims, look-ups, adjacency, attributes and times.
#include "oscegraph/graph/graph.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

namespace {

using namespace oscegraph;
using namespace oscegraph::test;

/// Everything in the graph as text: two graphs are equal when these texts are.
std::string dump(const Graph& graph) {
  std::string out;
  const auto put = [&](const auto&... words) { ((out += std::string(words) + '|'), ...) += '\n'; };
  for (const NodeId n : graph.nodes()) {
    put(graph.node_id(n), graph.node_name(n), name_of(graph.node_kind(n)),
        join(graph.aliases(n), ","));
    for (const Attribute& a : graph.attributes(n)) put("  attribute", a.name, a.value);
    for (const EdgeId e : graph.in_edges(n)) put("  in", to_text(e));
  }
  for (const DocumentId d : graph.document_count() == 0 ? id_range(0, 0) : graph.documents()) {
    const Document document = graph.document(d);
    put(document.id, document.title, document.publisher, document.date.text());
  }
  for (const EdgeId e : graph.edges()) {
    put("edge", to_text(graph.edge_from(e)), name_of(graph.edge_relation(e)),
        to_text(graph.edge_to(e)));
    for (const ClaimId c : graph.claims_of(e)) {
      const Claim claim = graph.claim(c);
      put("  claim", to_text(claim.document), to_text(claim.via), name_of(claim.flow),
          name_of(claim.basis), claim.amount ? claim.amount->decimal() : "",
          claim.period.start.text(), claim.period.end.text(), to_text(claim.share), claim.locator,
          claim.quote);
    }
  }
  return out;
}

std::vector<std::string> random_statements(Random& random) {
  std::vector<std::string> statements{
      "node state:B name=Bee alias=B alias=Be attr.x=1 attr.a=2",
      "document d2 title=Two date=2024",
      "document d1 title=One",
  };
  const auto letter = [&](char first, std::uint32_t count) {
    return std::string(1, static_cast<char>(first + static_cast<char>(random.below(count))));
  };
  for (int i = 0; i < 25; ++i) {
    std::string statement =
        "state:" + letter('A', 4) + " funds project:" + letter('p', 3) + " doc=d" + letter('1', 3);
    if (random.one_in(2)) statement += " amount=" + letter('1', 3) + " currency=EUR";
    if (random.one_in(3)) statement += " flow=pledged via=project:" + letter('p', 3);
    if (random.one_in(3)) statement += " start=202" + letter('1', 4) + " basis=inferred";
    statements.push_back(statement + " at=" + letter('a', 3));
  }
  return statements;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(graph_test)

BOOST_AUTO_TEST_CASE(the_order_of_statements_does_not_matter) {
  Random random(31);
  for (int round = 0; round < 20; ++round) {
    std::vector<std::string> statements = random_statements(random);
    const std::string expected = dump(make_graph(join(statements, "\n")));
    for (int shuffle = 0; shuffle < 5; ++shuffle) {
      for (std::size_t i = statements.size(); i > 1; --i)
        std::swap(statements[i - 1], statements[random.below(static_cast<std::uint32_t>(i))]);
      BOOST_REQUIRE(dump(make_graph(join(statements, "\n"))) == expected);
    }
  }
}

BOOST_AUTO_TEST_CASE(everything_is_in_its_canonical_order) {
  Random random(32);
  const Graph graph = make_graph(join(random_statements(random), "\n"));
  for (NodeId n = 1; n < graph.node_count(); ++n)
    BOOST_TEST((graph.node_id(n - 1) < graph.node_id(n)));
  for (EdgeId e = 1; e < graph.edge_count(); ++e) {
    const auto key = [&](EdgeId x) {
      return std::tuple(graph.edge_from(x), graph.edge_relation(x), graph.edge_to(x));
    };
    BOOST_TEST((key(e - 1) < key(e)));
  }
  ClaimId next = 0;
  for (const EdgeId e : graph.edges())
    for (const ClaimId c : graph.claims_of(e)) {
      BOOST_TEST(c == next++);
      BOOST_TEST(graph.claim_edge(c) == e);
    }
  BOOST_TEST(next == graph.claim_count());
}

BOOST_AUTO_TEST_CASE(claims_equal_in_everything_are_one) {
  BOOST_TEST(make_graph("state:A funds project:p\nstate:A funds project:p\n").claim_count() == 1U);
  for (const std::string_view difference :
       {"doc=x", "at=1", "quote=q", "flow=spent", "basis=inferred", "start=2024", "end=2024",
        "share=5", "via=project:q", "amount=0 currency=EUR"}) {
    const Graph graph = make_graph("state:A funds project:p\nstate:A funds project:p " +
                                   std::string(difference) + "\n");
    BOOST_TEST(graph.claim_count() == 2U, difference);
    BOOST_TEST(graph.edge_count() == 1U);
  }
}

// Claims of a rule that differ only in their place in the document are one, as after an edit of the
// file.
BOOST_AUTO_TEST_CASE(what_a_rule_found_is_one_wherever_it_stands) {
  const std::string found = "state:A funds project:p amount=5 currency=EUR rule=r quote=q";
  const auto claims_of = [&](const std::string& more) {
    // In order of place another claim, of a different row, lies between the two.
    return make_graph(found + " at=a\nstate:A funds project:p at=b\n" + found + " at=c" + more +
                      "\n")
        .claim_count();
  };
  BOOST_TEST(claims_of("") == 2U);
  for (const std::string difference :
       {" doc=x", " quote=other", " rule=other", " amount=6", " flow=pledged", " basis=inferred",
        " start=2024", " reviewed=yes"})
    BOOST_TEST(claims_of(difference) == 3U, difference);
  const std::string row = "state:A funds project:p amount=5 currency=EUR";
  BOOST_TEST(make_graph(row + " at=a\n" + row + " at=b\n").claim_count() == 2U);
  const Graph graph = make_graph(found + " at=c\n" + found + " at=a\n" + found + " at=b\n");
  BOOST_REQUIRE(graph.claim_count() == 1U);
  BOOST_TEST(graph.claim(0).locator == "a");
}

BOOST_AUTO_TEST_CASE(nodes_edges_and_documents_are_found_by_what_they_are) {
  Random random(33);
  const Graph graph = make_graph(join(random_statements(random), "\n"));
  for (const NodeId n : graph.nodes()) BOOST_TEST((graph.find_node(graph.node_id(n)) == n));
  for (const DocumentId d : graph.documents())
    BOOST_TEST((graph.find_document(graph.document_id(d)) == d));
  for (const NodeId from : graph.nodes())
    for (const RelationRow& row : relations())
      for (const NodeId to : graph.nodes()) {
        std::optional<EdgeId> expected;
        for (const EdgeId e : graph.edges())
          if (graph.edge_from(e) == from && graph.edge_relation(e) == row.relation &&
              graph.edge_to(e) == to)
            expected = e;
        BOOST_TEST((graph.find_edge(from, row.relation, to) == expected));
      }
  for (const std::string_view id : {"", "state", "state:AA", "state:", "zzz"})
    BOOST_TEST(!graph.find_node(id).has_value());
  BOOST_TEST(!graph.find_document("d9").has_value());
}

BOOST_AUTO_TEST_CASE(adjacency_lists_every_edge_at_both_ends) {
  Random random(34);
  const Graph graph = make_plain_graph(9, random_arrows(random, 9, 30));
  std::multiset<EdgeId> out;
  std::multiset<EdgeId> in;
  for (const NodeId n : graph.nodes()) {
    for (const EdgeId e : graph.out_edges(n)) {
      BOOST_TEST(graph.edge_from(e) == n);
      out.insert(e);
    }
    BOOST_TEST(std::ranges::is_sorted(graph.in_edges(n)));
    for (const EdgeId e : graph.in_edges(n)) {
      BOOST_TEST(graph.edge_to(e) == n);
      in.insert(e);
    }
  }
  const std::multiset<EdgeId> each_once(graph.edges().begin(), graph.edges().end());
  BOOST_TEST((out == each_once));
  BOOST_TEST((in == each_once));
}

BOOST_AUTO_TEST_CASE(names_attributes_and_time) {
  const Graph graph = make_graph(R"(
node state:B name=Bee alias=B alias=Be alias=B alias=Bee attr.x=1 attr.a=2
state:B funds project:p doc=d at=1
state:B funds project:p doc=d at=2 start=2020 end=2021
state:B funds project:p doc=e
document d date=2024-11
)");
  const NodeId bee = node(graph, "state:B");
  BOOST_TEST(join(graph.aliases(bee), ",") == "B,Be");
  BOOST_TEST(graph.attributes(bee).front().name == "a");
  BOOST_TEST(graph.attribute(bee, "x") == "1");
  BOOST_TEST(graph.attribute(bee, "y") == "");
  BOOST_TEST(graph.claim_time(0).start.text() == "2024-11");
  BOOST_TEST(graph.claim_time(1).end.text() == "2021");
  BOOST_TEST(!graph.claim_time(2).known());
  BOOST_TEST(!graph.claim_amount(0).has_value());
}

BOOST_AUTO_TEST_CASE(an_empty_graph_is_a_graph) {
  for (const Graph& graph : {Graph(), make_graph("")}) {
    BOOST_TEST(graph.node_count() == 0U);
    BOOST_TEST(graph.edge_count() == 0U);
    BOOST_TEST(graph.claim_count() == 0U);
    BOOST_TEST(graph.nodes().empty());
    BOOST_TEST(graph.edges().empty());
    BOOST_TEST(!graph.find_node("x").has_value());
  }
}

BOOST_AUTO_TEST_SUITE_END()
