// SPDX-License-Identifier: Apache-2.0
//
// Tests graph files as an export format: they are read back as the same graph, merge with other
// inputs, and are never half-written.
#include <sys/wait.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <csignal>
#include <thread>

#include "oscegraph/graph/narrow.hpp"
#include "oscegraph/loader/load.hpp"
#include "oscegraph/tests/exports/graph_maker.hpp"
#include "oscegraph/tests/exports/scratch_folder.hpp"
#include "oscegraph/tests/exports/written.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;
using oscegraph::test::make_graph;
using oscegraph::test::nasty_graph;
using oscegraph::test::ScratchFolder;
using oscegraph::test::written;

namespace {

Loaded loaded(const std::vector<std::string>& inputs) {
  Problems problems;
  LoadOptions options;
  options.inputs = inputs;
  return load(options, problems);
}

std::string records(const Graph& graph) { return written("jsonl", graph).text; }

/// A graph that was written and read again gives the same text in every text format.
void check_every_format(const Graph& graph, const ScratchFolder& folder) {
  folder.write("x.oscg", written("oscg", graph).text);
  const Graph again = loaded({folder.path("x.oscg")}).graph;
  for (const GraphFormat& format : graph_formats()) {
    if (format.write == nullptr || format.name == "png" || format.name == "pdf") continue;
    BOOST_TEST((written(format.name, again).text == written(format.name, graph).text), format.name);
  }
}

Graph refreshed(const std::string& old_records, const std::string& new_records) {
  const ScratchFolder folder;
  folder.write("old.jsonl", old_records);
  folder.write("new.jsonl", new_records);
  folder.write("old.oscg", written("oscg", loaded({folder.path("old.jsonl")}).graph).text);
  const Graph graph = loaded({folder.path("old.oscg"), folder.path("new.jsonl")}).graph;
  const Graph other_order = loaded({folder.path("new.jsonl"), folder.path("old.oscg")}).graph;
  BOOST_TEST(records(graph) == records(other_order));
  return graph;
}

std::string statement(const std::string& checksum, const std::string& amount) {
  return R"({"type":"node","id":"donor:x","kind":"donor","name":"X"})"
         "\n"
         R"({"type":"node","id":"project:p","kind":"project","name":"P"})"
         "\n"
         R"({"type":"document","id":"d","title":"T","checksum":")" +
         checksum +
         "\"}\n"
         R"({"type":"claim","from":"donor:x","relation":"funds","to":"project:p","document":"d","amount":")" +
         amount + "\",\"currency\":\"EUR\"}\n";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(oscg)

BOOST_AUTO_TEST_CASE(every_format_says_the_same_of_it) {
  const ScratchFolder folder;
  check_every_format(load_example().graph, folder);
  check_every_format(make_graph("state:NO funds project:A amount=7 currency=JPY\n"), folder);
}

BOOST_AUTO_TEST_CASE(names_that_break_careless_writers) {
  const ScratchFolder folder;
  const Graph graph = nasty_graph();
  folder.write("x.oscg", written("oscg", graph).text);
  BOOST_TEST(records(loaded({folder.path("x.oscg")}).graph) == records(graph));
}

BOOST_AUTO_TEST_CASE(a_part_of_a_graph_is_a_graph_of_its_own) {
  const ScratchFolder folder;
  const Graph graph = load_example().graph;
  Filters filters;
  filters.relations = {Relation::funds};
  const Subset part = narrow(graph, filters);
  folder.write("part.oscg", written("oscg", part).text);
  folder.write("part.jsonl", written("jsonl", part).text);
  BOOST_TEST(records(loaded({folder.path("part.oscg")}).graph) ==
             records(loaded({folder.path("part.jsonl")}).graph));
}

BOOST_AUTO_TEST_CASE(merged_with_records_it_is_their_union) {
  const ScratchFolder folder;
  const std::string one = "state:NO funds project:A doc=d1\nnode state:NO name=Norway\n";
  const std::string two = "state:SE funds project:A doc=d2\nnode state:SE name=Sweden\n";
  folder.write("one.oscg", written("oscg", make_graph(one)).text);
  folder.write("two.jsonl", records(make_graph(two)));
  folder.write("two.oscg", written("oscg", make_graph(two)).text);
  folder.write("one.jsonl", records(make_graph(one)));
  const std::string both =
      records(loaded({folder.path("one.jsonl"), folder.path("two.jsonl")}).graph);
  for (const auto& [a, b] :
       std::vector<std::pair<std::string, std::string>>{{"one.oscg", "two.jsonl"},
                                                        {"two.oscg", "one.jsonl"},
                                                        {"one.oscg", "two.oscg"},
                                                        {"one.oscg", "one.oscg"}}) {
    const Graph graph = loaded({folder.path(a), folder.path(b)}).graph;
    if (a == b) BOOST_TEST(graph.claim_count() == 1U);
    else BOOST_TEST(records(graph) == both);
  }
}

BOOST_AUTO_TEST_CASE(a_document_with_another_checksum_replaces_what_it_said) {
  const Graph graph = refreshed(statement("aa", "100.00"), statement("bb", "250.00"));
  BOOST_REQUIRE(graph.claim_count() == 1U);
  BOOST_TEST(graph.claim_amount(0)->decimal() == "250.00");
  BOOST_TEST(graph.document(0).checksum == "bb");
}

BOOST_AUTO_TEST_CASE(a_document_with_the_same_checksum_adds_nothing) {
  BOOST_TEST(refreshed(statement("aa", "100.00"), statement("aa", "100.00")).claim_count() == 1U);
}

BOOST_AUTO_TEST_CASE(what_a_graph_file_says_of_a_node_gives_way) {
  std::string renamed = statement("aa", "100.00");
  renamed.replace(renamed.find("\"name\":\"X\""), 10, "\"name\":\"Y\"");
  const Graph graph = refreshed(statement("aa", "100.00"), renamed);
  const NodeId node = graph.find_node("donor:x").value();
  BOOST_TEST(graph.node_name(node) == "Y");
  BOOST_TEST(graph.aliases(node).size() == 1U);
}

// If a process is killed while it replaces the file, there is the old file or the new one.
BOOST_AUTO_TEST_CASE(killed_at_any_moment_it_leaves_the_old_file_or_the_new) {
  const ScratchFolder folder;
  test::Random random(20);
  const Graph one = test::make_plain_graph(20000, test::random_arrows(random, 20000, 60000));
  const Graph two = test::make_plain_graph(20000, test::random_arrows(random, 20000, 60000));
  const std::string first = written("oscg", one).text;
  const std::string second = written("oscg", two).text;
  const std::string path = folder.path("net.oscg");
  folder.write("net.oscg", first);
  for (int round = 0; round < 20; ++round) {
    const pid_t child = ::fork();
    BOOST_REQUIRE(child >= 0);
    if (child == 0) {
      for (int i = 0;; ++i) {
        Output out = Output::to_file(path);
        LossReport losses;
        find_graph_format("oscg")->write(Subset::whole(i % 2 == 0 ? two : one), {}, out, losses);
        out.commit();
      }
    }
    std::this_thread::sleep_for(std::chrono::microseconds(2000 + random.below(40000)));
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    BOOST_REQUIRE(WIFSIGNALED(status));
    const std::string found = folder.read("net.oscg");
    BOOST_REQUIRE((found == first || found == second));
    BOOST_REQUIRE_NO_THROW(loaded({path}));
    // Remove the temporary files of the killed process.
    for (const std::string& name : folder.names())
      if (name != "net.oscg") std::filesystem::remove(folder.path(name));
  }
}

BOOST_AUTO_TEST_SUITE_END()
