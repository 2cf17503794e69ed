// SPDX-License-Identifier: Apache-2.0
//
// Tests the ledger's rules for adding amounts: documents that agree or disagree, lines, flows,
// currencies.
#include "oscegraph/graph/ledger.hpp"

#include <boost/test/unit_test.hpp>

#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

namespace {

using namespace oscegraph;
using oscegraph::test::make_graph;

std::vector<Transfer> transfers(const Graph& graph) {
  return transfers_of(Subset::whole(graph), 0);
}

/// All transfers as text: "committed EUR 10.00; pledged EUR 5.00".
std::string said(const Graph& graph) {
  std::string result;
  for (const Transfer& transfer : transfers(graph)) {
    if (!result.empty()) result += "; ";
    result += words(transfer.key, transfer.amount);
  }
  return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ledger)

BOOST_AUTO_TEST_CASE(documents_that_agree_count_once) {
  const Graph graph = make_graph(
      "state:NO funds project:A doc=a amount=10 currency=EUR flow=committed\n"
      "state:NO funds project:A doc=b amount=10.00 currency=EUR flow=committed\n");
  BOOST_TEST(said(graph) == "committed EUR 10.00");
  BOOST_TEST(transfers(graph).front().documents.size() == 2U);
  BOOST_TEST(!transfers(graph).front().disputed());
}

BOOST_AUTO_TEST_CASE(documents_that_disagree_make_a_range) {
  const Graph graph = make_graph(
      "state:NO funds project:A doc=a amount=12 currency=EUR flow=committed\n"
      "state:NO funds project:A doc=b amount=10 currency=EUR flow=committed\n"
      "state:NO funds project:A doc=c amount=11 currency=EUR flow=committed\n");
  BOOST_TEST(said(graph) == "committed EUR 10.00 to 12.00");
  BOOST_TEST(transfers(graph).front().disputed());
}

BOOST_AUTO_TEST_CASE(lines_of_one_document_add_up_before_documents_are_compared) {
  const Graph graph = make_graph(
      "state:NO funds project:A doc=a amount=4 currency=EUR flow=disbursed at=1\n"
      "state:NO funds project:A doc=a amount=6 currency=EUR flow=disbursed at=2\n"
      "state:NO funds project:A doc=b amount=10 currency=EUR flow=disbursed\n");
  BOOST_TEST(said(graph) == "disbursed EUR 10.00");
}

BOOST_AUTO_TEST_CASE(flows_and_currencies_never_meet_and_come_in_reading_order) {
  const Graph graph = make_graph(
      "state:NO funds project:A amount=1 currency=USD\n"
      "state:NO funds project:A amount=2 currency=EUR flow=in_kind\n"
      "state:NO funds project:A amount=3 currency=USD flow=pledged\n"
      "state:NO funds project:A amount=4 currency=EUR flow=pledged\n"
      "state:NO funds project:A amount=5 currency=JPY flow=spent\n");
  BOOST_TEST(said(graph) ==
             "pledged EUR 4.00; pledged USD 3.00; spent JPY 5; in kind EUR 2.00; "
             "USD 1.00 of unknown flow");
}

BOOST_AUTO_TEST_CASE(periods_and_projects_tell_transfers_apart) {
  const Graph graph = make_graph(
      "state:NO funds office:X doc=a amount=1 currency=EUR flow=spent start=2023 end=2023\n"
      "state:NO funds office:X doc=a amount=2 currency=EUR flow=spent start=2024 end=2024\n"
      "state:NO funds office:X doc=a amount=4 currency=EUR flow=spent via=project:A\n"
      "state:NO funds office:X doc=a amount=8 currency=EUR flow=spent via=project:B\n");
  BOOST_TEST(transfers(graph).size() == 4U);
  Ledger ledger;
  for (const Transfer& transfer : transfers(graph)) ledger.add(transfer);
  BOOST_REQUIRE(ledger.sums().size() == 1U);
  BOOST_TEST(ledger.sums().begin()->second.low == 1500);
}

BOOST_AUTO_TEST_CASE(an_amount_nobody_states_is_unknown_and_a_stated_zero_is_zero) {
  BOOST_TEST(transfers(make_graph("state:NO funds project:A flow=in_kind")).empty());
  BOOST_TEST(said(make_graph("state:NO funds project:A amount=0 currency=EUR flow=pledged")) ==
             "pledged EUR 0.00");
  BOOST_TEST(Ledger().empty());
  BOOST_TEST((Ledger().find({Flow::pledged, *Currency::parse("EUR")}) == nullptr));
}

BOOST_AUTO_TEST_CASE(claims_outside_the_scope_do_not_count) {
  const Graph graph = make_graph(
      "state:NO funds project:A doc=a amount=1 currency=EUR flow=spent\n"
      "state:NO funds project:A doc=b amount=2 currency=EUR flow=spent\n");
  Subset scope(graph);
  scope.insert_claim(1);
  BOOST_REQUIRE(transfers_of(scope, 0).size() == 1U);
  BOOST_TEST(transfers_of(scope, 0).front().amount.low == 200);
}

BOOST_AUTO_TEST_CASE(a_sum_that_does_not_fit_is_an_error) {
  const Graph graph = make_graph(
      "state:NO funds project:A at=1 amount=92233720368547758.07 currency=EUR flow=spent\n"
      "state:NO funds project:A at=2 amount=0.01 currency=EUR flow=spent\n");
  BOOST_CHECK_EXCEPTION(transfers(graph), Error, [](const Error& error) {
    return std::string(error.what()) ==
           "the sum of the spent EUR amounts is too large to be counted exactly; a sum holds up to "
           "9,223,372,036,854,775,807 of the currency's smallest units";
  });
  Ledger ledger;
  Transfer transfer;
  transfer.key = {Flow::spent, *Currency::parse("EUR")};
  transfer.amount = {1, std::numeric_limits<std::int64_t>::max()};
  ledger.add(transfer);
  BOOST_CHECK_THROW(ledger.add(transfer), Error);
}

BOOST_AUTO_TEST_CASE(refunds_are_negative) {
  const Graph graph = make_graph(
      "state:NO funds project:A at=1 amount=10 currency=EUR flow=disbursed\n"
      "state:NO funds project:A at=2 amount=-3.50 currency=EUR flow=disbursed\n");
  BOOST_TEST(said(graph) == "disbursed EUR 6.50");
}

BOOST_AUTO_TEST_CASE(columns_are_named_by_flow_and_currency) {
  const Currency eur = *Currency::parse("EUR");
  BOOST_TEST(column_name(LedgerKey{Flow::committed, eur}) == "committed_EUR");
  BOOST_TEST(column_name(LedgerKey{Flow::in_kind, eur}) == "in_kind_EUR");
  BOOST_TEST(column_name(LedgerKey{Flow::unknown, eur}) == "unknown_flow_EUR");
}

BOOST_AUTO_TEST_SUITE_END()
