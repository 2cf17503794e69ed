// SPDX-License-Identifier: Apache-2.0
//
// Tests that the byte stream gives the same bytes for any size of blocks and any way of reading. So
// every reader that uses it must give the same messages and the same graph, whether a file is read
// at once or a few bytes at a time; this is tested with hundreds of damaged inputs of each format.
#include "oscegraph/loader/inputs/byte_stream.hpp"

#include <sys/resource.h>
#include <sys/stat.h>

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/inputs/excerpts.hpp"
#include "oscegraph/loader/load.hpp"
#include "oscegraph/tests/loader/changed_text.hpp"
#include "oscegraph/tests/loader/gzip.hpp"
#include "oscegraph/tests/loader/load_text.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;
using oscegraph::test::Random;
using oscegraph::testing::bytes_of;
using oscegraph::testing::changed;
using oscegraph::testing::Folder;
using oscegraph::testing::gzip;
using oscegraph::testing::is_sanitized;

namespace {

std::string some_lines(Random& random) {
  std::string text;
  for (std::uint32_t lines = random.below(40); lines > 0; --lines) {
    text += std::string(random.below(random.below(5) == 0 ? 90 : 9), 'x');
    text += random.below(9) == 0 ? "" : "\n";
  }
  return text;
}

const std::vector<std::size_t> blocks{2, 3, 7, 64, 1000};

std::string unpacked(std::string bytes, std::size_t most = any_size) {
  return std::string(ByteStream::of_bytes("x", std::move(bytes), most).rest());
}

struct Said {
  std::string graph;
  std::vector<std::string> problems;
  std::vector<std::string> warnings;
  friend bool operator==(const Said&, const Said&) = default;
};

Said said_of(const std::vector<std::string>& files, const std::string& map, std::size_t block) {
  LoadOptions options;
  options.inputs = files;
  options.map = map;
  options.block = block;
  options.create_missing = true;
  options.bulk.from = ~std::uint64_t{0};
  Said said;
  Problems problems(1000);
  try {
    const Loaded loaded = load(options, problems);
    if (problems.list().empty()) said.graph = bytes_of(loaded.graph);
    for (const Problem& warning : loaded.warnings) said.warnings.push_back(sentence(warning));
  } catch (const Error& error) {
    said.problems.push_back("thrown: " + sentence(error.problem()));
  }
  for (const Problem& problem : problems.list())
    said.problems.push_back(sentence(problem) + problem.excerpt);
  return said;
}

struct Sample {
  std::string name;
  std::string text;
  std::string map = "";
};

const std::vector<Sample>& samples() {
  static const std::vector<Sample> all{
      {"records.jsonl",
       "\xEF\xBB\xBF{\"type\":\"document\",\"id\":\"d\",\"title\":\"Report\"}\n\n"
       "{\"type\":\"node\",\"id\":\"project:p\",\"kind\":\"project\",\"name\":\"Safe Łódź\"}\r\n"
       "{\"type\":\"claim\",\"from\":\"Norway\",\"relation\":\"funds\",\"to\":\"project:p\","
       "\"document\":\"d\",\"amount\":\"1200.50\",\"currency\":\"EUR\",\"quote\":\"\\u00e9\"}"},
      {"records.json",
       "{\"oscegraph\":1,\n\"documents\":[{\"id\":\"d\",\"title\":\"Report\"}],\n"
       "\"nodes\":[{\"id\":\"project:p\",\"kind\":\"project\",\"name\":\"Safe\"}],\n"
       "\"claims\":[{\"from\":\"state:NO\",\"relation\":\"funds\",\"to\":\"project:p\","
       "\"document\":\"d\"}]}\n"},
      {"grants.csv",
       "sep=;\r\nDonor;Project;\"Amount, EUR\";Words\r\nNorway;\"Safe; Roads\";\"1\";a\r\n"
       "\r\n Sweden ; \"Two\nlines\" ;2;\"say \"\"so\"\"\"\r\nFrance;Safer Roads;;\n",
       "from = Donor\nrelation = \"funds\"\nto = Project\namount = Amount, EUR\ncurrency = "
       "\"EUR\"\nquote = Words\n"},
      {"net.graphml",
       "<?xml version=\"1.0\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
       "<key id=\"k\" for=\"node\" attr.name=\"kind\" attr.type=\"string\"/>\n"
       "<graph edgedefault=\"directed\">\n<node id=\"Norway\"><data key=\"k\">state</data></node>\n"
       "<node id=\"project:p\"><data key=\"k\">project</data></node>\n"
       "<edge source=\"Norway\" target=\"project:p\"><data key=\"r\">funds</data></edge>\n"
       "</graph>\n<key id=\"r\" for=\"edge\" attr.name=\"relation\" attr.type=\"string\"/>\n"
       "</graphml>\n"},
      {"net.gexf",
       "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\"><graph defaultedgetype=\"directed\">\n"
       "<attributes class=\"node\"><attribute id=\"0\" title=\"kind\" type=\"string\"/>"
       "</attributes>\n<nodes><node id=\"n0\" label=\"Norway\"><attvalues><attvalue for=\"0\" "
       "value=\"state\"/></attvalues></node>\n<node id=\"project:p\" label=\"Safe &amp; sound\">"
       "<attvalues><attvalue for=\"0\" "
       "value=\"project\"/></attvalues></node></nodes>\n<edges><edge "
       "id=\"0\" source=\"n0\" target=\"project:p\"><attvalues><attvalue for=\"1\" "
       "value=\"funds\"/>"
       "</attvalues></edge></edges>\n<attributes class=\"edge\"><attribute id=\"1\" "
       "title=\"relation\" type=\"string\"/></attributes>\n</graph></gexf>\n"},
      {"net.dot",
       "digraph g {\n  \"state:NO\" [label=\"Norway\", kind=state];\n  \"project:p\" "
       "[kind=project]\n"
       "  \"state:NO\" -> \"project:p\" [relation=funds, label=<a <b>b</b>>];\n}\n"},
      {"edges.csv",
       "Source,Target,Type,Id,Label,relation\nstate:NO,project:p,Directed,0,funds,funds\n"
       "state:SE,project:p,Directed,1,funds,funds\n"},
      {"release.txt",
       "# Norway supports safe roads\n\nVIENNA, 6 May 2024 - Norway funds the Safe Roads project "
       "of\n"
       "the OSCE Mission to Skopje with 20,000 euros.\n"},
      {"release.html",
       "<!DOCTYPE html><html><head><title>Roads</title><meta charset=\"utf-8\"></head><body><p>"
       "Norway funds the Safe Roads project of the OSCE Mission to Skopje.</p></body></html>\n"},
      {"news.rss",
       "<rss version=\"2.0\"><channel><title>News</title><item><title>Roads</title><description>"
       "Norway funds the Safe Roads project.</description></item></channel></rss>\n"},
  };
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(byte_stream)

BOOST_AUTO_TEST_CASE(the_same_bytes_in_blocks_of_any_size) {
  const Folder folder;
  Random random(5);
  for (int round = 0; round < 60; ++round) {
    const std::string text = some_lines(random);
    folder.write("plain", text);
    folder.write("packed", gzip(text) + (random.below(2) == 0 ? gzip("") : ""));
    for (const std::string file : {"plain", "packed"})
      for (const std::size_t block : blocks) {
        ByteStream stream(folder.path() + '/' + file, {}, block);
        std::string seen;
        for (;;) {
          const std::size_t wanted = 1 + random.below(30);
          const std::string_view shown = stream.peek(wanted);
          BOOST_TEST_REQUIRE(shown == text.substr(seen.size(), shown.size()));
          BOOST_TEST_REQUIRE((shown.size() >= wanted || stream.ends_here()));
          if (shown.empty()) break;
          const std::size_t taken = random.below(static_cast<std::uint32_t>(shown.size() + 1));
          seen += shown.substr(0, taken);
          stream.take(taken);
          BOOST_TEST_REQUIRE(stream.taken() == seen.size());
        }
        stream.rewind();
        std::string lines;
        while (const auto line = stream.line())
          lines += std::string(*line) + (lines.size() + line->size() < text.size() ? "\n" : "");
        BOOST_TEST_REQUIRE(lines == text);
        stream.rewind();
        stream.take(stream.peek(3).substr(0, 3).size());
        BOOST_TEST_REQUIRE(stream.rest() == text.substr(std::min<std::size_t>(3, text.size())));
        BOOST_TEST_REQUIRE(stream.peek(1) == "");
      }
  }
}

BOOST_AUTO_TEST_CASE(gzip_with_something_behind) {
  const std::string one = gzip("one ");
  const std::string two = gzip("two");
  BOOST_TEST(unpacked(one + std::string(7, '\0')) == "one ");
  BOOST_TEST(unpacked(one + two) == "one two");
  BOOST_TEST(unpacked(one + two + std::string(2'000'000, '\0')) == "one two");
  BOOST_CHECK_THROW(unpacked(one + "rest"), Error);
  BOOST_CHECK_THROW(unpacked(one + std::string(3, '\0') + two), Error);
  for (std::size_t size = 2; size < two.size(); ++size)
    BOOST_CHECK_THROW(unpacked(one + two.substr(0, size)), Error);
  BOOST_CHECK_THROW(unpacked(gzip(std::string(5'000'000, ' ')), 4'000'000), Error);
  BOOST_TEST(unpacked(gzip(std::string(5'000'000, ' ')), 5'000'000).size() == 5'000'000U);
  BOOST_TEST(unpacked("\x1f") == "\x1f");
}

// The number of open files is limited, and a load may have thousands of inputs.
BOOST_AUTO_TEST_CASE(inputs_are_closed_when_they_are_read) {
  const Folder folder;
  LoadOptions options;
  for (int i = 0; i < 100; ++i)
    options.inputs.push_back(folder.write(
        "t" + std::to_string(i) + ".jsonl",
        R"({"type":"node","id":"project:p)" + std::to_string(i) + R"(","kind":"project"})"));
  rlimit before{};
  BOOST_REQUIRE(::getrlimit(RLIMIT_NOFILE, &before) == 0);
  rlimit few = before;
  few.rlim_cur = 32;
  BOOST_REQUIRE(::setrlimit(RLIMIT_NOFILE, &few) == 0);
  Problems problems;
  std::size_t nodes = 0;
  std::string error;
  try {
    nodes = load(options, problems).graph.node_count();
    folder.write("t50.jsonl", "{\n");
    options.inputs.push_back(folder.path() + "/t50.jsonl");
    (void)load(options, problems);
  } catch (const Error& thrown) {
    error = thrown.problem().excerpt;
  }
  ::setrlimit(RLIMIT_NOFILE, &before);
  BOOST_TEST(nodes == 100U);
  BOOST_TEST(!error.empty());
}

// After it has thrown, a stream is at its end, so a loop over it ends.
BOOST_AUTO_TEST_CASE(a_stream_that_failed_has_ended) {
  const Folder folder;
  const std::string packed = gzip(std::string(100'000, 'x'));
  folder.write("cut.gz", packed.substr(0, packed.size() / 2));
  ByteStream stream(folder.path() + "/cut.gz", {}, 16);
  BOOST_CHECK_THROW((void)stream.rest(), Error);
  BOOST_TEST(stream.ends_here());
  BOOST_TEST(stream.peek(1) == "");
  stream.close();
  BOOST_TEST(stream.peek(1) == "");
}

BOOST_AUTO_TEST_CASE(what_comes_through_a_pipe_stays) {
  const Folder folder;
  const std::string pipe = folder.path() + "/pipe";
  BOOST_REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "line " + std::to_string(i) + '\n';
  std::thread writer([&] {
    std::ofstream out(pipe);
    for (std::size_t at = 0; at < text.size(); at += 11) out << text.substr(at, 11) << std::flush;
  });
  ByteStream stream(pipe, {}, 64);
  for (int i = 0; i < 2000; ++i)
    BOOST_TEST_REQUIRE(stream.line().value() == "line " + std::to_string(i));
  stream.rewind();
  BOOST_TEST(stream.rest() == text);
  stream.close();
  BOOST_TEST(excerpt_at(stream.kept().value(), {pipe, 2000, 3}) == excerpt("line 1999", 3));
  writer.join();
}

BOOST_AUTO_TEST_CASE(a_line_is_shown_again) {
  const Folder folder;
  std::string text;
  for (int i = 0; i < 300; ++i) text += "line " + std::to_string(i) + "\r\n";
  folder.write("plain", text);
  folder.write("packed.gz", gzip(text));
  for (const std::string file : {"plain", "packed.gz"}) {
    const std::string path = folder.path() + '/' + file;
    ByteStream stream(path, {}, 10);
    (void)stream.rest();
    stream.close();
    const std::string wanted = excerpt_at(text, {path, 200, 6});
    BOOST_TEST(wanted == excerpt("line 199", 6));
    BOOST_TEST(!stream.kept());
    Excerpts excerpts;
    BOOST_TEST(excerpts.of_file({path, 200, 6}) == wanted);
    BOOST_TEST(excerpts.of_file({path, 201, 6}) == excerpt("line 200", 6));
    BOOST_TEST(excerpts.of_file({path, 201, 1}) == excerpt("line 200", 1));
    BOOST_TEST(excerpts.of_file({path, 3, 1}) == excerpt("line 2", 1));
    BOOST_TEST(excerpts.of_file({path, 301, 1}) == excerpt_at(text, {path, 301, 1}));
    BOOST_TEST(excerpts.of_file({path, 900, 1}) == "");
    BOOST_TEST(excerpts.of_file({path, 0, 0}) == "");
  }
  BOOST_TEST(Excerpts().of_file({folder.path() + "/none", 1, 1}) == "");
}

BOOST_AUTO_TEST_CASE(every_reader_says_the_same_of_blocks_of_any_size) {
  const Folder folder;
  Random random(6);
  const int rounds = is_sanitized ? 10 : 1000;
  for (const Sample& sample : samples()) {
    const std::string map = sample.map.empty() ? "" : folder.path() + "/table.map";
    if (!map.empty()) folder.write("table.map", sample.map);
    for (int round = 0; round < rounds; ++round) {
      std::string text = sample.text;
      for (std::uint32_t changes = round == 0 ? 0 : 1 + random.below(3); changes > 0; --changes)
        text = changed(random, std::move(text));
      const bool packed = random.below(8) == 0;
      const std::string name = sample.name + (packed ? ".gz" : "");
      folder.write(name, packed ? gzip(text) : text);
      const std::vector<std::string> files{folder.path() + '/' + name};
      const Said at_once = said_of(files, map, ByteStream::usual_block);
      BOOST_TEST_REQUIRE((round > 0 || !at_once.graph.empty()), sample.name);
      const std::size_t block = blocks[random.below(static_cast<std::uint32_t>(blocks.size()))];
      const Said in_blocks = said_of(files, map, block);
      BOOST_REQUIRE_MESSAGE(
          at_once == in_blocks,
          name + " in blocks of " + to_text(block) + "\n" + text +
              "\nat once: " + join(at_once.problems, " | ") + join(at_once.warnings, " | ") +
              "\nin blocks: " + join(in_blocks.problems, " | ") + join(in_blocks.warnings, " | "));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
