// SPDX-License-Identifier: Apache-2.0
//
// Tests how graph files of other programs are read: what a mapping makes of them, and each kind of
// fault. Then reads the same files truncated at every byte, and with random bytes changed.
#include <boost/test/unit_test.hpp>
#include <string>

#include "load_text.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/tests/support/make_graph.hpp"
#include "oscegraph/tests/support/make_lines.hpp"

using namespace oscegraph;
using oscegraph::test::Random;
using oscegraph::testing::Folder;
using oscegraph::testing::load_text;
using oscegraph::testing::Outcome;

namespace {

const std::string foreign_graphml =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="d0" for="node" attr.name="category" attr.type="string"><default>Project</default></key>
<key id="d1" for="node" attr.name="label" attr.type="string"/>
<key id="d2" for="edge" attr.name="type" attr.type="string"/>
<key id="d3" for="edge" attr.name="value" attr.type="double"/>
<key id="d4" for="node" attr.name="active" attr.type="boolean"/>
<key id="d5" for="node" attr.name="budget" attr.type="double"/>
<graph edgedefault="directed">
<node id="n1"><data key="d0">Country</data><data key="d1">Norway</data></node>
<node id="n2"><data key="d1">Border &amp; guards</data><data key="d4">True</data><data key="d5">nan</data></node>
<node id="n3"><data key="d0">Country</data><data key="d1">Atlantis</data><data key="d5">12.50</data></node>
<edge id="e1" source="n1" target="n2"><data key="d2">gives to</data><data key="d3">1000.50</data></edge>
<edge source="n2" target="n3" directed="false"><data key="d2">gives to</data></edge>
</graph></graphml>
)";

const std::string foreign_map =
    "records = graph\n"
    "kind = category\n"
    "kind \"Country\" = \"state\"\n"
    "kind \"Project\" = \"project\"\n"
    "attributes.active = active\n"
    "attributes.budget = budget\n"
    "relation = type\n"
    "relation \"gives to\" = \"funds\"\n"
    "amount = value\n"
    "currency = \"EUR\"\n"
    "flow = \"pledged\"\n";

const std::string own_gexf =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">
<graph defaultedgetype="directed" mode="dynamic" timeformat="date">
<attributes class="node" mode="static"><attribute id="kind" title="kind" type="string"/></attributes>
<attributes class="edge" mode="static"><attribute id="relation" title="relation" type="string"/>
<attribute id="documents" title="documents" type="string"/>
<attribute id="claim_count" title="claim_count" type="integer"/>
<attribute id="amount_eur_committed" title="amount_eur_committed" type="double"/></attributes>
<nodes><node id="state:NO" label="Norway"><attvalues><attvalue for="kind" value="state"/></attvalues>
<viz:color r="1" g="2" b="3"/></node>
<node id="project:a" label="A"><attvalues><attvalue for="kind" value="project"/></attvalues></node></nodes>
<edges><edge id="e1" source="state:NO" target="project:a" kind="funds" weight="3">
<attvalues><attvalue for="relation" value="funds"/><attvalue for="documents" value="d1 | d2"/>
<attvalue for="claim_count" value="3"/><attvalue for="amount_eur_committed" value="1000.50"/></attvalues>
<spells><spell start="2023-01-01" end="2023-12-31"/></spells></edge></edges>
</graph></gexf>
)";

const std::string drawn_graphml =
    R"(<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="urn:y">
<graph edgedefault="undirected"><key for="node" id="g" yfiles.type="nodegraphics"/>
<node id="a"><graph><node id="b"><data key="k">project</data></node></graph><data key="g"><y:P>
<y:Realizers active="1"><y:G/><y:G><y:NodeLabel>Norway<y:M>1</y:M></y:NodeLabel></y:G></y:Realizers>
</y:P></data><data key="k">st<b>a</b>te</data></node>
<edge source="b" target="a"><data key="r">funds</data></edge>
<key for="node" id="k" attr.name="kind"/><key for="edge" id="r" attr.name="relation"/>
</graph></graphml>
)";

const std::string foreign_dot =
    R"(graph "who pays" {
  node [category=Project, shape=box]
  subgraph cluster_payers { label=payers; n1 [category=Country, label=Norway] }
  n2 [label="Border\nguards \N", theme="a\\b"]
  n1 -- n2 [type="gives to", value="1000.50"];
  n3 [label=<<b>markup</b>>, category=Country]
  n2 -- n3 [type="gives to"]
}
)";

const std::string own_dot =
    R"(digraph { "state:NO" [kind=state, name="Norway", color="#123456"]
"project:a" [kind=project, color="#123456", name="A \\ \"quoted\""]
"state:NO" -> "project:a" [key=e1, relation=funds, documents="d1 | d2", claim_count=3,
  amount_eur_committed="1000.50", penwidth=2] }
)";

Outcome load_mapped(const std::string& name, const std::string& text, const std::string& map) {
  const Folder folder;
  LoadOptions options;
  options.map = folder.write("m.map", map);
  options.inputs = {folder.write(name, text)};
  Problems problems(100);
  Outcome outcome{load(options, problems), {}};
  for (const Problem& problem : problems.list())
    outcome.problems.push_back(folder.strip(sentence(problem)));
  return outcome;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  const std::size_t at = text.find(what);
  BOOST_TEST_REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

std::string edges_of(const Graph& graph) { return test::edge_lines(Subset::whole(graph)); }

/// The problems of the foreign file when `what` is replaced by `with`.
std::string fault(std::string_view what, std::string_view with) {
  const Outcome outcome =
      load_mapped("x.graphml", replaced(foreign_graphml, what, with), foreign_map);
  return join(outcome.problems, "\n");
}

std::string gexf_fault(std::string_view what, std::string_view with) {
  const Outcome outcome = load_text("x.gexf", replaced(own_gexf, what, with));
  return join(outcome.problems, "\n");
}

/// Checks that loading gives a graph or an error, whatever the bytes are.
void survives(const std::string& name, const std::string& text) {
  const Folder folder;
  LoadOptions options;
  options.inputs = {folder.write(name, text)};
  Problems problems(10);
  (void)load(options, problems);
}

void survives_damage(const std::string& name, const std::string& text) {
  for (std::size_t length = 0; length < text.size(); ++length)
    survives(name, text.substr(0, length));
  Random random(7);
  for (int i = 0; i < 2000; ++i) {
    std::string damaged = text;
    for (std::uint32_t hits = 1 + random.below(4); hits-- > 0;)
      damaged[random.below(static_cast<std::uint32_t>(damaged.size()))] =
          random.one_in(2) ? static_cast<char>(random.below(256))
                           : text[random.below(static_cast<std::uint32_t>(text.size()))];
    survives(name, damaged);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(graph_file)

BOOST_AUTO_TEST_CASE(a_mapping_says_what_the_attributes_are) {
  const Outcome outcome = load_mapped("x.graphml", foreign_graphml, foreign_map);
  BOOST_TEST(outcome.problems.empty());
  const Graph& graph = outcome.loaded.graph;
  // Norway is known; Atlantis keeps its id; the edge without direction gets the one 'funds' allows.
  BOOST_TEST(edges_of(graph) == "n3 funds n2\nstate:NO funds n2\n");
  const NodeId project = test::node(graph, "n2");
  BOOST_TEST(graph.node_name(project) == "Border & guards");
  BOOST_TEST((graph.attributes(project) ==
              std::vector<Attribute>{{"active", "true", AttributeType::boolean}}));
  BOOST_TEST((graph.attributes(test::node(graph, "n3")) ==
              std::vector<Attribute>{{"budget", "12.50", AttributeType::number}}));
  const Claim paid = graph.claim(graph.claims_of(1).front());
  BOOST_TEST(paid.amount->decimal() == "1000.50");
  BOOST_TEST((paid.flow == Flow::pledged));
  BOOST_TEST(paid.locator == "edge e1");
  BOOST_TEST(graph.document(paid.document).title == "");
  BOOST_TEST(graph.document_id(paid.document) == "x.graphml");
  const Claim unpaid = graph.claim(graph.claims_of(0).front());
  BOOST_TEST(!unpaid.amount);
  BOOST_TEST(unpaid.locator == "line 14");
}

BOOST_AUTO_TEST_CASE(our_own_names_need_no_mapping) {
  const Outcome outcome = load_text("x.gexf", own_gexf);
  BOOST_TEST(outcome.problems.empty());
  const Graph& graph = outcome.loaded.graph;
  BOOST_TEST(graph.claim_count() == 3U);
  std::vector<std::string> claims;
  for (const ClaimId c : graph.claims()) {
    const Claim claim = graph.claim(c);
    claims.push_back(std::string(graph.document_id(claim.document)) + ", " +
                     std::string(claim.locator) +
                     (claim.amount ? ", " + claim.amount->decimal() : ""));
  }
  BOOST_TEST(claims == (std::vector<std::string>{"d1, edge e1, claim 1 of 3, 1000.50",
                                                 "d1, edge e1, claim 3 of 3",
                                                 "d2, edge e1, claim 2 of 3"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(no_mapping_and_foreign_names) {
  const Outcome outcome = load_text("x.graphml", foreign_graphml);
  BOOST_TEST(outcome.problems ==
                 (std::vector<std::string>{
                     "x.graphml:10:1: the nodes of this graph have no attribute 'kind'; they have "
                     "id, category, label, active and budget; say which one it is with --map FILE",
                     "x.graphml:13:1: the edges of this graph have no attribute 'relation'; they "
                     "have id, label, type and value; say which one it is with --map FILE"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(mappings_that_do_not_fit) {
  const auto problem = [](const std::string& map) {
    const Outcome outcome = load_mapped("x.graphml", foreign_graphml, map);
    BOOST_TEST_REQUIRE(!outcome.problems.empty());
    return outcome.problems.front();
  };
  BOOST_TEST(
      problem("records = graph\nkind = categry\nrelation = \"funds\"\n") ==
      "m.map:2:8: the nodes of x.graphml have no attribute 'categry'; they have id, category, "
      "label, active and budget; did you mean 'category'?");
  BOOST_TEST(problem("records = graph\nname = label\nrelation = \"funds\"\n") ==
             "m.map: the mapping does not say which attribute is the kind; add the line 'kind = "
             "ATTRIBUTE', or 'kind = \"...\"' when it is the same everywhere");
}

BOOST_AUTO_TEST_CASE(faults_of_graphml) {
  BOOST_TEST(fault("graphdrawing.org/xmlns", "graphdrawing.org/xlmns") ==
             "x.graphml:2:1: the XML namespace is 'http://graphml.graphdrawing.org/xlmns'; "
             "GraphML's is 'http://graphml.graphdrawing.org/xmlns'; correct xmlns: with another "
             "one, programs load an empty graph and say nothing");
  BOOST_TEST(fault("<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                   "<!DOCTYPE graphml [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>") ==
             "x.graphml:1:20: the file declares an entity, 'a'; a few of them can fill any memory, "
             "so none "
             "is read; write out what it stands for");
  BOOST_TEST(
      fault("Border &amp;", "Border &nbsp;") ==
      "x.graphml:11:37: the entity 'nbsp' is not defined in this file; nothing outside of the "
      "file is read; write out what it stands for");
  BOOST_TEST(
      fault("encoding=\"UTF-8\"", "encoding=\"UTF-9\"") ==
      "x.graphml:1:31: the encoding 'UTF-9', which the file declares, is not known here; save "
      "it again as UTF-8");
  BOOST_TEST(
      fault("Atlantis", "Atlantis\xFF") ==
      "x.graphml:12:67: the XML is damaged: a byte that is not UTF-8; XML is UTF-8 unless its "
      "first line names another encoding; save the file again as UTF-8");
  BOOST_TEST(
      fault("</node>", "</nod>") ==
      "x.graphml:10:72: the XML is damaged: </nod> stands where <node>, begun in line 10, must "
      "end first; write </node> before it, or correct the name");
  BOOST_TEST(fault("<node id=\"n2\">", "<nod id=\"n2\"><node id=\"n2\">") ==
             "x.graphml:11:1: an element <nod> has no place here; what may stand here is node, "
             "edge, data, desc or locator; did you mean 'node'?");
  BOOST_TEST(fault("attr.name=\"label\"", "attr.name=\"category\"") ==
             "x.graphml:4:1: two keys of nodes are called 'category'; rename one of them");
  BOOST_TEST(fault("<key id=\"d1\"", "<key id=\"d0\"") ==
             "x.graphml:4:1: the key 'd0' of nodes is declared twice");
  BOOST_TEST(fault("<data key=\"d4\">", "<data key=\"d44\">") ==
             "x.graphml:11:56: the node 'n2': no key is called 'd44'; a key is declared as <key "
             "id=\"...\">; did you mean 'd4'?");
  BOOST_TEST(fault("<data key=\"d4\">", "<data key=\"d3\">") ==
             "x.graphml:11:56: the node 'n2': the key 'd3' is not declared for nodes");
  BOOST_TEST(fault("<data key=\"d4\">True", "<data key=\"d1\">True") ==
             "x.graphml:11:56: the node 'n2' has a second value of the key 'd1'; keep one");
  BOOST_TEST(fault("True", "yes") ==
             "x.graphml:11:56: the node 'n2' ('Border & guards'): 'yes' is neither true nor false, "
             "as 'active' is declared");
  BOOST_TEST(fault("12.50", "12,50") ==
             "x.graphml:12:74: the node 'n3' ('Atlantis'): '12,50' is not a number, as 'budget' is "
             "declared; a number is written 1234.56");
  BOOST_TEST(fault("<node id=\"n3\">", "<node>") == "x.graphml:12:1: <node> has no 'id'");
  BOOST_TEST(fault("id=\"n3\"", "id=\"n2\"")
                 .starts_with("x.graphml:12:1: the node 'n2' ('Atlantis') is in this graph twice"));
  BOOST_TEST(fault("target=\"n3\"", "target=\"\"") ==
             "x.graphml:14:1: the edge from 'n2' has no 'target'");
  BOOST_TEST(fault("target=\"n3\"", "target=\"nX\"")
                 .starts_with(
                     "x.graphml:14:1: no node is called 'nX'; a claim names a node of the input"));
  BOOST_TEST(fault("<edge source=\"n2\" target=\"n3\" directed=\"false\">", "<hyperedge>") ==
             "x.graphml:14:1: a hyperedge joins more than two nodes; edges here join two; write it "
             "as a node with an edge to each");
  BOOST_TEST(fault("edgedefault=\"directed\"", "edgedefault=\"yes\"") ==
             "x.graphml:9:1: unknown edgedefault 'yes'; it is directed or undirected");
  BOOST_TEST(fault("1000.50", "1000.505") ==
             "x.graphml:13:69: the edge 'e1' from 'n1' to 'n2': '1000.505' has too many decimals; "
             "EUR has 2; a line 'numbers =' of the mapping says how numbers are written");
}

BOOST_AUTO_TEST_CASE(faults_of_gexf) {
  BOOST_TEST(gexf_fault("gexf.net/1.2draft", "gexf.net/1.2drft") ==
             "x.gexf:2:1: the XML namespace is 'http://www.gexf.net/1.2drft'; GEXF's is "
             "'http://www.gexf.net/1.2draft'; correct xmlns: with another one, programs load an "
             "empty graph and say nothing");
  BOOST_TEST(
      gexf_fault("for=\"kind\"", "for=\"kin\"") ==
      "x.gexf:9:54: the node 'state:NO': no attribute of nodes has the id 'kin'; declared are "
      "kind; did you mean 'kind'?");
  BOOST_TEST(gexf_fault("class=\"edge\"", "class=\"arc\"") ==
             "x.gexf:5:1: unknown class of attributes 'arc'; it is node or edge");
  BOOST_TEST(gexf_fault("defaultedgetype=\"directed\"", "defaultedgetype=\"both\"") ==
             "x.gexf:3:1: unknown defaultedgetype 'both'; it is directed, undirected or mutual");
  BOOST_TEST(
      gexf_fault("value=\"3\"", "value=\"99999999999\"") ==
      "x.gexf:14:1: the edge 'e1' from 'state:NO' to 'project:a': '99999999999' is not a count "
      "of claims; a count is a whole number up to 10,000,000");
  BOOST_TEST(gexf_fault("value=\"state\"", "value=\"State\"").ends_with("did you mean 'state'?"));
}

BOOST_AUTO_TEST_CASE(dot_of_another_program) {
  const Outcome outcome =
      load_mapped("x.dot", foreign_dot,
                  replaced(replaced(foreign_map, "attributes.active = active\n", ""),
                           "budget = budget", "theme = theme"));
  BOOST_TEST(outcome.problems.empty());
  const Graph& graph = outcome.loaded.graph;
  BOOST_TEST(edges_of(graph) == "n3 funds n2\nstate:NO funds n2\n");
  BOOST_TEST(graph.node_name(test::node(graph, "n2")) == "Border guards n2");
  BOOST_TEST(graph.node_name(test::node(graph, "n3")) == "markup");
  BOOST_TEST(
      (graph.attributes(test::node(graph, "n2")) == std::vector<Attribute>{{"theme", "a\\b"}}));
  BOOST_TEST(graph.claim(graph.claims_of(1).front()).amount->decimal() == "1000.50");
}

BOOST_AUTO_TEST_CASE(our_own_dot_needs_no_mapping) {
  const Graph graph = load_text("x.dot", own_dot).loaded.graph;
  BOOST_TEST(graph.claim_count() == 3U);
  BOOST_TEST(graph.node_name(test::node(graph, "project:a")) == "A \\ \"quoted\"");
  BOOST_TEST(graph.attributes(test::node(graph, "project:a")).empty());
}

BOOST_AUTO_TEST_CASE(faults_of_dot) {
  const auto fault_of = [](const std::string& text) {
    return join(load_text("x.dot", text).problems, "\n");
  };
  BOOST_TEST(fault_of("digraph {\n  a -> b\n  a -- b\n}\n") ==
             "x.dot:3: this is not DOT from here on; 'dot -Tsvg x.dot' should draw it");
  BOOST_TEST(fault_of("digraph {\n  a [label=\"never ends]\n}\n").starts_with("x.dot"));
  BOOST_TEST(fault_of("/* nothing */\n") ==
             "x.dot: there is no graph in this file; 'dot -Tsvg "
             "x.dot' should draw it");
  BOOST_TEST(fault_of("digraph {}\ndigraph {}\n") ==
             "x.dot: the file holds several graphs; put each into a file of its own");
  BOOST_TEST(fault_of("digraph a {} digraph b {} digraph c { x -> y }")
                 .starts_with("x.dot: the file holds several graphs"));
  BOOST_TEST(fault_of("digraph a { x -> y }\ndigraph b { c -> ")
                 .starts_with("x.dot:2: this is not DOT from here on"));
  BOOST_TEST(fault_of("digraph a {} }} junk").starts_with("x.dot:1: this is not DOT"));
  BOOST_TEST(fault_of("digraph {\n a [b=\"\xFF\"] }\n").starts_with("x.dot:2:8: "));
  BOOST_TEST(fault_of("digraph { a -> b }") ==
             "x.dot: the nodes of this graph have no attribute 'kind'; they have id; say which one "
             "it is with --map FILE\nx.dot: the edges of this graph have no attribute 'relation'; "
             "they have id; say which one it is with --map FILE");
  // Some editors write a byte order mark before the text.
  BOOST_TEST(load_text("x.dot", "\xEF\xBB\xBF" + own_dot).loaded.graph.claim_count() == 3U);
  // The unfinished text above does not affect the next file.
  BOOST_TEST(load_text("x.dot", own_dot).loaded.graph.claim_count() == 3U);
}

BOOST_AUTO_TEST_CASE(tables_that_gephi_exports) {
  const Folder folder;
  LoadOptions options;
  options.inputs = {folder.write("n.csv",
                                 "Id,Label,timeset,category\nn1,Norway,,Country\n"
                                 "n2,\"Border, guards\",,Project\n"),
                    folder.write("e.csv",
                                 "Source;Target;Type;Id;Label;timeset;Weight;type;value\n"
                                 "n1;n2;Directed;0;;;1.0;gives to;1000.50\n")};
  options.map = folder.write(
      "m.map", replaced(replaced(foreign_map,
                                 "attributes.active = active\nattributes.budget = budget\n", ""),
                        "relation = type", "relation = type"));
  Problems problems(10);
  const Loaded loaded = load(options, problems);
  for (const Problem& problem : problems.list()) BOOST_TEST_REQUIRE(sentence(problem).empty());
  BOOST_TEST(edges_of(loaded.graph) == "state:NO funds n2\n");
  BOOST_TEST(loaded.graph.claim(0).locator == "edge 0");
}

BOOST_AUTO_TEST_CASE(nesting_is_bounded) {
  std::string deep;
  for (int i = 0; i < 200000; ++i) deep += "<a>";
  BOOST_TEST(load_text("x.graphml", "<graphml><desc>" + deep).problems.front() ==
             "x.graphml:1:310: elements are nested more than 100 deep; does something begin again "
             "and again, and never end?");
}

BOOST_AUTO_TEST_CASE(declared_encodings) {
  const std::string start = "<?xml version=\"1.0\" encoding=\"";
  const std::string rest =
      "\"?><graphml><key id=\"kind\" for=\"node\"/><key id=\"label\" for=\"node\"/>"
      "<graph edgedefault=\"directed\"><node id=\"a\"><data key=\"kind\">project</data>"
      "<data key=\"label\">T\xFCrk \x80</data></node></graph></graphml>";
  BOOST_TEST(load_text("x.graphml", start + "windows-1252" + rest).loaded.graph.node_name(0) ==
             "T\xC3\xBCrk \xE2\x82\xAC");
  BOOST_TEST(load_text("x.graphml", start + "ISO-8859-1" + rest).loaded.graph.node_name(0) ==
             "T\xC3\xBCrk \xE2\x82\xAC");
  std::string wide = "\xFF\xFE";
  for (const char c : replaced(start + "UTF-16" + rest, "T\xFCrk \x80", "Turk")) {
    wide += c;
    wide += '\0';
  }
  BOOST_TEST(load_text("x.graphml", wide).loaded.graph.node_name(0) == "Turk");
}

BOOST_AUTO_TEST_CASE(the_format_is_told_by_content) {
  BOOST_TEST(load_text("x", own_gexf).loaded.graph.edge_count() == 1U);
  BOOST_TEST(load_text("x", foreign_graphml).problems.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_file_that_is_laid_out_as_few_are) {
  const Outcome outcome = load_text("x.graphml", drawn_graphml);
  BOOST_TEST(outcome.problems.empty());
  BOOST_TEST(edges_of(outcome.loaded.graph) == "state:NO funds b\n");
}

BOOST_AUTO_TEST_CASE(any_damage_gives_a_graph_or_a_sentence) {
  survives_damage("x.gexf", own_gexf);
  std::string own_graphml = foreign_graphml;
  for (const auto& [theirs, ours] :
       std::vector<std::pair<std::string, std::string>>{{"category", "kind"},
                                                        {"Country", "state"},
                                                        {"Country", "state"},
                                                        {"type\"", "relation\""},
                                                        {"gives to", "funds"},
                                                        {"gives to", "funds"},
                                                        {"<default>Project", "<default>project"}})
    own_graphml = replaced(own_graphml, theirs, ours);
  survives_damage("x.graphml", own_graphml);
  survives_damage("x.graphml", drawn_graphml);
  survives_damage("x.dot", own_dot);
  survives_damage("x.dot", "strict " + own_dot);
  BOOST_TEST(load_text("x.dot", own_dot).loaded.graph.claim_count() == 3U);
}

// When a file ends inside quotes, Graphviz's parser stays in that state and would begin the next
// file in it.
BOOST_AUTO_TEST_CASE(a_file_that_never_closes_its_quotes_does_not_harm_the_next) {
  const Folder folder;
  const std::string graph = "digraph {\n  \"state:NO\" [kind=state]\n}\n";
  folder.write("whole.dot", graph);
  const auto sentences = [&](const std::vector<std::string>& names) {
    LoadOptions options;
    for (const std::string& name : names) options.inputs.push_back(folder.path() + '/' + name);
    Problems problems(100);
    (void)load(options, problems);
    std::string all;
    for (const Problem& problem : problems.list()) all += problem.what + '\n';
    return all;
  };
  const std::string never =
      "the file ends inside quotes, a comment or markup, which is never closed\n";
  for (const std::string end : {"\"abc", "/* \"", "<<b>\"</b>", "\"\\\""}) {
    folder.write("open.dot", graph + end);
    BOOST_TEST(sentences({"open.dot"}) == never);
    BOOST_TEST(sentences({"open.dot", "whole.dot"}) == never);
    folder.write("bad.dot", "dgraph {\n" + graph + end);
    const std::string bad = sentences({"bad.dot"});
    BOOST_TEST(bad.starts_with("this is not DOT"));
    BOOST_TEST(sentences({"bad.dot", "whole.dot"}) == bad);
    BOOST_TEST(sentences({"bad.dot", "bad.dot"}) == bad + bad);
  }
  for (const std::string end : {"// \"abc", "# \"abc", "\n"}) {
    folder.write("fine.dot", graph + end);
    BOOST_TEST(sentences({"fine.dot", "whole.dot"}) == "");
  }
}

BOOST_AUTO_TEST_SUITE_END()
