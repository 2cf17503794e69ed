// SPDX-License-Identifier: Apache-2.0
//
// Tests how valid and invalid records are read, with the same mistakes in every format. The golden
// tests have the exact text that a user sees.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "load_text.hpp"

using namespace oscegraph;
using oscegraph::testing::Folder;
using oscegraph::testing::load_text;
using oscegraph::testing::Outcome;

namespace {

const std::string document = R"({"type":"document","id":"d","title":"The day"})"
                             "\n";
const std::string project = R"({"type":"node","id":"project:x","kind":"project","name":"X"})"
                            "\n";

std::string claim(const std::string& fields) { return R"({"type":"claim",)" + fields + "}\n"; }

/// The one problem of a JSON Lines text, "none" or "several".
std::string problem_of(const std::string& text) {
  const Outcome outcome = load_text("x.jsonl", text);
  if (outcome.problems.empty()) return "none";
  return outcome.problems.size() == 1 ? outcome.problems[0] : "several";
}

bool starts(const std::string& text, const std::string& start) { return text.starts_with(start); }

const std::string france_funds_x =
    R"("from":"state:FR","relation":"funds","to":"project:x","document":"d")";

}  // namespace

BOOST_AUTO_TEST_SUITE(records)

BOOST_AUTO_TEST_CASE(a_whole_claim_arrives) {
  const Outcome outcome = load_text(
      "x.jsonl",
      document + project +
          claim(
              france_funds_x +
              R"(,"via":null,"amount":"1200000.00","currency":"EUR","flow":"committed","start":"2023-01",)"
              R"("end":"2025-12-31","share":"33.3","locator":"line 5","quote":"q","basis":"inferred")"));
  BOOST_TEST(outcome.problems.empty());
  const Graph& graph = outcome.loaded.graph;
  BOOST_REQUIRE(graph.claim_count() == 1U);
  const Claim claim = graph.claim(0);
  BOOST_TEST(claim.amount->minor == 120000000);
  BOOST_TEST(claim.amount->currency.code() == "EUR");
  BOOST_TEST((claim.flow == Flow::committed));
  BOOST_TEST((claim.basis == Basis::inferred));
  BOOST_TEST(claim.period.start.text() == "2023-01");
  BOOST_TEST(claim.period.end.text() == "2025-12-31");
  BOOST_TEST(claim.share == 33300000);
  BOOST_TEST(claim.locator == "line 5");
  BOOST_TEST(claim.quote == "q");
  BOOST_TEST(claim.via == none);
  BOOST_TEST(graph.node_name(graph.edge_from(0)) == "France");
}

BOOST_AUTO_TEST_CASE(amounts_may_be_numbers_and_stay_exact) {
  const Outcome outcome = load_text(
      "x.jsonl", document + project +
                     claim(france_funds_x + R"(,"amount":90071992547409.93,"currency":"EUR")"));
  BOOST_TEST(outcome.loaded.graph.claim(0).amount->minor == 9007199254740993);
}

BOOST_AUTO_TEST_CASE(order_of_records_and_keys_does_not_matter) {
  const std::string late =
      R"({"from":"X","relation":"assists","to":"Albania","document":"The day","type":"claim"})"
      "\n";
  const Outcome first = load_text("x.jsonl", document + project + late);
  const Outcome last = load_text("x.jsonl", late + project + document);
  BOOST_TEST(first.problems.empty());
  BOOST_TEST(last.problems.empty());
  BOOST_TEST(first.loaded.graph.claim_count() == 1U);
  BOOST_TEST(last.loaded.graph.claim_count() == 1U);
  BOOST_TEST(last.loaded.graph.node_id(last.loaded.graph.edge_to(0)) == "state:AL");
}

BOOST_AUTO_TEST_CASE(json_object_and_csv_say_the_same) {
  const Outcome lines = load_text("x.jsonl", document + project + claim(france_funds_x));
  const Outcome object =
      load_text("x.json", R"({"oscegraph":1,"claims":[{)" + france_funds_x +
                              R"(}],"documents":[{"id":"d","title":"The day"}],)"
                              R"("nodes":[{"id":"project:x","kind":"project","name":"X"}]})");
  const Folder folder;
  folder.write("documents.csv", "id,title\nd,The day\n");
  folder.write("nodes.csv", "id,kind,name\nproject:x,project,X\n");
  folder.write("claims.csv", "from,relation,to,document\nstate:FR,funds,project:x,d\n");
  LoadOptions options;
  options.inputs = {folder.path()};
  Problems problems;
  const Loaded csv = load(options, problems);
  for (const Graph* graph : {&lines.loaded.graph, &object.loaded.graph, &csv.graph}) {
    BOOST_TEST(graph->node_count() == 2U);
    BOOST_TEST(graph->claim_count() == 1U);
    BOOST_TEST(graph->document(0).title == "The day");
  }
}

BOOST_AUTO_TEST_CASE(each_mistake_is_named_at_its_place) {
  BOOST_TEST(starts(
      problem_of(document + project +
                 claim(R"("from":"state:FR","relation":"fund","to":"project:x","document":"d")")),
      "x.jsonl:3:46: unknown relation 'fund'; a relation is funds,"));
  BOOST_TEST(problem_of(R"({"type":"node","id":"project:x","kind":"projct","name":"X"})") ==
             "x.jsonl:1:40: unknown kind 'projct'; a kind is state, office, donor, project or "
             "agency; did you mean 'project'?");
  BOOST_TEST(problem_of(R"({"type":"node","id":"project:x"})") ==
             "x.jsonl:1:1: the node has no 'kind'; every node needs id and kind");
  BOOST_TEST(starts(problem_of(R"({"type":"nod"})"),
                    "x.jsonl:1:9: unknown record type 'nod'; a type is document, node or claim; "
                    "did you mean 'node'?"));
  BOOST_TEST(starts(problem_of(document + project + claim(france_funds_x + R"(,"amont":3)")),
                    "x.jsonl:3:86: a claim has no field 'amont'"));
  BOOST_TEST(
      starts(problem_of(document + project + claim(france_funds_x + R"(,"start":"2024-02-30")")),
             "x.jsonl:3:94: '2024-02-30' is not a date that exists; a date is YYYY"));
  BOOST_TEST(starts(
      problem_of(document + project + claim(france_funds_x + R"(,"start":"2024","end":"2023")")),
      "x.jsonl:3:107: the end 2023 is before the start 2024"));
  BOOST_TEST(starts(problem_of(document + project +
                               claim(france_funds_x + R"(,"amount":"12,5","currency":"EUR")")),
                    "x.jsonl:3:95: '12,5' is not an amount"));
  BOOST_TEST(starts(
      problem_of(document + project + claim(france_funds_x + R"(,"amount":"1","currency":"eur")")),
      "x.jsonl:3:110: unknown currency 'eur'; a currency is an ISO 4217 code such as EUR; did you "
      "mean 'EUR'?"));
  BOOST_TEST(starts(problem_of(document + project + claim(france_funds_x + R"(,"share":"101")")),
                    "x.jsonl:3:94: '101' is not a share"));
  BOOST_TEST(starts(
      problem_of(document + project +
                 claim(R"("from":"state:FR","relation":"hosts","to":"project:x","document":"d")")),
      "x.jsonl:3:24: 'hosts' cannot run from 'state:FR' (state) to 'project:x' (project); it runs "
      "from state to office"));
  BOOST_TEST(starts(problem_of(document + claim(france_funds_x)),
                    "x.jsonl:2:59: no node is called 'project:x'"));
  BOOST_TEST(starts(
      problem_of(document + project +
                 claim(R"("from":"Frence","relation":"funds","to":"project:x","document":"d")")),
      "x.jsonl:3:24: no node is called 'Frence'; a claim names a node of the input or of the "
      "gazetteer, by id or name; did you mean 'France'"));
  BOOST_TEST(starts(problem_of(project + claim(france_funds_x)),
                    "x.jsonl:2:82: no document is called 'd'"));
  BOOST_TEST(starts(problem_of(R"({"type":"node","id":"state:FR","kind":"office"})"),
                    "x.jsonl:1:39: 'state:FR' is a state in the gazetteer, not an office"));
}

BOOST_AUTO_TEST_CASE(json_mistakes_are_named_at_their_place) {
  BOOST_TEST(starts(problem_of(R"({"type":"node","id":"a")"),
                    "x.jsonl:1:24: a ',' or '}' is missing in the object"));
  BOOST_TEST(starts(problem_of(R"({"type":"node",id:"a"})"),
                    "x.jsonl:1:16: a field name in quotes is missing"));
  BOOST_TEST(
      starts(problem_of(R"({"type":"node","id":"a)"), "x.jsonl:1:23: a string is never closed"));
  BOOST_TEST(starts(problem_of(R"({"type":"node","id":7,"kind":"project"})"),
                    "x.jsonl:1:21: 'id' should be text in quotes, not 7"));
  BOOST_TEST(starts(problem_of(R"({"type":"node","id":true,"kind":"project"})"),
                    "x.jsonl:1:21: 'id' should be text in quotes, not true"));
  BOOST_TEST(starts(problem_of(R"({"type":"node","id":["a"],"kind":"project"})"),
                    "x.jsonl:1:21: 'id' should not be a list"));
  BOOST_TEST(starts(problem_of(R"({"type":"node","id":"a","id":"b","kind":"project"})"),
                    "x.jsonl:1:30: field 'id' is given twice"));
  BOOST_TEST(starts(problem_of(R"({"type":"node","id":"a\u0000b","kind":"project"})"),
                    "x.jsonl:1:21: a NUL character in a string"));
  BOOST_TEST(starts(problem_of("[1,2]"), "x.jsonl:1:1: a list, where a record should be"));
  BOOST_TEST(starts(problem_of("7"), "x.jsonl:1:1: a lone value, where a record should be"));
  BOOST_TEST(starts(problem_of(" {\"id\":\"a\"}"), "x.jsonl:1:2: the record has no \"type\""));
  BOOST_TEST(starts(problem_of(R"({"type":"node","id":"a","kind":"project","aliases":"q"})"),
                    "x.jsonl:1:52: 'aliases' should be a list of texts"));
  BOOST_TEST(
      starts(problem_of(R"({"type":"node","id":"a","kind":"project","attributes":{"x":{"y":1}}})"),
             "x.jsonl:1:60: attribute 'x' should be text, a number, true or false"));
  BOOST_TEST(starts(problem_of("{\"type\":\"node\",\"id\":\"a\xff\"}"),
                    "x.jsonl:1:23: a byte that is not UTF-8"));
  BOOST_TEST(starts(problem_of(std::string("{\"type\":\"node\",\"id\":\"a\0\"}", 25)),
                    "x.jsonl:1:23: a NUL byte in the text"));
}

BOOST_AUTO_TEST_CASE(the_json_object_names_its_sections) {
  const auto problems =
      load_text(
          "x.json",
          R"({"oscegraph":1,"claim":[{"a":1}],"nodes":[3,{"id":"project:x","kind":"project"}]})")
          .problems;
  BOOST_REQUIRE(problems.size() == 2U);
  BOOST_TEST(starts(problems[0],
                    "x.json:1:16: the file has no section 'claim'; sections are oscegraph, note, "
                    "documents, nodes and claims; did you mean 'claims'?"));
  const auto notes = load_text("x.json", R"({"oscegraph":1,"notes":"hand-made"})").problems;
  BOOST_REQUIRE(notes.size() == 1U);
  BOOST_TEST(notes[0].ends_with("did you mean 'note' or 'nodes'?"), notes[0]);
  BOOST_TEST(starts(problems[1], "x.json:1:43: a lone value, where a record should be"));
  const auto newer = load_text("x.json", R"({"oscegraph":2,"claims":[]})").problems;
  BOOST_REQUIRE(newer.size() == 1U);
  BOOST_TEST(starts(newer[0], "x.json:1:14: format version '2' is not known"));
}

BOOST_AUTO_TEST_CASE(deep_nesting_costs_no_stack) {
  const std::string brackets(2'000'000, '[');
  BOOST_TEST(starts(problem_of(brackets), "x.jsonl:1:1: a list, where a record should be"));
  const auto inside =
      load_text("x.jsonl",
                R"({"type":"node","id":"a","kind":"project","attributes":{"x":)" + brackets)
          .problems;
  BOOST_TEST(starts(inside.back(), "x.jsonl:1:124: brackets nested more than 64 deep"));
  const auto object = load_text("x.json", R"({"nodes":)" + brackets).problems;
  BOOST_TEST(starts(object.back(), "x.json:1:75: brackets nested more than 64 deep"));
}

BOOST_AUTO_TEST_CASE(checking_goes_on_after_a_bad_record) {
  const Outcome outcome =
      load_text("x.jsonl", document + "{\n" + project + "oops\n" + claim(france_funds_x));
  BOOST_TEST(outcome.problems.size() == 2U);
  BOOST_TEST(outcome.loaded.graph.claim_count() == 1U);
}

BOOST_AUTO_TEST_CASE(a_bad_record_is_not_also_a_missing_one) {
  const std::string bad_project = R"({"type":"node","id":"project:x","kind":"project","nme":"X"})"
                                  "\n";
  BOOST_TEST(starts(problem_of(document + bad_project + claim(france_funds_x)),
                    "x.jsonl:2:50: a node has no field 'nme'"));
}

BOOST_AUTO_TEST_CASE(loading_stops_at_the_first_problem) {
  const Folder folder;
  LoadOptions options;
  options.inputs = {folder.write("x.jsonl", "{\n{\n")};
  Problems problems;
  BOOST_CHECK_EXCEPTION(load(options, problems), Error,
                        [](const Error& error) { return error.problem().place.line == 1; });
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(joining_records)

BOOST_AUTO_TEST_CASE(records_about_one_node_add_up) {
  const Outcome outcome = load_text(
      "x.jsonl",
      R"({"type":"node","id":"project:x","kind":"project","name":"X","aliases":["A"],"attributes":{"theme":"t"}})"
      "\n"
      R"({"type":"node","id":"project:x","kind":"project","aliases":["B","A"],"attributes":{"year":2024}})"
      "\n");
  BOOST_TEST(outcome.problems.empty());
  const Graph& graph = outcome.loaded.graph;
  BOOST_TEST(graph.node_count() == 1U);
  BOOST_TEST(graph.aliases(0) == (std::vector<std::string_view>{"A", "B"}),
             boost::test_tools::per_element());
  BOOST_TEST(graph.attribute(0, "theme") == "t");
  BOOST_TEST(graph.attribute(0, "year") == "2024");
}

BOOST_AUTO_TEST_CASE(contradictions_are_problems_wherever_they_are) {
  // Another name becomes an alias (resolver_test.cpp).
  BOOST_TEST(
      problem_of(project + R"({"type":"node","id":"project:x","kind":"project","name":"Y"})") ==
      "none");
  BOOST_TEST(starts(
      problem_of(project + R"({"type":"node","id":"project:x","kind":"agency"})"),
      "x.jsonl:2:40: 'project:x' is the id of a project, but the kind is agency; make them agree"));
  const std::string lamp = R"({"type":"node","id":"lamp","kind":"project"})"
                           "\n";
  BOOST_TEST(starts(problem_of(lamp + R"({"type":"node","id":"lamp","kind":"agency"})"),
                    "x.jsonl:2:35: node 'lamp' is defined twice, differently: kind 'agency' here, "
                    "'project' at x.jsonl:1"));
  BOOST_TEST(starts(problem_of(document + R"({"type":"document","id":"d","title":"The night"})"),
                    "x.jsonl:2:37: document 'd' is defined twice, differently: title 'The night' "
                    "here, 'The day' at x.jsonl:1"));
  BOOST_TEST(problem_of(project + project + document + document) == "none");
}

BOOST_AUTO_TEST_CASE(own_names_come_before_the_gazetteers) {
  const Outcome outcome = load_text(
      "x.jsonl", document + project +
                     R"({"type":"node","id":"donor:mine","kind":"donor","name":"UNDP"})"
                     "\n" +
                     claim(R"("from":"UNDP","relation":"funds","to":"X","document":"d")"));
  BOOST_TEST(outcome.problems.empty());
  BOOST_TEST(outcome.loaded.graph.node_id(outcome.loaded.graph.edge_from(0)) == "donor:mine");
}

BOOST_AUTO_TEST_CASE(ambiguous_names_are_problems) {
  BOOST_TEST(
      problem_of(document + project +
                 R"({"type":"node","id":"project:y","kind":"project","name":"The X"})"
                 "\n" +
                 R"({"type":"node","id":"project:z","kind":"project","name":"x"})"
                 "\n" +
                 claim(R"("from":"state:FR","relation":"funds","to":"X!","document":"d")")) ==
      "x.jsonl:5:59: the name 'X!' fits 3 nodes; it could be project:x, project:y or project:z; "
      "use the id of the one that is meant");
}

BOOST_AUTO_TEST_CASE(missing_nodes_are_made_when_asked_and_listed) {
  LoadOptions options;
  options.create_missing = true;
  const Outcome outcome = load_text(
      "x.jsonl",
      document +
          claim(R"("from":"Acme Ltd","relation":"funds","to":"Border Guards","document":"e")"),
      options);
  BOOST_TEST(outcome.problems.empty());
  BOOST_REQUIRE(outcome.loaded.created.size() == 3U);
  BOOST_TEST(outcome.loaded.created[0].id == "donor:acme-ltd");
  BOOST_TEST(outcome.loaded.created[1].id == "e");
  BOOST_TEST(outcome.loaded.created[2].id == "project:border-guards");
  const Graph& graph = outcome.loaded.graph;
  BOOST_TEST(graph.attribute(*graph.find_node("donor:acme-ltd"), "status") == "referenced");
}

BOOST_AUTO_TEST_CASE(the_gazetteer_completes_what_the_input_names) {
  const Outcome outcome = load_text(
      "x.jsonl",
      document + project + claim(R"("from":"Sida","relation":"funds","to":"X","document":"d")"));
  const Graph& graph = outcome.loaded.graph;
  const NodeId sida = *graph.find_node("agency:sida");
  BOOST_TEST(graph.attribute(sida, "state") == "state:SE");
  // The State of the agency is added; no other node is.
  BOOST_TEST(graph.find_node("state:SE").has_value());
  BOOST_TEST(graph.node_count() == 3U);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(inputs)

BOOST_AUTO_TEST_CASE(folders_are_read_in_order_and_other_files_are_listed) {
  const Folder folder;
  folder.write("b/nodes.csv", "id,kind\nproject:x,project\n");
  folder.write("a.jsonl", document);
  folder.write("README.md", "not a record");
  folder.write(".hidden.jsonl", "{");
  LoadOptions options;
  options.inputs = {folder.path()};
  Problems problems;
  const Loaded loaded = load(options, problems);
  BOOST_TEST(loaded.sources.size() == 2U);
  BOOST_TEST(folder.strip(loaded.sources[0].file) == "a.jsonl");
  BOOST_TEST(loaded.sources[0].documents == 1U);
  BOOST_TEST(loaded.skipped.size() == 1U);
}

BOOST_AUTO_TEST_CASE(what_holds_no_records_is_a_problem) {
  const Folder folder;
  folder.write("sub/notes.doc", "x");
  LoadOptions options;
  options.inputs = {folder.path()};
  Problems stop;
  BOOST_CHECK_THROW(load(options, stop), Error);
  BOOST_TEST(load_text("x.jsonl", " \n").problems.size() == 1U);
  BOOST_TEST(load_text("x.jsonl", " \n").problems[0] ==
             "x.jsonl: the file is empty; give a file with records, or leave it out");
  options.inputs = {folder.path() + "/none.jsonl"};
  BOOST_CHECK_THROW(load(options, stop), Error);
}

BOOST_AUTO_TEST_CASE(looking_for_problems_goes_on_past_files_that_cannot_be_read) {
  const Folder folder;
  const std::string bad = claim(france_funds_x + R"(,"flow":"flown")");
  folder.write("empty/notes.doc", "x");
  LoadOptions options;
  options.inputs = {folder.write("a.jsonl", bad), folder.path() + "/none.jsonl",
                    folder.path() + "/empty", folder.write("b.jsonl", document + project + bad)};
  options.map = folder.write("own.map", "form = A\n");
  Problems problems(100);
  const Loaded loaded = load(options, problems);
  std::vector<std::string> files;
  for (const Problem& problem : problems.list()) files.push_back(folder.strip(problem.place.file));
  std::ranges::sort(files);
  BOOST_TEST(files == (std::vector<std::string>{"a.jsonl", "b.jsonl", "empty", "none.jsonl",
                                                "own.map", "own.map", "own.map", "own.map"}),
             boost::test_tools::per_element());
  BOOST_TEST(loaded.graph.document_count() == 1U);
}

BOOST_AUTO_TEST_CASE(formats_are_told_by_content_when_the_name_does_not) {
  BOOST_TEST(load_text("records", document).problems.empty());
  BOOST_TEST(
      load_text("records", R"({"nodes":[{"id":"project:x","kind":"project"}]})").problems.empty());
  BOOST_TEST(starts(load_text("records", "hello").problems.at(0),
                    "records: the format of this file is not known"));
}

BOOST_AUTO_TEST_SUITE_END()
