// SPDX-License-Identifier: Apache-2.0
//
// Tests that a graph survives writing and reading: writes a graph, reads the file and writes it
// again. The second file must equal the first byte for byte. Formats of graph programs contain sums
// of claims and not the claims; for these formats, the second export must have the same sums,
// counts, documents and days.
#include <array>
#include <boost/test/unit_test.hpp>
#include <regex>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/load.hpp"
#include "oscegraph/tests/exports/graph_maker.hpp"
#include "oscegraph/tests/exports/scratch_folder.hpp"
#include "oscegraph/tests/exports/written.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;
using namespace oscegraph::test;

namespace {

const std::vector<std::string> formats{"graphml", "gexf"};

Graph come_back(const ScratchFolder& folder, const std::string& format, const std::string& text) {
  folder.write("x." + format, text);
  LoadOptions options;
  options.inputs = {folder.path("x." + format)};
  options.format = format;
  Problems problems;
  return load(options, problems).graph;
}

/// The text of GEXF without the attributes that say when an edge holds.
std::string without_times(const std::string& text) {
  static const std::regex times(
      "<spells>.*?</spells>|<attvalue for=\"(open_end|date_precision)\" value=\"[a-z]*\"/>");
  return std::regex_replace(text, times, "");
}

enum class Times : std::uint8_t { all, columns };

void check_comes_back(const Graph& graph, Times times = Times::all) {
  const ScratchFolder folder;
  for (const std::string& format : formats) {
    std::string first = written(format, graph).text;
    std::string second = written(format, come_back(folder, format, first)).text;
    if (times == Times::columns) {
      first = without_times(first);
      second = without_times(second);
    }
    BOOST_TEST_CONTEXT(format) { BOOST_TEST(second == first); }
  }
}

std::string a_date(Random& random, bool to_the_day = false) {
  std::string date = to_text(2015 + random.below(4));
  if (!to_the_day && random.one_in(3)) return date;
  date += "-0" + to_text(1 + random.below(9));
  if (!to_the_day && random.one_in(2)) return date;
  return date + "-" + to_text(10 + random.below(19));
}

std::string a_claim(Random& random) {
  constexpr std::array<std::string_view, 3> currencies{"EUR", "USD", "JPY"};
  constexpr std::array<std::string_view, 3> flows{"committed", "disbursed", "unknown"};
  std::string line = "state:S" + to_text(random.below(2)) + " funds project:P" +
                     to_text(random.below(3)) + " doc=d" + to_text(random.below(4));
  if (random.one_in(3)) line += " basis=inferred";
  if (random.one_in(2)) {
    const std::string_view currency = currencies.at(random.below(3));
    line += " amount=" + to_text(random.below(100000)) + (currency == "JPY" ? "" : ".5") +
            " currency=" + std::string(currency) +
            " flow=" + std::string(flows.at(random.below(3)));
  }
  return line;
}

std::string any_period(Random& random) {
  std::string period;
  if (random.one_in(3)) period += " start=" + a_date(random);
  if (random.one_in(3)) period += " end=" + to_text(2019 + random.below(3));
  return period;
}

std::string whole_period(Random& random) {
  const std::string start = a_date(random, true);
  return " start=" + start + " end=" + start.substr(0, 8) + "28";
}

std::string no_period(Random&) { return {}; }

Graph random_graph(Random& random, std::string (*period)(Random&)) {
  std::string lines;
  for (std::size_t i = 1 + random.below(12); i-- > 0;)
    lines += a_claim(random) + period(random) + "\n";
  for (const std::string_view document : {"d0", "d1", "d2"})
    if (!random.one_in(3))
      lines += "document " + std::string(document) + " date=" + a_date(random) + "\n";
  return make_graph(lines);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(read_back)

BOOST_AUTO_TEST_CASE(the_example) { check_comes_back(load_example().graph); }

BOOST_AUTO_TEST_CASE(amounts_counts_documents_and_dates) {
  check_comes_back(make_graph(
      "state:XX funds project:A doc=d1 amount=100000.55 currency=EUR flow=committed start=2023\n"
      "state:XX funds project:A doc=d2 amount=100000.55 currency=EUR flow=committed start=2023\n"
      "state:XX funds project:A doc=d2 amount=50 currency=USD flow=disbursed start=2023\n"
      "state:XX partners project:A doc=d3 basis=inferred\n"
      "office:X implements project:A doc=d3 start=2020 end=2020-06\n"
      "office:X implements project:A doc=d3 start=2022 end=2022\n"
      "node state:XX name=Sund alias=SUND alias=Sundland\n"
      "document d1 date=2024-11-22\ndocument d3 date=2019\n"));
}

BOOST_AUTO_TEST_CASE(names_and_attributes_of_any_kind) {
  GraphMaker maker;
  const std::string long_text(10000, 'x');
  maker.add(NodeSpec{.id = "state:a&b<c>\"d'",
                     .kind = Kind::state,
                     .name = "Q & <\"'>; | \\ \n\t line \xD7\xA9\xD7\x9C \xF0\x9F\x8C\x8D",
                     .aliases = {"one", "two;three", "\\N"},
                     .attributes = {{"theme", long_text},
                                    {"budget", "1200000.55", AttributeType::number},
                                    {"active", "true", AttributeType::boolean}}});
  maker.add(NodeSpec{.id = "project:id", .name = " spaces at both ends "});
  maker.add(DocumentSpec{.id = "d & e"});
  maker.add(ClaimSpec{.from = "state:a&b<c>\"d'", .to = "project:id", .document = "d & e"});
  const Graph graph = maker.make();
  check_comes_back(graph);
  const ScratchFolder folder;
  for (const std::string& format : formats) {
    const Graph back = come_back(folder, format, written(format, graph).text);
    for (const NodeId n : graph.nodes()) {
      BOOST_TEST(back.node_id(n) == graph.node_id(n));
      BOOST_TEST(back.node_name(n) == graph.node_name(n));
      BOOST_TEST((back.aliases(n) == graph.aliases(n)));
      BOOST_TEST((back.attributes(n) == graph.attributes(n)));
    }
  }
}

BOOST_AUTO_TEST_CASE(documents_alone_have_dates) {
  Random random(1);
  for (int i = 0; i < 200; ++i) check_comes_back(random_graph(random, no_period));
}

BOOST_AUTO_TEST_CASE(claims_state_whole_periods) {
  Random random(2);
  for (int i = 0; i < 200; ++i) check_comes_back(random_graph(random, whole_period));
}

/// The file does not tell which claim of an edge stated which end of a period; all else comes back.
BOOST_AUTO_TEST_CASE(claims_state_parts_of_periods) {
  Random random(3);
  for (int i = 0; i < 200; ++i) check_comes_back(random_graph(random, any_period), Times::columns);
}

// --- DOT and Gephi's tables: what differs from the other formats ------------------------------------

/// Tooltips of DOT contain values that are not read back, so the graphs are compared as GraphML.
BOOST_AUTO_TEST_CASE(dot_carries_what_graphml_does) {
  const ScratchFolder folder;
  const auto check = [&](const Graph& graph) {
    const Graph back = come_back(folder, "dot", written("dot", graph).text);
    BOOST_TEST(written("graphml", back).text == written("graphml", graph).text);
  };
  check(load_example().graph);
  Random random(4);
  for (int i = 0; i < 50; ++i) check(random_graph(random, whole_period));
}

BOOST_AUTO_TEST_CASE(dot_brings_back_texts_of_any_kind) {
  const ScratchFolder folder;
  GraphMaker maker;
  maker.add(NodeSpec{.id = "state:a&b<c>\"d'\\",
                     .kind = Kind::state,
                     .name = "Q & <\"'>; | \\ \\N \n\t \xD7\xA9 \xF0\x9F\x8C\x8D\\",
                     .aliases = {"\\\"", "<b>markup</b>"},
                     .attributes = {{"shape", "round"},
                                    {"theme", std::string(10000, '\\')},
                                    {"note", std::string(3000, 'x') + "\"\\\xC3\xA9"}}});
  maker.add(NodeSpec{.id = "project:\\", .name = "\\"});
  maker.add(DocumentSpec{.id = "d \\"});
  maker.add(ClaimSpec{.from = "state:a&b<c>\"d'\\", .to = "project:\\", .document = "d \\"});
  const Graph graph = maker.make();
  const Graph back = come_back(folder, "dot", written("dot", graph).text);
  for (const NodeId n : graph.nodes()) {
    BOOST_TEST(back.node_id(n) == graph.node_id(n));
    BOOST_TEST(back.node_name(n) == graph.node_name(n));
    BOOST_TEST((back.aliases(n) == graph.aliases(n)));
  }
  BOOST_TEST((back.attributes(1) ==
              std::vector<Attribute>{{"attribute_shape", "round"},
                                     {"note", std::string(3000, 'x') + "\"\\\xC3\xA9"},
                                     {"theme", std::string(10000, '\\')}}));
  BOOST_TEST(back.document_id(0) == "d \\");
}

Graph load_folder(const std::string& path) {
  LoadOptions options;
  options.inputs = {path};
  Problems problems;
  return load(options, problems).graph;
}

/// The records of the graph, except documents without claims.
std::string stated(const Graph& graph) {
  std::vector<std::string_view> used;
  for (const ClaimId c : graph.claims()) used.push_back(graph.document_id(graph.claim_document(c)));
  std::string lines;
  std::istringstream records(written("jsonl", graph).text);
  for (std::string line; std::getline(records, line);) {
    const bool unused = line.starts_with("{\"type\":\"document\"") &&
                        std::ranges::none_of(used, [&](std::string_view id) {
                          return contains(line, "\"" + std::string(id) + "\"");
                        });
    if (!unused) lines += line + '\n';
  }
  return lines;
}

/// Every claim comes back, with its quote and its place in the document.
BOOST_AUTO_TEST_CASE(gephi_tables_with_their_evidence_are_the_graph) {
  const auto check = [](const Graph& graph) {
    const WrittenFolder tables("csv-gephi", graph);
    BOOST_TEST(stated(load_folder(tables.path(""))) == stated(graph));
  };
  check(load_example().graph);
  GraphMaker maker;
  maker.add(
      NodeSpec{.id = "project:\\", .name = R"(\n, "\\\", \)", .attributes = {{"note", R"(, \\)"}}});
  maker.add(NodeSpec{.id = "office:X", .kind = Kind::office, .name = "X"});
  maker.add(DocumentSpec{.id = "d \\"});
  maker.add(ClaimSpec{.from = "office:X", .to = "project:\\", .document = "d \\"});
  check(maker.make());
  Random random(5);
  for (int i = 0; i < 50; ++i) check(random_graph(random, any_period));
}

BOOST_AUTO_TEST_CASE(gephi_tables_without_evidence_carry_what_graphml_does) {
  const auto check = [](const Graph& graph) {
    const WrittenFolder tables("csv-gephi", graph);
    std::filesystem::remove(tables.path("evidence.csv"));
    BOOST_TEST(written("graphml", load_folder(tables.path(""))).text ==
               written("graphml", graph).text);
  };
  check(load_example().graph);
  Random random(6);
  for (int i = 0; i < 50; ++i) check(random_graph(random, whole_period));
}

BOOST_AUTO_TEST_SUITE_END()
