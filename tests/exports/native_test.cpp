// SPDX-License-Identifier: Apache-2.0
//
// Tests the native formats: their exact text, and that load() reads back what was written.
#include <boost/test/unit_test.hpp>

#include "oscegraph/exports/model/native_records.hpp"
#include "oscegraph/loader/load.hpp"
#include "oscegraph/tests/exports/graph_maker.hpp"
#include "oscegraph/tests/exports/scratch_folder.hpp"
#include "oscegraph/tests/exports/written.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;
using oscegraph::test::contains;
using oscegraph::test::GraphMaker;
using oscegraph::test::make_graph;
using oscegraph::test::NodeSpec;
using oscegraph::test::ScratchFolder;
using oscegraph::test::written;

namespace {

constexpr std::string_view small =
    "donor:fund funds project:A doc=d1 amount=100.50 currency=EUR flow=committed start=2023 "
    "end=2024-06 share=40 at=\"line 5\" quote=\"it paid\" via=project:B\n"
    "office:X implements project:A doc=d2 basis=inferred\n"
    "node donor:fund name=Fund alias=\"The|Fund\" alias=FND attr.since=1973\n"
    "document d1 title=\"A, b\" publisher=OSCE date=2024-11-22\n";

Graph load_back(const std::string& path) {
  Problems problems;
  LoadOptions options;
  options.inputs = {path};
  return load(options, problems).graph;
}

void write_to(const std::string& format_name, const Graph& graph, const std::string& path) {
  const GraphFormat& format = *find_graph_format(format_name);
  LossReport losses;
  const Subset subset = Subset::whole(graph);
  if (format.folder()) {
    OutputFolder out(path);
    format.write_folder(subset, {}, out, losses);
    out.commit();
  } else {
    Output out = Output::to_file(path);
    format.write(subset, {}, out, losses);
    out.commit();
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(native)

BOOST_AUTO_TEST_CASE(json_lines) {
  BOOST_TEST(
      written("jsonl", make_graph(small)).text ==
      R"({"type":"document","id":"d1","title":"A, b","publisher":"OSCE","date":"2024-11-22"})"
      "\n"
      R"({"type":"document","id":"d2"})"
      "\n"
      R"({"type":"node","id":"donor:fund","kind":"donor","name":"Fund",)"
      R"("aliases":["FND","The|Fund"],"attributes":{"since":"1973"}})"
      "\n"
      R"({"type":"node","id":"office:X","kind":"office","name":"X"})"
      "\n"
      R"({"type":"node","id":"project:A","kind":"project","name":"A"})"
      "\n"
      R"({"type":"node","id":"project:B","kind":"project","name":"B"})"
      "\n"
      R"({"type":"claim","from":"donor:fund","relation":"funds","to":"project:A","document":"d1",)"
      R"("via":"project:B","amount":"100.50","currency":"EUR","flow":"committed","start":"2023",)"
      R"("end":"2024-06","share":"40","locator":"line 5","quote":"it paid","basis":"stated"})"
      "\n"
      R"({"type":"claim","from":"office:X","relation":"implements","to":"project:A",)"
      R"("document":"d2","basis":"inferred"})"
      "\n");
}

BOOST_AUTO_TEST_CASE(json_object) {
  BOOST_TEST(
      written("json", make_graph("office:X implements project:A")).text ==
      "{\"oscegraph\":1,\n"
      "\"documents\":[\n{\"id\":\"d\"}],\n"
      "\"nodes\":[\n{\"id\":\"office:X\",\"kind\":\"office\",\"name\":\"X\"},\n"
      "{\"id\":\"project:A\",\"kind\":\"project\",\"name\":\"A\"}],\n"
      "\"claims\":[\n{\"from\":\"office:X\",\"relation\":\"implements\",\"to\":\"project:A\","
      "\"document\":\"d\",\"basis\":\"stated\"}]}\n");
  BOOST_TEST(written("json", Graph()).text ==
             "{\"oscegraph\":1,\n\"documents\":[],\n\"nodes\":[],\n\"claims\":[]}\n");
}

BOOST_AUTO_TEST_CASE(csv_tables) {
  const ScratchFolder folder;
  write_to("csv", make_graph(small), folder.path("out"));
  BOOST_TEST(folder.read("out/documents.csv") ==
             "id,title,publisher,date,url,file,checksum\n"
             "d1,\"A, b\",OSCE,2024-11-22,,,\n"
             "d2,,,,,,\n");
  BOOST_TEST(folder.read("out/nodes.csv") ==
             "id,kind,name,aliases,attributes.since\n"
             "donor:fund,donor,Fund,FND|The\\|Fund,1973\n"
             "office:X,office,X,,\n"
             "project:A,project,A,,\n"
             "project:B,project,B,,\n");
  BOOST_TEST(
      folder.read("out/claims.csv") ==
      "from,relation,to,document,via,amount,currency,flow,start,end,share,locator,quote,basis,"
      "rule,reviewed\n"
      "donor:fund,funds,project:A,d1,project:B,100.50,EUR,committed,2023,2024-06,40,line 5,"
      "it paid,stated,,\n"
      "office:X,implements,project:A,d2,,,,,,,,,,inferred,,\n");
}

BOOST_AUTO_TEST_CASE(everything_comes_back) {
  for (const Graph& graph : {make_graph(small), load_example().graph}) {
    const std::string before = written("jsonl", graph).text;
    for (const auto& [format, name] :
         {std::pair("jsonl", "x.jsonl"), std::pair("json", "x.json"), std::pair("csv", "x")}) {
      const ScratchFolder folder;
      write_to(format, graph, folder.path(name));
      BOOST_TEST_INFO(format);
      BOOST_TEST(written("jsonl", load_back(folder.path(name))).text == before);
    }
  }
}

BOOST_AUTO_TEST_CASE(nasty_text_comes_back) {
  const Graph graph = GraphMaker()
                          .add(NodeSpec{"project:a",
                                        Kind::project,
                                        "A&B \"d\" 'e' \\f | ; , \xF0\x9F\x8C\x8D\nnew line",
                                        {"a|b", "c\\d", "\\|", " e "},
                                        {{"x", "=1+1, \"y\""}}})
                          .add(NodeSpec{"project:b", Kind::project, std::string(10000, 'w')})
                          .make();
  const std::string before = written("jsonl", graph).text;
  for (const auto& [format, name] :
       {std::pair("jsonl", "x.jsonl"), std::pair("json", "x.json"), std::pair("csv", "x")}) {
    const ScratchFolder folder;
    write_to(format, graph, folder.path(name));
    BOOST_TEST_INFO(format);
    BOOST_TEST(written("jsonl", load_back(folder.path(name))).text == before);
  }
}

BOOST_AUTO_TEST_CASE(attributes_keep_their_types) {
  const auto type = AttributeType::number;
  const Graph graph = GraphMaker()
                          .add(NodeSpec{"project:a",
                                        Kind::project,
                                        "A",
                                        {},
                                        {{"a", "1.50", type},
                                         {"b", "1e400", type},
                                         {"c", "007", type},
                                         {"d", "true", AttributeType::boolean},
                                         {"e", "1"}}})
                          .make();
  BOOST_TEST(contains(written("jsonl", graph).text,
                      "{\"a\":1.50,\"b\":1e400,\"c\":\"007\",\"d\":true,\"e\":\"1\"}"));
}

BOOST_AUTO_TEST_CASE(csv_says_what_it_loses) {
  const ScratchFolder folder;
  const Graph graph =
      GraphMaker()
          .add(NodeSpec{
              "project:a", Kind::project, "A", {}, {{"n", "1", AttributeType::number}, {"e", ""}}})
          .make();
  LossReport losses;
  OutputFolder out(folder.path("out"));
  find_graph_format("csv")->write_folder(Subset::whole(graph), {}, out, losses);
  BOOST_TEST(
      test::sentences(losses) ==
          (std::vector<std::string>{
              "1 typed attribute value read back as text: a table has no types",
              "1 empty attribute value read back as absent: a table has no other empty field"}),
      boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_part_carries_only_its_own_records_and_those_they_name) {
  const Graph graph = make_graph(
      "donor:fund funds project:A doc=d1 via=project:V\n"
      "state:SE funds project:B doc=d2\n");
  Subset part(graph);
  part.insert_edge(*graph.find_edge(test::node(graph, "donor:fund"), Relation::funds,
                                    test::node(graph, "project:A")),
                   Subset::whole(graph));
  const std::string text = written("jsonl", part).text;
  BOOST_TEST(contains(text, "\"id\":\"project:V\""));
  BOOST_TEST(!contains(text, "state:SE"));
  BOOST_TEST(!contains(text, "d2"));
}

BOOST_AUTO_TEST_CASE(scores_are_reported_as_left_out) {
  const Graph graph = make_graph("donor:fund funds project:A");
  Subset subset = Subset::whole(graph);
  subset.set_score({"pagerank", ScoreOf::node, {0.5, 0.5}});
  BOOST_TEST(written("jsonl", subset).lost.size() == 1U);
}

BOOST_AUTO_TEST_CASE(shares_are_exact) {
  BOOST_TEST(share_text(no_share).empty());
  BOOST_TEST(share_text(0) == "0");
  BOOST_TEST(share_text(100'000'000) == "100");
  BOOST_TEST(share_text(33'333'333) == "33.333333");
  BOOST_TEST(share_text(500'000) == "0.5");
  BOOST_TEST(share_text(1) == "0.000001");
}

BOOST_AUTO_TEST_SUITE_END()
