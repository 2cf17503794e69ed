// SPDX-License-Identifier: Apache-2.0
//
// Tests the drawings: their DOT text, and the files that Graphviz makes from it.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "oscegraph/exports/model/palette.hpp"
#include "oscegraph/tests/exports/graph_maker.hpp"
#include "oscegraph/tests/exports/written.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;
using namespace oscegraph::test;

namespace {

Graph linked(const std::string& url) {
  return GraphMaker()
      .add(NodeSpec{"state:NO", Kind::state, "Norway"})
      .add(NodeSpec{"project:A", Kind::project, "A"})
      .add(DocumentSpec{"d", "A title", "", url})
      .add(ClaimSpec{.from = "state:NO",
                     .to = "project:A",
                     .document = "d",
                     .amount = "1200000.00",
                     .flow = Flow::committed})
      .make();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(drawing)

BOOST_AUTO_TEST_CASE(dot_has_every_node_and_edge_once) {
  const std::string text =
      written("dot", make_graph("state:NO funds project:A\noffice:X implements project:A")).text;
  BOOST_TEST(text.starts_with("digraph oscegraph {"));
  BOOST_TEST(count(text, "\"state:NO\" -> \"project:A\"") == 1U);
  BOOST_TEST(count(text, "\"office:X\" -> \"project:A\"") == 1U);
  BOOST_TEST(count(text, "class=project") == 1U);
  BOOST_TEST(contains(text, "rank=min"));
  BOOST_TEST(contains(text, "rank=max"));
}

BOOST_AUTO_TEST_CASE(p45_p46_data_is_never_markup) {
  const std::string text = written("dot", nasty_graph()).text;
  BOOST_TEST(contains(text, "A&amp;B <c> \\\"d\\\" 'e' \\\\f"));
  BOOST_TEST(!contains(text, "\x1B"));
  BOOST_TEST(!contains(text, "] ["));
  // Ids that are keywords of DOT are quoted.
  BOOST_TEST(contains(text, "\"node\" -> \"graph\""));
}

BOOST_AUTO_TEST_CASE(p49_no_attribute_is_called_name) {
  const std::string text = written("dot", make_graph("state:NO funds project:A")).text;
  BOOST_TEST(contains(text, "full_name="));
  BOOST_TEST(!contains(text, "\tname="));
}

BOOST_AUTO_TEST_CASE(p46_no_escape_of_graphviz_works_in_data) {
  const Graph graph = GraphMaker().add(NodeSpec{"an-id", Kind::project, "\\N \\G \\l &lt;"}).make();
  const std::string svg = written("svg", graph).text;
  BOOST_TEST(contains(svg, ">\\N \\G \\l &amp;lt;</text>"));
  const Xml link = parse_xml(svg).get_child("svg.g.g.g.a");
  BOOST_TEST(attribute(link, "xlink:title") == "\\N \\G \\l &lt; (project, an-id)");
}

BOOST_AUTO_TEST_CASE(p47_labels_are_short_and_tooltips_whole) {
  const Graph graph =
      GraphMaker().add(NodeSpec{"a", Kind::project, std::string(10000, 'w')}).make();
  const std::string svg = written("svg", graph).text;
  BOOST_TEST(contains(svg, "…"));
  BOOST_TEST(count(svg, std::string(10000, 'w')) == 1U);
}

BOOST_AUTO_TEST_CASE(an_edge_links_to_its_document_on_the_web_only) {
  BOOST_TEST(contains(written("svg", linked("https://osce.org/a?b=1&c=2")).text,
                      "xlink:href=\"https://osce.org/a?b=1&amp;c=2\""));
  BOOST_TEST(!contains(written("svg", linked("javascript:alert(1)")).text, "javascript"));
}

BOOST_AUTO_TEST_CASE(an_edge_of_a_small_graph_shows_its_money) {
  const std::string svg = written("svg", linked("")).text;
  BOOST_TEST(contains(svg, ">committed EUR 1,200,000.00</text>"));
  BOOST_TEST(contains(svg, "Norway funds A; committed EUR 1,200,000.00; 1 document: A title"));
}

BOOST_AUTO_TEST_CASE(the_legend_counts_what_occurs) {
  const std::string svg =
      written("svg",
              make_graph("state:NO funds project:A\nstate:SE funds project:A basis=inferred"),
              {.title = "Who <funds> \"A\" & B"})
          .text;
  for (const std::string words : {"2 States", "1 project", "→ funds", "dashed: inferred"})
    BOOST_TEST(contains(svg, ">" + words + "</text>"));
  BOOST_TEST(contains(svg, "Who &lt;funds&gt; &quot;A&quot; &amp; B"));
  BOOST_TEST(!contains(svg, "offices"));
  BOOST_TEST(contains(written("svg", Graph()).text, "nothing to draw"));
}

BOOST_AUTO_TEST_CASE(svg_is_well_formed_whatever_the_names) {
  BOOST_CHECK_NO_THROW(parse_xml(written("svg", nasty_graph()).text));
}

BOOST_AUTO_TEST_CASE(png_and_pdf_begin_as_such) {
  const Graph graph = make_graph("state:NO funds project:A");
  BOOST_TEST(written("png", graph).text.starts_with("\x89PNG\r\n"));
  const std::string pdf = written("pdf", graph).text;
  BOOST_TEST(pdf.starts_with("%PDF-"));
  // Since version 1.18 cairo puts the time into a compressed stream, where we leave it.
  if (!contains(pdf, "/ObjStm")) BOOST_TEST(contains(pdf, "/CreationDate (D:19700101000000"));
}

BOOST_AUTO_TEST_CASE(a_score_sizes_the_labels) {
  const Graph graph = make_graph("office:X implements project:A");
  Subset subset = Subset::whole(graph);
  subset.set_score({"rank", ScoreOf::node, {0, 2}});
  const std::string text = written("dot", subset, {.size_by = "rank"}).text;
  BOOST_TEST(contains(text, "fontsize=10"));
  BOOST_TEST(contains(text, "fontsize=20"));
}

BOOST_AUTO_TEST_CASE(kinds_have_different_colours) {
  std::vector<std::string> seen;
  for (const KindRow& row : kinds()) {
    BOOST_TEST((std::ranges::find(seen, colour_of(row.kind).hex()) == seen.end()));
    seen.push_back(colour_of(row.kind).hex());
  }
  BOOST_TEST((Colour{0, 114, 178}.hex()) == "#0072b2");
}

BOOST_AUTO_TEST_SUITE_END()
