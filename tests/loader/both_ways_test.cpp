// SPDX-License-Identifier: Apache-2.0
//
// Tests that the two ways from records to a graph, the usual load and the bulk load, give the same
// result. For thousands of damaged and unusual inputs, both must make the same graph, or both must
// refuse the input with a message of the usual load. Also tests that the result does not depend on
// the format: the same records as JSON Lines, JSON, CSV and a graph file give the same graph.
#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/bulk/bulk_load.hpp"
#include "oscegraph/tests/loader/changed_text.hpp"
#include "oscegraph/tests/loader/load_text.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

namespace {

using namespace oscegraph;
using oscegraph::test::Random;
using oscegraph::testing::bytes_of;
using oscegraph::testing::changed;
using oscegraph::testing::Folder;
using oscegraph::testing::is_sanitized;

// With sanitizers a run takes twenty times as long, so only a sample is tested.
constexpr int rounds = is_sanitized ? 150 : 5000;

constexpr std::uint64_t in_bulk = 0;
constexpr std::uint64_t never_in_bulk = ~std::uint64_t{0};

LoadOptions options_of(const std::vector<std::string>& files, std::uint64_t bulk_from) {
  LoadOptions options;
  options.inputs = files;
  options.context.threads = 2;
  options.bulk.from = bulk_from;
  options.bulk.piece = 200;
  return options;
}

/// The result of a load, as text and bytes that can be compared.
struct Outcome {
  std::string graph;
  std::string error;
  std::string excerpt;
  std::vector<std::string> read_names;
};

Outcome outcome_of(const std::vector<std::string>& files, std::uint64_t bulk_from) {
  Outcome outcome;
  try {
    Problems problems;
    const Loaded loaded = load(options_of(files, bulk_from), problems);
    outcome.graph = bytes_of(loaded.graph);
    for (const Loaded::ReadName& read : loaded.read_names)
      outcome.read_names.push_back(read.text + " is " + read.id + ", " + read.name + " at " +
                                   to_text(read.place.line) + ':' + to_text(read.place.column) +
                                   " of " + read.place.file);
  } catch (const Error& error) {
    outcome.error = sentence(error.problem());
    outcome.excerpt = error.problem().excerpt;
  }
  return outcome;
}

std::vector<std::string> all_problems(const std::vector<std::string>& files) {
  Problems problems(1000);
  load(options_of(files, never_in_bulk), problems);
  std::vector<std::string> sentences;
  for (const Problem& problem : problems.list()) sentences.push_back(sentence(problem));
  return sentences;
}

std::string records() {
  std::string text =
      "{\"type\":\"document\",\"id\":\"d\",\"title\":\"Report A\",\"date\":\"2024-05-06\"}\n"
      "{\"type\":\"node\",\"id\":\"donor:x\",\"kind\":\"donor\",\"name\":\"Plum Łódź Fund\","
      "\"aliases\":[\"PLF\",\"P \\\"F\\\"\"],\"attributes\":{\"refs\":\"XX-1\",\"year\":1973}}\n"
      "{\"id\":\"project:p\",\"type\":\"node\",\"kind\":\"project\",\"name\":\"Safe Roads\"}\n"
      "{\"type\":\"node\",\"id\":\"agency:o\",\"kind\":\"agency\",\"name\":\"Green Office "
      "(GOF)\"}\n";
  for (const char* ends :
       {R"("from":"donor:x","relation":"funds","to":"project:p")",
        R"("from":"Norway, Government of","relation":"funds","to":"Safe Roads")",
        R"("from":"Sweden","relation":"funds","to":"agency:o","via":"project:p")",
        R"("from":"GOF","relation":"funds","to":"safe roads")",
        R"("from":"NOR","relation":"funds","to":"project:p")",
        R"("from":"P \"F\"","relation":"funds","to":"agency:o")",
        R"("from":"Plum \u0141\u00f3d\u017A Fund","relation":"funds","to":"Safe\u0020Roads")"})
    for (const char* rest :
         {R"("amount":"1200.50","currency":"EUR","flow":"committed","start":"2024-01")",
          R"("share":"33.5","quote":"he said \"yes\"","basis":"inferred")"})
      text += "{\"type\":\"claim\"," + std::string(ends) + R"(,"document":"d",)" + rest + "}\n";
  return text;
}

const std::vector<std::string>& table_names() {
  static const std::vector<std::string> names{"documents.csv", "nodes.csv", "claims.csv"};
  return names;
}

std::vector<std::string> tables() {
  return {"id,title,date\nd,Report A,2024-05-06\n",
          "id,kind,name,aliases,attributes.refs\n"
          "donor:x,donor,Plum Łódź Fund,\"PLF|P \"\"F\"\"\",XX-1\n"
          "project:p,project,Safe Roads,,\nagency:o,agency,Green Orchard Fund (GOF),,\n",
          "from,relation,to,document,via,amount,currency,flow,start,share,quote,basis\n"
          "donor:x,funds,project:p,d,,1200.50,EUR,committed,2024-01,,,\n"
          "\"Norway, Government of\",funds,Safe Roads,d,,,,,,33.5,\"he said \"\"yes\"\"\nand "
          "left\",inferred\n"
          "Sweden,funds,agency:o,d,project:p,7,EUR,,,,,\n"
          "GOF,funds,safe roads,d,,,,,,,,\n\n"
          "NOR,funds,project:p,d,,5,USD,,2023,,,stated\n"};
}

void check_both_ways(const std::vector<std::string>& files, const std::string& what) {
  const Outcome usual = outcome_of(files, never_in_bulk);
  const Outcome bulk = outcome_of(files, in_bulk);
  const std::string both = what + "\nusual: " + usual.error + "\nbulk:  " + bulk.error;
  BOOST_REQUIRE_MESSAGE(usual.graph == bulk.graph, both);
  BOOST_REQUIRE_MESSAGE(usual.read_names == bulk.read_names, both);
  if (usual.error == bulk.error) {
    BOOST_REQUIRE_MESSAGE(usual.excerpt == bulk.excerpt, what);
    return;
  }
  // If there are several mistakes, the two ways may report different ones first.
  const std::vector<std::string> all = all_problems(files);
  BOOST_REQUIRE_MESSAGE(std::ranges::find(all, bulk.error) != all.end(), both);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(both_ways_test)

BOOST_AUTO_TEST_CASE(what_the_fast_way_does_not_take_it_reads_again) {
  const Folder folder;
  const std::vector<std::string> files{folder.path() + "/r.jsonl"};
  folder.write("r.jsonl", records());
  Problems problems;
  BOOST_TEST(bulk_load(files, options_of(files, in_bulk), problems).has_value());
  check_both_ways(files, "unchanged");
  BOOST_TEST(outcome_of(files, in_bulk).read_names.size() == 3);
}

BOOST_AUTO_TEST_CASE(files_that_are_not_what_they_are_called) {
  const Folder folder;
  const std::string graphml =
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"><graph edgedefault=\"directed\">\n"
      "<node id=\"n\"/>\n</graph></graphml>\n";
  const std::string text = "Norway funds the Safe Roads Project of the Mission to Serbia.\n";
  const std::vector<std::string> contents{
      tables()[2],         records(),        "{\"oscegraph\":1,\"nodes\":[]}\n",
      "[1,\n2]\n",         graphml,          text + text,
      "PK\x03\x04" + text, "{\n" + records()};
  for (const std::string name : {"r.jsonl", "claims.csv"})
    for (const std::string& content : contents) {
      folder.write(name, content);
      const std::vector<std::string> files{folder.path() + '/' + name};
      const Outcome usual = outcome_of(files, never_in_bulk);
      const Outcome bulk = outcome_of(files, in_bulk);
      BOOST_TEST(bulk.error == usual.error);
      BOOST_TEST((bulk.graph == usual.graph));
    }
}

BOOST_AUTO_TEST_CASE(json_lines_that_were_changed) {
  const Folder folder;
  Random random(11);
  for (int i = 0; i < rounds; ++i) {
    std::string text = records();
    for (std::uint32_t changes = 1 + random.below(3); changes > 0; --changes)
      text = changed(random, std::move(text));
    folder.write("r.jsonl", text);
    check_both_ways({folder.path() + "/r.jsonl"}, text);
  }
}

BOOST_AUTO_TEST_CASE(tables_that_were_changed) {
  const Folder folder;
  Random random(12);
  std::vector<std::string> files;
  for (const std::string& name : table_names()) files.push_back(folder.path() + '/' + name);
  for (int i = 0; i < rounds; ++i) {
    std::vector<std::string> texts = tables();
    for (std::uint32_t changes = 1 + random.below(3); changes > 0; --changes) {
      std::string& text = texts[random.below(static_cast<std::uint32_t>(texts.size()))];
      text = changed(random, std::move(text));
    }
    for (std::size_t t = 0; t < texts.size(); ++t) folder.write(table_names()[t], texts[t]);
    check_both_ways(files, join(texts, "\n---\n"));
  }
}

/// The lines of JSON Lines as one JSON document, each in the list of its type, and so without
/// "type".
std::string as_json(const std::string& lines) {
  std::string text = "{\"oscegraph\":1";
  for (const std::string type : {"document", "node", "claim"}) {
    const std::string says_type = "\"type\":\"" + type + "\",";
    std::string list;
    for (std::size_t begin = 0; begin < lines.size();) {
      const std::size_t end = std::min(lines.find('\n', begin), lines.size());
      std::string line = lines.substr(begin, end - begin);
      if (const std::size_t at = line.find(says_type); at != std::string::npos)
        list += (list.empty() ? "" : ",\n") + line.erase(at, says_type.size());
      begin = end + 1;
    }
    text += ",\"" + type + "s\":[" + list + "]";
  }
  return text + "}";
}

BOOST_AUTO_TEST_CASE(one_graph_whatever_the_format) {
  const Folder folder;
  const auto graph_of = [&](const std::vector<std::string>& names, std::uint64_t bulk_from) {
    std::vector<std::string> files;
    for (const std::string& name : names) files.push_back(folder.path() + '/' + name);
    const Outcome outcome = outcome_of(files, bulk_from);
    BOOST_TEST(outcome.error == "");
    BOOST_REQUIRE(!outcome.graph.empty());
    return outcome.graph;
  };
  folder.write("r.jsonl", records());
  folder.write("r.json", as_json(records()));
  const std::string expected = graph_of({"r.jsonl"}, in_bulk);
  folder.write("r.oscg", expected);
  for (const std::uint64_t bulk_from : {in_bulk, never_in_bulk}) {
    BOOST_TEST((graph_of({"r.jsonl"}, bulk_from) == expected));
    BOOST_TEST((graph_of({"r.json"}, bulk_from) == expected));
    BOOST_TEST((graph_of({"r.oscg"}, bulk_from) == expected));
  }
  for (std::size_t t = 0; t < tables().size(); ++t) folder.write(table_names()[t], tables()[t]);
  const std::string of_tables = graph_of(table_names(), in_bulk);
  BOOST_TEST((graph_of(table_names(), never_in_bulk) == of_tables));
  folder.write("t.oscg", of_tables);
  BOOST_TEST((graph_of({"t.oscg"}, in_bulk) == of_tables));
}

// A record, also a broken or unusual one, is read in the same way from its own line and from a
// document.
BOOST_AUTO_TEST_CASE(json_that_was_changed) {
  const Folder folder;
  Random random(13);
  std::size_t read = 0;
  for (int i = 0; i < rounds / 3; ++i) {
    const std::string lines = changed(random, records());
    folder.write("r.jsonl", lines);
    const Outcome of_lines = outcome_of({folder.path() + "/r.jsonl"}, in_bulk);
    if (of_lines.graph.empty()) continue;
    ++read;
    folder.write("r.json", as_json(lines));
    const Outcome of_json = outcome_of({folder.path() + "/r.json"}, in_bulk);
    BOOST_REQUIRE_MESSAGE(of_json.graph == of_lines.graph, lines << of_json.error);
  }
  BOOST_TEST(read > static_cast<std::size_t>(rounds) / 50);
}

BOOST_AUTO_TEST_SUITE_END()
