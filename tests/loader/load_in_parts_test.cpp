// SPDX-License-Identifier: Apache-2.0
//
// Tests that a corpus that is read in parts gives the same claims as when it is read at once.
#include <boost/test/unit_test.hpp>
#include <set>
#include <string>

#include "load_text.hpp"

using namespace oscegraph;
using namespace oscegraph::testing;

namespace {

void add_edges(const Graph& graph, std::multiset<std::string>& edges) {
  for (const ClaimId c : graph.claims()) {
    const EdgeId e = graph.claim_edge(c);
    edges.insert(std::string(graph.document_id(graph.claim_document(c))) + ' ' +
                 std::string(graph.node_id(graph.edge_from(e))) + ' ' +
                 std::string(graph.node_id(graph.edge_to(e))));
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(load_in_parts_suite)

BOOST_AUTO_TEST_CASE(the_parts_make_the_whole) {
  const Folder folder;
  std::string rain;
  while (rain.size() < 1'500'000) rain += "It rained, and then again it rained for a long time.\n";
  for (const std::string name : {"a", "b", "c", "d", "e"})
    folder.write(name + ".txt",
                 "The project \"Rivers " + name + "\" is funded by Norway and Sweden.\n\n" + rain);
  folder.write("z.txt", "");
  LoadOptions options;
  options.inputs = {folder.path()};
  options.texts_only = true;
  std::uint64_t seen = 0;
  std::uint64_t of = 0;
  options.context.report = [&](std::uint64_t done, std::uint64_t total) {
    BOOST_TEST(done >= seen);
    seen = done;
    of = total;
  };
  BOOST_TEST(only_texts(options));
  Problems problems;
  std::size_t parts = 0;
  std::multiset<std::string> in_parts;
  const Loaded rest = load_in_parts(options, problems, [&](const Graph& graph) {
    ++parts;
    add_edges(graph, in_parts);
  });
  BOOST_TEST(parts == 2U);
  BOOST_TEST(seen == of);
  BOOST_TEST(rest.warnings.size() == 1U);
  seen = 0;
  std::multiset<std::string> at_once;
  add_edges(load(options, problems).graph, at_once);
  BOOST_TEST(in_parts.size() == 10U);
  BOOST_TEST((in_parts == at_once));
}

BOOST_AUTO_TEST_CASE(a_part_without_a_text_is_no_mistake_a_corpus_without_one_is) {
  const Folder folder;
  std::string rain = "The project \"Rivers\" is funded by Norway.\n\n";
  while (rain.size() < 4'500'000) rain += "It rained, and then again it rained for a long time.\n";
  folder.write("z.txt", "");
  LoadOptions options;
  options.inputs = {folder.path()};
  options.texts_only = true;
  const auto ignore = [](const Graph&) {};
  Problems problems;
  BOOST_CHECK_THROW(load_in_parts(options, problems, ignore), Error);
  BOOST_CHECK_THROW(load(options, problems), Error);
  folder.write("a.txt", rain);
  BOOST_TEST(load_in_parts(options, problems, ignore).warnings.size() == 1U);
  BOOST_TEST(load(options, problems).warnings.size() == 1U);
}

BOOST_AUTO_TEST_CASE(records_among_the_inputs_are_no_parts) {
  const Folder folder;
  LoadOptions options;
  options.inputs = {folder.write("a.txt", "Rain."), folder.write("b.jsonl", "{}")};
  BOOST_TEST(!only_texts(options));
  options.inputs = {"-"};
  BOOST_TEST(!only_texts(options));
}

BOOST_AUTO_TEST_SUITE_END()
