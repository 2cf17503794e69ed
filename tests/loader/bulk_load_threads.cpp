// SPDX-License-Identifier: Apache-2.0
//
// Tests that the bulk load makes the same graph as the usual load, for any number of threads and
// any cuts of the files, and that it makes no graph where the usual load reports a mistake.
#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/threads/parallel.hpp"
#include "oscegraph/loader/bulk/bulk_load.hpp"
#include "oscegraph/loader/bulk/string_table.hpp"
#include "oscegraph/tests/loader/load_text.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

namespace {

using namespace oscegraph;
using oscegraph::test::Random;
using oscegraph::testing::bytes_of;
using oscegraph::testing::Folder;

LoadOptions options_of(const std::vector<std::string>& files, unsigned threads, std::size_t piece) {
  LoadOptions options;
  options.inputs = files;
  options.context.threads = threads;
  options.bulk.piece = piece;
  options.bulk.from = 0;
  return options;
}

std::string usual(const std::vector<std::string>& files) {
  LoadOptions options = options_of(files, 1, 1);
  options.bulk.from = ~std::uint64_t{0};
  Problems problems;
  return bytes_of(load(options, problems).graph);
}

void check_same(const std::vector<std::string>& files) {
  const std::string expected = usual(files);
  for (const unsigned threads : {1U, 2U, 5U})
    for (const std::size_t piece :
         {std::size_t{7}, std::size_t{64}, std::size_t{1000}, std::size_t{1} << 20U}) {
      const auto loaded = bulk_load(files, options_of(files, threads, piece), Problems(50));
      BOOST_REQUIRE_MESSAGE(loaded.has_value(), files.front() << " is not loaded in bulk");
      BOOST_REQUIRE_MESSAGE(bytes_of(loaded->graph) == expected,
                            files.front()
                                << " with " << threads << " threads, pieces of " << piece);
    }
}

std::string shuffled(Random& random, std::vector<std::string> members) {
  for (std::size_t i = members.size(); i > 1; --i)
    std::swap(members[i - 1], members[random.below(static_cast<std::uint32_t>(i))]);
  return "{" + join(members, ",") + "}\n";
}

/// Random records of all types, with escapes, lists, blanks and repeats.
std::string random_records(Random& random, bool in_order) {
  std::string text = in_order ? "" : "\xEF\xBB\xBF";
  const auto record = [&](std::vector<std::string> members) {
    text += in_order ? "{" + join(members, ",") + "}\n" : shuffled(random, std::move(members));
    if (random.one_in(9)) text += random.one_in(2) ? "\n" : "  \r\n";
  };
  const auto number = [&](std::uint32_t below) { return to_text(random.below(below)); };
  for (int d = 0; d < 3; ++d)
    record({R"("type":"document")", "\"id\":\"d" + to_text(d) + "\"",
            R"("title":"A \"title\" \u00e9")", R"("date":"2024-11")", R"("url":null)"});
  for (int i = 0; i < 12; ++i) {
    record({R"("type":"node")", "\"id\":\"donor:x" + to_text(i) + "\"", R"("kind":"donor")",
            "\"name\":\"Name " + to_text(i) + R"( Łódź")", R"("aliases":["a|b","c\\d",""])",
            R"("attributes":{"year":1973,"open":true,"none":null,"city":"Os\u006co"})"});
    // With spaces, as some programs write them.
    record({R"("type": "node")", "\"id\" : \"project:p" + to_text(i) + "\"",
            R"( "kind":"project" )",
            i % 3 == 0 ? R"("aliases": [ "one", "two" ])" : R"("aliases":[])",
            i % 2 == 0 ? R"("attributes": { "city" : "Oslo", "open":"" })" : R"("attributes":{})"});
  }
  record({R"("type":"node")", R"("id":"donor:x1")", R"("kind":"donor")", R"("aliases":["again"])"});
  for (int i = 0; i < 150; ++i) {
    std::vector<std::string> members{
        R"("type":"claim")", "\"from\":\"donor:x" + number(12) + "\"", R"("relation":"funds")",
        "\"to\":\"project:p" + number(12) + "\"", "\"document\":\"d" + number(3) + "\""};
    if (random.one_in(5)) members.push_back("\"via\":\"project:p" + number(12) + "\"");
    if (random.one_in(2)) {
      members.push_back(random.one_in(3) ? "\"amount\":" + number(900) + ".25"
                                         : "\"amount\":\"" + number(900) + "\"");
      members.push_back(random.one_in(2) ? R"("currency":"EUR")" : R"("currency":"USD")");
    }
    if (random.one_in(2)) members.push_back(R"("flow":"committed")");
    if (random.one_in(2))
      members.push_back("\"start\":\"20" + to_text(10 + random.below(9)) + "\"");
    if (random.one_in(4)) members.push_back(R"("end":"2030-02-28")");
    if (random.one_in(6)) members.push_back(R"("share":"33.5")");
    if (random.one_in(2)) members.push_back("\"locator\":\"row " + number(4) + "\"");
    if (random.one_in(4)) members.push_back(R"("quote":"he said \"yes\"\nand left")");
    if (random.one_in(2)) members.push_back(R"("basis":"inferred")");
    record(std::move(members));
  }
  // A State and an agency of the gazetteer, named only by id.
  record({R"("type":"claim")", R"("from":"state:NO")", R"("relation":"funds")",
          R"("to":"project:p1")", R"("document":"d1")"});
  record({R"("type":"claim")", R"("from":"agency:norad")", R"("relation":"funds")",
          R"("to":"project:p1")", R"("document":"d1")"});
  if (random.one_in(2)) text.pop_back();
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(bulk_load_test)

BOOST_AUTO_TEST_CASE(records_in_our_order_and_in_any_order) {
  Random random(6);
  for (int round = 0; round < 4; ++round) {
    const Folder folder;
    folder.write("ordered.jsonl", random_records(random, true));
    folder.write("shuffled.jsonl", random_records(random, false));
    check_same({folder.path() + "/ordered.jsonl"});
    check_same({folder.path() + "/shuffled.jsonl"});
    check_same({folder.path() + "/ordered.jsonl", folder.path() + "/shuffled.jsonl"});
  }
}

BOOST_AUTO_TEST_CASE(tables_with_quotes_and_line_breaks) {
  const Folder folder;
  std::filesystem::create_directory(folder.path() + "/t");
  folder.write("t/documents.csv", "id,title\nd1,\"A, \"\"b\"\"\r\nc\"\r\nd2,\n");
  folder.write("t/nodes.csv",
               "\xEF\xBB\xBFid;kind;name;aliases;attributes.city\n"
               "donor:x;donor;\"X; or \"\"Y\"\"\";a|b\\|c|;Oslo\n\n"
               "project:p;project;P;a long alias, of the project|another long alias, with \\|;\n"
               "project:q;project;Q;yet another name that is long|and one \\\\ that is longer;\n");
  std::string claims = "from,relation,to,document,amount,currency,start,quote\r\n";
  for (int i = 0; i < 60; ++i)
    claims += "donor:x,funds,project:p,d" + to_text(1 + i % 2) + "," + to_text(i) +
              ",EUR,2024,\"line " + to_text(i) + "\nand \"\"more\"\"\"\r\n";
  folder.write("t/claims.csv", claims);
  check_same({folder.path() + "/t/documents.csv", folder.path() + "/t/nodes.csv",
              folder.path() + "/t/claims.csv"});
}

BOOST_AUTO_TEST_CASE(tables_with_blanks_and_empty_rows) {
  const Folder folder;
  std::filesystem::create_directory(folder.path() + "/t");
  folder.write("t/documents.csv", "id\t title\nd\t\"A\ttitle \" \n");
  folder.write("t/nodes.csv",
               "\xEF\xBB\xBF id |kind\xC2\xA0| \"name\n\" |attributes.two  words\n"
               "donor:x | donor| \" X \"\t|  Oslo\n|||\n \t| \"\" |\xC2\xA0|\n   \n||||||\n"
               "project:p|project|P|\n");
  folder.write("t/claims.csv",
               "sep=,\r\nfrom, relation, to, document, quote\r\n,,,,\r\n"
               "donor:x, funds, project:p, d, \"said \"\"so\"\" \" \r\n , , , , \r\n"
               "agency:undp,partners,agency:unicef,d,\r\ndonor:x,implements,project:p,d,");
  check_same({folder.path() + "/t/documents.csv", folder.path() + "/t/nodes.csv",
              folder.path() + "/t/claims.csv"});
}

BOOST_AUTO_TEST_CASE(names_in_the_place_of_ids) {
  const Folder folder;
  std::string text =
      "{\"type\":\"document\",\"id\":\"d\"}\n"
      "{\"type\":\"node\",\"id\":\"donor:x\",\"kind\":\"donor\",\"name\":\"Plum Łódź Fund\","
      "\"aliases\":[\"PLF\"],\"attributes\":{\"refs\":\"XX-1-2|XX-3\"}}\n"
      "{\"type\":\"node\",\"id\":\"donor:y\",\"kind\":\"donor\",\"name\":\"Pear Trust\"}\n"
      "{\"type\":\"node\",\"id\":\"donor:z\",\"kind\":\"donor\",\"name\":\"The pear trust!\"}\n"
      "{\"type\":\"node\",\"id\":\"project:p\",\"kind\":\"project\",\"name\":\"Safe Roads\"}\n";
  for (const char* from :
       {"Plum Łódź Fund", "the plum lodz fund", "PLF", "XX-1-2", "XX-3", "donor:x", "Norway",
        "NORWEGEN", "UNDP", "Pear Trust", "The pear trust!", "state:SE", "Norad"})
    for (const char* to : {"Safe Roads", "project:p", "safe  roads"})
      text += "{\"type\":\"claim\",\"from\":\"" + std::string(from) +
              "\",\"relation\":\"funds\",\"to\":\"" + to + "\",\"document\":\"d\"}\n";
  folder.write("names.jsonl", text);
  check_same({folder.path() + "/names.jsonl"});
  // A name without letters or digits equals no other name.
  const std::string dashes =
      "{\"type\":\"node\",\"id\":\"donor:d\",\"kind\":\"donor\",\"name\":\"--\"}\n"
      "{\"type\":\"node\",\"id\":\"donor:e\",\"kind\":\"donor\",\"name\":\"+\"}\n"
      "{\"type\":\"claim\",\"from\":\"--\",\"relation\":\"funds\",\"to\":\"Safe Roads\","
      "\"document\":\"d\"}\n";
  folder.write("dashes.jsonl", text + dashes);
  check_same({folder.path() + "/dashes.jsonl"});
  folder.write("dash.jsonl", text + dashes +
                                 R"({"type":"claim","from":"-","relation":"funds",)"
                                 R"("to":"Safe Roads","document":"d"})");
  BOOST_TEST(
      !bulk_load({folder.path() + "/dash.jsonl"}, options_of({}, 2, 16), Problems(50)).has_value());
  folder.write("unsure.jsonl",
               text + R"({"type":"claim","from":"pear trust","relation":"funds","to":"Safe Roads",)"
                      R"("document":"d"})");
  BOOST_TEST(!bulk_load({folder.path() + "/unsure.jsonl"}, options_of({}, 2, 16), Problems(50))
                  .has_value());
}

std::vector<std::string> problems_of(const Folder& folder, const std::vector<std::string>& files,
                                     std::uint64_t bulk_from) {
  LoadOptions options = options_of(files, 2, 16);
  options.bulk.from = bulk_from;
  Problems problems(50);
  load(options, problems);
  std::vector<std::string> sentences;
  for (const Problem& problem : problems.list())
    sentences.push_back(folder.strip(sentence(problem)));
  return sentences;
}

/// Checks that the files are not loaded in bulk, and that the messages are those for a small file.
void check_left_to_usual(const Folder& folder, const std::vector<std::string>& files,
                         const std::string& said) {
  BOOST_CHECK_MESSAGE(!bulk_load(files, options_of(files, 2, 16), Problems(50)).has_value(), said);
  const auto usual = problems_of(folder, files, ~std::uint64_t{0});
  BOOST_TEST(problems_of(folder, files, 0) == usual, boost::test_tools::per_element());
  BOOST_REQUIRE(!usual.empty());
  BOOST_TEST(usual.front() == said);
}

BOOST_AUTO_TEST_CASE(text_that_is_none_is_found_wherever_it_stands) {
  const Folder folder;
  const std::string nul = "a NUL character in a string; remove \\u0000";
  const std::string half = "half of a \\u surrogate pair is missing";
  const std::string bytes =
      "a byte that is not UTF-8; records are UTF-8 text; save the file again as UTF-8";
  const std::string node = R"({"type":"node","id":"project:x","kind":"project")";
  const std::vector<std::pair<std::string, std::string>> lines{
      {node + R"(,"attributes":{"a\u0000b":"v"}})", "1:64: " + nul},
      {node + R"(,"attributes":{"a":"v\u0000"}})", "1:68: " + nul},
      {node + R"(,"attributes":{"a\udc00":"v"}})", "1:64: " + half},
      {node + R"(,"attributes":{"a\udc00":{"b":"c"}}})", "1:64: " + half},
      {node + R"(,"attributes":{"a":"\ude00"}})", "1:68: " + half},
      {node + R"(,"aliases":["ok","\u0000"]})", "1:66: " + nul},
      {node + R"(,"aliases":["\udfff"]})", "1:61: " + half},
      {node + R"(,"name":"\ud800x"})", ""},
      {node + R"(,"name":"\udc00"})", "1:57: " + half},
      {node + R"(,"na\u0000me":"x"})", "1:50: " + nul},
      {node + R"(,"na\u0000me":["x"]})", "1:50: " + nul},
      {"{\"na\\u0000me\":\"x\"," + node.substr(1) + "}", "1:2: " + nul},
      {node + ",\"name\":\"caf\xE9\"}", "1:61: " + bytes},
      {node + ",\"name\":\"\xC0\x80\"}", "1:58: " + bytes},
      {node + ",\"name\":\"\xED\xB0\x80\"}", "1:58: " + bytes},
      {node + ",\"attributes\":{\"\xF8\":\"\"}}", "1:65: " + bytes},
  };
  for (const auto& [line, said] : lines) {
    folder.write("bad.jsonl", line + "\n");
    const std::vector<std::string> files{folder.path() + "/bad.jsonl"};
    if (said.empty()) BOOST_TEST(!problems_of(folder, files, 0).empty());
    else check_left_to_usual(folder, files, "bad.jsonl:" + said);
    folder.write("bad.json", "{\"oscegraph\":1,\"nodes\":[" + line + "]}");
    BOOST_TEST(!problems_of(folder, {folder.path() + "/bad.json"}, 0).empty(), line);
  }
  std::filesystem::create_directory(folder.path() + "/t");
  const std::vector<std::pair<std::string, std::string>> tables{
      {"id,kind,attributes.caf\xE9\nproject:x,project,v\n", "1:23: " + bytes},
      {"id,kind,\"attributes.two\nlines\xFF\"\nproject:x,project,v\n", "2:6: " + bytes},
      {std::string("id,kind,attributes.a\0\nproject:x,project,v\n", 43),
       "1:21: a NUL byte in the text; records are UTF-8 text, which has none; is the file damaged, "
       "or "
       "UTF-16?"},
      {"id,kind,aliases\nproject:x,project,a|b\xE0\x80\x80\n", "2:22: " + bytes},
      {"id,kind,kind \nproject:x,project,project\n",
       "1:9: two columns are called 'kind'; rename one"},
  };
  for (const auto& [table, said] : tables) {
    folder.write("t/nodes.csv", table);
    check_left_to_usual(folder, {folder.path() + "/t/nodes.csv"}, "t/nodes.csv:" + said);
  }
}

// If the bulk load accepted any of these inputs, the messages of the usual load would be lost.
BOOST_AUTO_TEST_CASE(whatever_is_unusual_is_left_to_the_usual_load) {
  const std::string start =
      "{\"type\":\"document\",\"id\":\"d\"}\n"
      "{\"type\":\"node\",\"id\":\"donor:x\",\"kind\":\"donor\",\"name\":\"X\"}\n"
      "{\"type\":\"node\",\"id\":\"project:p\",\"kind\":\"project\"}\n";
  const std::string claim =
      R"({"type":"claim","from":"donor:x","relation":"funds","to":"project:p","document":"d")";
  const std::string node = R"({"type":"node","id":"donor:y","kind":"donor")";
  const Folder folder;
  folder.write("good.jsonl", start + node + "}\n" + claim + "}\n");
  check_same({folder.path() + "/good.jsonl"});
  const std::vector<std::string> bad{
      claim,
      claim + "} x\n",
      claim + ",\"flow\":\"lent\"}\n",
      claim + ",\"amount\":\"5\"}\n",
      claim + ",\"amount\":\"5.001\",\"currency\":\"EUR\"}\n",
      claim + ",\"amount\":true,\"currency\":\"EUR\"}\n",
      claim + ",\"currency\":\"XQQ\",\"amount\":\"5\"}\n",
      claim + ",\"start\":\"2024-02-30\"}\n",
      claim + ",\"start\":\"2024\",\"end\":\"2023\"}\n",
      claim + ",\"share\":\"101\"}\n",
      claim + ",\"quote\":\"a\",\"quote\":\"b\"}\n",
      claim + ",\"quote\":\"a\x01\"}\n",
      claim + ",\"quote\":\"a\\u0000\"}\n",
      claim + ",\"quote\":\"a\xFF\"}\n",
      claim + ",\"quote\":[]}\n",
      claim + ",\"nonsense\":\"a\"}\n",
      claim + ",\"name\":\"a\"}\n",
      claim + ",\"reviewed\":\"yes\"}\n",
      claim + ",\"via\":\"donor:x\"}\n",
      "{\"type\":\"claim\",\"from\":\"Xx\",\"relation\":\"funds\",\"to\":\"project:p\","
      "\"document\":"
      "\"d\"}\n",
      "{\"type\":\"claim\",\"from\":\"project:p\",\"relation\":\"funds\",\"to\":\"donor:x\","
      "\"document\":\"d\"}\n",
      "{\"type\":\"claim\",\"from\":\"donor:x\",\"relation\":\"funds\",\"to\":\"project:p\","
      "\"document\":\"e\"}\n",
      "{\"type\":\"claim\",\"relation\":\"funds\",\"to\":\"project:p\",\"document\":\"d\"}\n",
      "{\"type\":\"node\",\"id\":\"donor:x\",\"kind\":\"donor\",\"name\":\"Y\"}\n",
      "{\"type\":\"node\",\"id\":\"donor:y\",\"kind\":\"project\"}\n",
      "{\"type\":\"node\",\"id\":\"state:NO\",\"kind\":\"donor\"}\n",
      "{\"type\":\"node\",\"id\":\"donor:y\",\"kind\":\"donor\",\"attributes\":{\"a\":1,\"a\":1}}"
      "\n",
      "{\"type\":\"document\",\"id\":\"d\",\"title\":\"T\",\"aliases\":[]}\n",
      node + R"(,"aliases":"a"["b"]})",
      node + R"(,"aliases":["a",]})",
      node + R"(,"aliases":["a" "b"]})",
      node + R"(,"aliases":["a"})",
      node + R"(,"aliases":[["a"]]})",
      node + R"(,"aliases":["a"],"aliases":["b"]})",
      node + R"(,"attributes":{"a":"1","a":"1"}})",
      node + R"(,"attributes":{"a":{"b":"c"}}})",
      node + R"(,"attributes":{"a":["b"]}})",
      node + R"(,"attributes":{"a":"b"})",
      node + R"(,"attributes":{"a" "b"}})",
      node + R"(,"attributes":{"a":"b",}})",
      node + R"(,})",
      node + R"(} })",
      node + R"(,"name":{"a":"b"}})",
      node,
      "{\"id\":\"donor:z\",\"kind\":\"donor\"}\n",
      "[]\n",
  };
  for (const std::string& line : bad) {
    folder.write("bad.jsonl", start + line);
    const std::vector<std::string> files{folder.path() + "/bad.jsonl"};
    BOOST_CHECK_MESSAGE(!bulk_load(files, options_of(files, 2, 16), Problems(50)).has_value(),
                        line);
    BOOST_TEST(problems_of(folder, files, 0) == problems_of(folder, files, ~std::uint64_t{0}),
               boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(strings_are_stored_once_whoever_comes_first) {
  StringTable table;
  constexpr std::size_t count = 20000;
  std::vector<std::vector<StringId>> ids(8, std::vector<StringId>(count));
  parallel_for(ids.size(), {.threads = 4}, [&](std::size_t thread, unsigned) {
    for (std::size_t i = 0; i < count; ++i) ids[thread][i] = table.intern("text " + to_text(i));
  });
  BOOST_TEST(table.size() == count + 1);
  for (const auto& other : ids) BOOST_TEST((other == ids.front()));
  for (std::size_t i = 0; i < count; i += 97)
    BOOST_TEST(table[ids.front()[i]] == "text " + to_text(i));
  const StringPool pool = table.finish({.threads = 2});
  BOOST_TEST(pool[ids.front()[5]] == "text 5");
}

BOOST_AUTO_TEST_SUITE_END()
