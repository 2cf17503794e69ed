// SPDX-License-Identifier: Apache-2.0
//
// Tests the funding query: its rows in every form, its sums and its notes.
#include "oscegraph/queries/funding/funding.hpp"

#include <boost/test/unit_test.hpp>

#include "oscegraph/graph/narrow.hpp"
#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/queries/funding/funding_links.hpp"
#include "oscegraph/tests/support/make_graph.hpp"
#include "oscegraph/tests/support/make_lines.hpp"

namespace {

using namespace oscegraph;
using namespace oscegraph::test;

Answer ask(const Graph& graph, FundingOptions options = {}) {
  return to_answer(funding(Subset::whole(graph), options));
}

Answer ask_by(const Graph& graph, FundingBy by) { return ask(graph, {by, {}, {}, false}); }

bool notes_say(const Answer& answer, std::string_view sentence) {
  return note_lines(answer.table).find(sentence) != std::string::npos;
}

//   Norway ─10─→ Alpha ←── Xanadu        Norway ─5 pledged─→ Xanadu (outside any project)
//   France ─20─→   ╰────── Yonder
//   France ─ ? ─→ Beta ←── Yonder        Sida part of Sweden ─7─→ Beta
//   EU ─40──────→ Beta                   Norway ─ ? ─→ Gamma (no office)
Graph drawn() {
  return make_graph(R"(
state:NO funds project:alpha doc=a amount=10 currency=EUR flow=committed start=2023 end=2024
state:FR funds project:alpha doc=b amount=20 currency=EUR flow=committed
state:FR funds project:beta doc=b
state:FR funds project:beta doc=c
donor:EU funds project:beta doc=b amount=40 currency=EUR flow=committed
state:NO funds office:x doc=a amount=5 currency=EUR flow=pledged
state:NO funds project:gamma doc=a
agency:sida funds project:beta doc=d amount=7 currency=SEK flow=spent
agency:sida part_of agency:ministry
agency:ministry part_of state:SE
office:x implements project:alpha doc=e
office:y implements project:alpha doc=e
office:y implements project:beta doc=e
node state:NO name=Norway
node state:FR name=France
node state:SE name=Sweden
node office:x name=Xanadu
node office:y name=Yonder
node project:alpha name=Alpha
node project:beta name=Beta
node project:gamma name=Gamma
node agency:sida name=Sida
document a date=2024-11-01
document b date=2024-11-02
document c date=2024-12
)");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(funding_test)

BOOST_AUTO_TEST_CASE(a_row_for_each_state_and_office) {
  const Graph graph = drawn();
  const Answer answer = ask(graph);
  BOOST_TEST(
      lines(answer.table) ==
      "state | state_id | office | office_id | projects | direct | through | pledged_EUR | "
      "committed_EUR | spent_SEK | documents | first | last\n"
      "France | state:FR | Xanadu | office:x | Alpha | no | - | - | 20.00 | - | 1 | 2024-11-02 | "
      "2024-11-02\n"
      "France | state:FR | Yonder | office:y | Alpha, Beta | no | - | - | 20.00 | - | 2 | "
      "2024-11-02 | 2024-12\n"
      "Norway | state:NO | Xanadu | office:x | Alpha | yes | - | 5.00 | 10.00 | - | 1 | 2023 | "
      "2024\n"
      "Norway | state:NO | Yonder | office:y | Alpha | no | - | - | 10.00 | - | 1 | 2023 | 2024\n"
      "Sweden | state:SE | Yonder | office:y | Beta | no | Sida | - | - | 7.00 | 1 | - | -\n");
}

BOOST_AUTO_TEST_CASE(notes_say_the_rule_the_totals_and_what_is_left_out) {
  const Graph graph = drawn();
  BOOST_TEST(
      note_lines(ask(graph).table) ==
      "A State funds an office when it funds a project that the office implements, or pays "
      "the office itself; what its agencies pay counts for the State.\n"
      "Money: flows and currencies are kept apart, documents that agree count once, and a sum "
      "for several years is not divided between them. A project with several offices is in several "
      "rows but once in the total.\n"
      "Documents are those of the funding claims, first and last the dates from and to which "
      "these hold: their period, or the day of the document where no period is stated.\n"
      "Total: pledged EUR 5.00; committed EUR 30.00; spent SEK 7.00. Not in it: 1 of 5 "
      "fundings, of which no document states an amount.\n"
      "Left out: 1 funder that is not a State (EU); the view by donor lists all.\n"
      "Left out: 1 funded project that names no implementing office (Gamma).\n");
}

BOOST_AUTO_TEST_CASE(the_subset_holds_the_rows_and_how_they_hang_together) {
  const Graph graph = drawn();
  const Answer answer = ask(graph);
  BOOST_TEST(edge_lines(answer.subset) ==
             "agency:ministry part_of state:SE\n"
             "agency:sida funds project:beta\n"
             "agency:sida part_of agency:ministry\n"
             "office:x implements project:alpha\n"
             "office:y implements project:alpha\n"
             "office:y implements project:beta\n"
             "state:FR funds project:alpha\n"
             "state:FR funds project:beta\n"
             "state:NO funds office:x\n"
             "state:NO funds project:alpha\n");
  const Score* projects = answer.subset.score("projects");
  BOOST_REQUIRE(projects != nullptr);
  BOOST_TEST(projects->values[node(graph, "state:FR")] == 2.0);
  BOOST_TEST(projects->values[node(graph, "office:x")] == 1.0);
}

BOOST_AUTO_TEST_CASE(by_state_shows_all_a_state_funds_and_by_office_what_reaches_offices) {
  const Graph graph = drawn();
  const Answer by_state = ask_by(graph, FundingBy::state);
  BOOST_TEST(
      lines(by_state.table, {"state", "offices", "projects", "committed_EUR", "documents"}) ==
      "state | offices | projects | committed_EUR | documents\n"
      "France | Xanadu, Yonder | Alpha, Beta | 20.00 | 2\n"
      "Norway | Xanadu, Yonder | Alpha, Gamma | 10.00 | 1\n"
      "Sweden | Yonder | Beta | - | 1\n");
  const Answer by_office = ask_by(graph, FundingBy::office);
  BOOST_TEST(lines(by_office.table, {"office", "states", "projects", "committed_EUR"}) ==
             "office | states | projects | committed_EUR\n"
             "Xanadu | France, Norway | Alpha | 30.00\n"
             "Yonder | France, Norway, Sweden | Alpha, Beta | 30.00\n");
  for (const Answer& answer : {by_state, by_office})
    BOOST_TEST(notes_say(answer, "Total: pledged EUR 5.00; committed EUR 30.00; spent SEK 7.00."));
}

BOOST_AUTO_TEST_CASE(by_project_shows_projects_without_an_office) {
  const Answer answer = ask_by(drawn(), FundingBy::project);
  BOOST_TEST(lines(answer.table, {"project", "states", "offices", "committed_EUR"}) ==
             "project | states | offices | committed_EUR\n"
             "Alpha | France, Norway | Xanadu, Yonder | 30.00\n"
             "Beta | France, Sweden | Yonder | -\n"
             "Gamma | Norway | - | -\n");
  BOOST_TEST(notes_say(answer, "Left out: 1 payment that belongs to no project."));
}

BOOST_AUTO_TEST_CASE(by_donor_lists_every_funder_as_named) {
  const Answer answer = ask_by(drawn(), FundingBy::donor);
  BOOST_TEST(lines(answer.table, {"funder", "kind", "offices", "projects"}) ==
             "funder | kind | offices | projects\n"
             "EU | donor | Yonder | Beta\n"
             "France | state | Xanadu, Yonder | Alpha, Beta\n"
             "Norway | state | Xanadu, Yonder | Alpha, Gamma\n"
             "Sida | agency | Yonder | Beta\n");
}

BOOST_AUTO_TEST_CASE(the_matrix_counts_projects) {
  FundingOptions options;
  options.matrix = true;
  const Graph graph = drawn();
  const Answer answer = ask(graph, options);
  BOOST_TEST(lines(answer.table) ==
             "state | state_id | x | y\n"
             "France | state:FR | 1 | 2\n"
             "Norway | state:NO | 1 | 1\n"
             "Sweden | state:SE | - | 1\n");
  BOOST_TEST(answer.table.notes.front() == "Columns: x is Xanadu; y is Yonder.");
  options.by = FundingBy::state;
  BOOST_CHECK_THROW(ask(graph, options), UsageError);
}

BOOST_AUTO_TEST_CASE(from_and_to_narrow_the_rows) {
  const Graph graph = drawn();
  const auto rows = [&](std::vector<NodeId> from, std::vector<NodeId> to) {
    return lines(ask(graph, {FundingBy::state_office, std::move(from), std::move(to), false}).table,
                 {"office", "projects"});
  };
  BOOST_TEST(rows({node(graph, "state:SE")}, {}) == "office | projects\nYonder | Beta\n");
  BOOST_TEST(rows({node(graph, "agency:sida")}, {}) == "office | projects\nYonder | Beta\n");
  BOOST_TEST(rows({node(graph, "state:NO")}, {node(graph, "office:x")}) ==
             "office | projects\nXanadu | Alpha\n");
  BOOST_TEST(rows({}, {node(graph, "project:beta")}) ==
             "office | projects\nYonder | Beta\nYonder | Beta\n");
  BOOST_TEST(rows({node(graph, "state:SE")}, {node(graph, "office:x")}) == "office | projects\n");
}

BOOST_AUTO_TEST_CASE(a_donor_asked_for_by_name_gets_its_rows) {
  const Graph graph = drawn();
  const Answer answer = ask(graph, {FundingBy::state_office, {node(graph, "donor:EU")}, {}, false});
  BOOST_TEST(lines(answer.table, {"funder", "kind", "office", "committed_EUR"}) ==
             "funder | kind | office | committed_EUR\nEU | donor | Yonder | 40.00\n");
}

BOOST_AUTO_TEST_CASE(ends_that_cannot_be_are_errors) {
  const Graph graph = drawn();
  const auto message = [&](const FundingOptions& options) -> std::string {
    try {
      ask(graph, options);
    } catch (const Error& error) {
      return error.what();
    }
    return "no error";
  };
  BOOST_TEST(message({FundingBy::state_office, {node(graph, "project:beta")}, {}, false}) ==
             "Beta is a project and funds nobody; a funder is a state, donor, agency or office");
  BOOST_TEST(message({FundingBy::state_office, {}, {node(graph, "state:NO")}, false}) ==
             "Norway is a state; funding is followed to an office or a project");
}

BOOST_AUTO_TEST_CASE(disagreeing_documents_get_a_second_column_and_a_note) {
  const Graph graph = make_graph(R"(
state:NO funds project:a doc=d1 amount=10 currency=EUR flow=committed
state:NO funds project:a doc=d2 amount=12 currency=EUR flow=committed
state:FR funds project:a doc=d2 amount=1 currency=EUR flow=committed
office:x implements project:a
)");
  const Answer answer = ask(graph);
  BOOST_TEST(lines(answer.table, {"state", "committed_EUR", "committed_EUR_max"}) ==
             "state | committed_EUR | committed_EUR_max\n"
             "FR | 1.00 | 1.00\n"
             "NO | 10.00 | 12.00\n");
  BOOST_TEST(notes_say(answer, "Total: committed EUR 11.00 to 13.00."));
  BOOST_TEST(notes_say(answer,
                       "Documents disagree on 1 amount; the lowest is counted, the highest is in "
                       "the _max column: NO → a, committed EUR 10.00 to 12.00 in 2 documents."));
}

BOOST_AUTO_TEST_CASE(many_disagreements_are_counted_not_listed) {
  std::string text;
  for (const char* state : {"A", "B", "C", "D", "E"})
    for (const char* document : {"1", "2"})
      text += std::string("state:") + state + " funds project:p doc=" + document +
              " amount=" + document + " currency=EUR flow=spent\n";
  const Graph graph = make_graph(text + "office:x implements project:p\n");
  BOOST_TEST(notes_say(ask(graph), "Documents disagree on 5 amounts;"));
  BOOST_TEST(notes_say(ask(graph), "C → p, spent EUR 1.00 to 2.00 in 2 documents; and 2 more."));
}

BOOST_AUTO_TEST_CASE(unknown_is_not_zero) {
  const Graph graph = make_graph(
      "state:NO funds project:a flow=in_kind\n"
      "office:x implements project:a\n");
  const Answer answer = ask(graph);
  BOOST_TEST(notes_say(answer, "No document states an amount: unknown is not zero."));
  BOOST_TEST(lines(answer.table) ==
             "state | state_id | office | office_id | projects | documents | first | last\n"
             "NO | state:NO | x | office:x | a | 1 | - | -\n");
}

BOOST_AUTO_TEST_CASE(payments_to_an_office_inside_a_project_name_the_project) {
  // Norway pays x inside a, and y inside no project; x need not be said to implement a.
  const Graph graph = make_graph(
      "state:NO funds office:x amount=3 currency=EUR flow=disbursed via=project:a\n"
      "state:NO funds office:y amount=4 currency=EUR flow=disbursed\n");
  const Answer answer = ask(graph);
  BOOST_TEST(lines(answer.table, {"office", "projects", "direct", "disbursed_EUR"}) ==
             "office | projects | direct | disbursed_EUR\n"
             "x | a | no | 3.00\n"
             "y | - | yes | 4.00\n");
  BOOST_TEST(node_ids(answer.subset) == "office:x office:y project:a state:NO");
}

BOOST_AUTO_TEST_CASE(a_part_is_not_added_to_its_whole) {
  // The whole: 10 committed for a. Its parts: 6 committed to x inside a, and 2 disbursed.
  const Graph graph = make_graph(
      "state:NO funds project:a amount=10 currency=EUR flow=committed\n"
      "state:NO funds office:x amount=6 currency=EUR flow=committed via=project:a\n"
      "state:NO funds office:x amount=2 currency=EUR flow=disbursed via=project:a\n"
      "office:y implements project:a\n");
  const Answer answer = ask(graph);
  BOOST_TEST(lines(answer.table, {"office", "committed_EUR", "disbursed_EUR"}) ==
             "office | committed_EUR | disbursed_EUR\n"
             "x | 6.00 | 2.00\n"
             "y | 10.00 | -\n");
  BOOST_TEST(notes_say(answer, "Total: committed EUR 10.00; disbursed EUR 2.00."));
  BOOST_TEST(notes_say(answer, "1 payment inside a project is left out of the totals"));
}

BOOST_AUTO_TEST_CASE(another_period_from_another_document_is_counted_and_doubted) {
  const Graph graph = make_graph(
      "state:NO funds project:a doc=d1 amount=10 currency=EUR flow=committed\n"
      "state:NO funds project:a doc=d2 amount=10 currency=EUR flow=committed start=2024\n"
      "office:x implements project:a\n");
  BOOST_TEST(notes_say(ask(graph), "Total: committed EUR 20.00."));
  BOOST_TEST(notes_say(ask(graph),
                       "1 amount is counted as a further transfer because another document "
                       "gives another period"));
}

BOOST_AUTO_TEST_CASE(money_for_agencies_is_left_out_but_shown_by_donor) {
  const Graph graph = make_graph(
      "state:NO funds agency:un amount=10 currency=EUR flow=committed\n"
      "state:NO funds office:x\n");
  BOOST_TEST(notes_say(ask(graph), "Left out: 1 payment to agencies or States."));
  BOOST_TEST(lines(ask_by(graph, FundingBy::donor).table, {"funder", "other_recipients"}) ==
             "funder | other_recipients\nNO | un\n");
}

BOOST_AUTO_TEST_CASE(a_state_that_funds_no_known_office_is_in_the_view_by_state) {
  const Graph graph = make_graph(
      "state:NO funds project:a amount=10 currency=EUR flow=committed\n"
      "state:NO funds agency:un amount=3 currency=EUR flow=committed\n"
      "state:FR funds agency:un amount=5 currency=EUR flow=committed via=project:b\n");
  const Answer answer = ask_by(graph, FundingBy::state);
  BOOST_TEST(lines(answer.table, {"state", "offices", "projects", "committed_EUR"}) ==
             "state | offices | projects | committed_EUR\nFR | - | b | 5.00\nNO | - | a | 10.00\n");
  BOOST_TEST(notes_say(answer, "Total: committed EUR 15.00."));
  BOOST_TEST(notes_say(answer, "Left out: 1 payment to agencies or States."));
  BOOST_TEST(ask(graph).table.rows.empty());
}

BOOST_AUTO_TEST_CASE(money_on_its_way_through_the_payers_own_agencies_counts_once) {
  const Graph graph = make_graph(
      "agency:sida part_of state:SE\n"
      "state:SE funds agency:sida amount=9 currency=SEK flow=committed via=project:a\n"
      "agency:sida funds project:a amount=9 currency=SEK flow=committed\n"
      "office:x implements project:a\n");
  for (const FundingBy by : {FundingBy::state_office, FundingBy::state, FundingBy::project}) {
    const Answer answer = ask_by(graph, by);
    BOOST_TEST(notes_say(answer, "Total: committed SEK 9.00."));
    BOOST_TEST(notes_say(
        answer, "Not counted: 1 payment to the payer's own agencies; what those pay on is."));
  }
  BOOST_TEST(notes_say(ask_by(graph, FundingBy::donor), "Total: committed SEK 18.00."));
}

BOOST_AUTO_TEST_CASE(an_edge_with_payments_inside_many_projects_is_read_once) {
  // Scanning all claims of the edge for each project would take a hundred million steps here.
  constexpr int projects = 10'000;
  std::string text = "state:NO funds office:x amount=1 currency=EUR flow=committed\n";
  for (int i = 0; i < projects; ++i)
    text += "state:NO funds office:x amount=2 currency=EUR flow=committed via=project:" +
            std::to_string(i) + '\n';
  const Graph graph = make_graph(text);
  const Subset whole = Subset::whole(graph);
  const RollUp roll_up(whole);
  const FundingLinks links(whole, roll_up,
                           [](const FundingLink&, unsigned) { return FundingLinks::Choice::keep; });
  std::size_t claims = 0;
  for (const FundingLink& link : links.all()) {
    BOOST_REQUIRE(link.claims.size() == 1U);
    BOOST_REQUIRE(graph.claim_via(link.claims.front()) == link.project);
    ++claims;
  }
  BOOST_TEST(claims == projects + 1U);
  BOOST_TEST(notes_say(ask(graph), "Total: committed EUR 20,001.00."));
}

BOOST_AUTO_TEST_CASE(an_answer_of_many_links_keeps_its_names) {
  constexpr int states = 100;
  constexpr int offices = 101;
  constexpr int projects = 10;
  std::string text;
  for (int p = 0; p < projects; ++p) {
    const std::string project = "project:" + std::to_string(p);
    for (int s = 0; s < states; ++s)
      text += "agency:" + std::to_string(s) + " funds " + project + '\n';
    for (int o = 0; o < offices; ++o)
      text += "office:" + std::to_string(o) + " implements " + project + '\n';
  }
  for (int s = 0; s < states; ++s)
    text += "agency:" + std::to_string(s) + " part_of state:" + std::to_string(s) + '\n';
  const Graph graph = make_graph(text);
  const Answer answer = ask_by(graph, FundingBy::state);
  BOOST_REQUIRE(answer.table.rows.size() == std::size_t{states});
  BOOST_TEST(lines(answer.table, {"state", "projects", "through", "documents"})
                 .starts_with("state | projects | through | documents\n"
                              "0 | 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 | 0 | 1\n"));
  BOOST_TEST(lines(answer.table, {"offices"}).starts_with("offices\n0, 1, 10, 100, 11, 12,"));
  BOOST_TEST(answer.subset.score("projects")->values[*graph.find_node("state:7")] == projects);
  BOOST_TEST(answer.subset.score("projects")->values[*graph.find_node("office:7")] == projects);
  BOOST_TEST(lines(ask(graph, {FundingBy::state, {*graph.find_node("state:7")}, {}, false}).table,
                   {"state", "projects"})
                 .starts_with("state | projects\n7 | 0, 1, 2"));
}

BOOST_AUTO_TEST_CASE(nothing_funded_is_said) {
  const Answer answer = ask(make_graph("state:TJ hosts office:x"));
  BOOST_TEST(answer.table.rows.empty());
  BOOST_TEST(notes_say(answer, "No document here says so of anyone."));
}

BOOST_AUTO_TEST_CASE(only_claims_in_scope_count) {
  const Graph graph = drawn();
  Subset scope = Subset::whole(graph);
  Subset narrow(graph);
  for (const EdgeId e : scope.edges())
    if (graph.edge_relation(e) != Relation::implements) narrow.insert_edge(e, scope);
  BOOST_TEST(lines(table_of(funding(narrow, {})), {"state", "office"}) ==
             "state | office\nNorway | Xanadu\n");
}

BOOST_AUTO_TEST_CASE(no_document_states_an_amount_is_said_only_where_none_does) {
  const Graph graph = make_graph(R"(
state:NO funds project:a doc=plain
state:NO funds project:b doc=rich amount=5 currency=EUR flow=spent
office:x implements project:a doc=plain
)");
  const Subset whole = Subset::whole(graph);
  // The only amount belongs to a project that no office implements.
  BOOST_TEST(notes_say(to_answer(funding(whole, {})),
                       "No document states an amount for what is counted here; some do for what is "
                       "left out. Unknown is not zero."));
  Filters filters;
  filters.documents = {*graph.find_document("plain")};
  BOOST_TEST(notes_say(to_answer(funding(narrow(graph, filters), {})),
                       "No claim that the filters keep states an amount; others do. Unknown is not "
                       "zero."));
  BOOST_TEST(notes_say(ask(make_graph("state:NO funds office:x\n")),
                       "No document states an amount: unknown is not zero."));
  // The same for a sum: the missing amount may be in claims that the filters leave out.
  filters = {};
  filters.flows = {Flow::spent, Flow::unknown};
  BOOST_TEST(
      notes_say(to_answer(funding(narrow(graph, filters), {FundingBy::state, {}, {}, false})),
                "Total: spent EUR 5.00. Not in it: 1 of 2 fundings, of which no document "
                "states an amount."));
}

BOOST_AUTO_TEST_CASE(a_total_too_large_is_an_error) {
  const Graph graph = make_graph(
      "state:NO funds project:a amount=92233720368547758.07 currency=EUR flow=spent\n"
      "state:FR funds project:a amount=0.01 currency=EUR flow=spent\n"
      "office:x implements project:a\n");
  BOOST_CHECK_THROW(ask(graph), Error);
}

BOOST_AUTO_TEST_CASE(a_payment_inside_a_project_is_no_project_without_an_office) {
  const Graph graph = make_graph(
      "state:FR funds agency:un via=project:b\n"
      "state:FR funds project:b\n"
      "office:x implements project:b\n");
  const FundingAnswer answer = funding(Subset::whole(graph), {});
  BOOST_TEST(answer.left_out.projects.count == 0);
  BOOST_TEST(answer.left_out.other_payments == 1);
}

BOOST_AUTO_TEST_CASE(columns_of_a_matrix_have_different_names) {
  for (const std::string office : {"state", "state_id"}) {
    const Graph graph = make_graph("state:NO funds office:" + office + "\n");
    FundingOptions options;
    options.matrix = true;
    const Table table = table_of(funding(Subset::whole(graph), options));
    BOOST_REQUIRE(table.columns.size() == 3);
    BOOST_TEST(table.columns.back().name == "office:" + office);
  }
}

BOOST_AUTO_TEST_SUITE_END()
