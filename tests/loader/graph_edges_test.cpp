// SPDX-License-Identifier: Apache-2.0
//
// Tests the direction of edges in graph files, and that each edge is a separate statement.
#include <boost/test/unit_test.hpp>
#include <string>

#include "load_mapped.hpp"

using namespace oscegraph;
using namespace oscegraph::testing;

namespace {

const std::string finland_and_mill =
    graphml_node("Finland", "state") + graphml_node("Mill", "project");
const std::string paid = "state:FI funds Mill\n";

std::string either_way(const std::string& file, const std::string& edge) {
  return file +
         ": 1 edge has no direction and can run either way: read as written, from source to "
         "target (" +
         edge + "); where another direction is meant, give the edge one\n";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(graph_edges)

// --- direction -----------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(an_edge_without_direction_runs_as_its_relation_can) {
  const auto check = [](const Mapped& mapped) {
    BOOST_TEST(mapped.problems == "");
    BOOST_TEST(mapped.notes == "");
    BOOST_TEST(mapped.edges() == paid);
    BOOST_TEST(mapped.amounts() == "12.00");
  };
  check(load_file(
      "x.graphml",
      graphml(finland_and_mill + graphml_edge("Mill", "Finland", "funds", "12"), "undirected"),
      money_map));
  const std::string nodes = gexf_node("1", "Finland", "state") + gexf_node("Mill", "", "project");
  check(load_file("x.gexf", gexf(nodes, gexf_edge("Mill", "1", "funds", "12"), "undirected"),
                  money_map));
  check(load_file("x.gexf",
                  gexf(nodes, gexf_edge("Mill", "1", "funds", "12", " type=\"undirected\"")),
                  money_map));
  check(load_file("x.gexf", gexf(nodes, gexf_edge("Mill", "1", "funds", "12", " type=\"mutual\"")),
                  money_map));
  check(load_file("x.dot",
                  "graph { Finland [kind=state] Mill [kind=project]\n"
                  "Mill -- Finland [relation=funds, amount=12] }",
                  money_map));
  for (const std::string& type : std::vector<std::string>{"Undirected", "undirected", "Mutual"})
    check(load_files(
        {{"n.csv", "Id,kind\nFinland,state\nMill,project\n"},
         {"e.csv", "Source,Target,Type,relation,amount\nMill,Finland," + type + ",funds,12\n"}},
        money_map));
}

BOOST_AUTO_TEST_CASE(where_both_ways_can_be_it_runs_as_written_and_a_note_counts_it) {
  const std::string offices = graphml_node("OSCE Mission to Moldova", "office") +
                              graphml_node("OSCE Presence in Albania", "office");
  const Mapped mapped =
      load_file("x.graphml", graphml(offices + graphml_edge("OSCE Mission to Moldova",
                                                            "OSCE Presence in Albania", "partners"),
                                     "undirected"));
  BOOST_TEST(mapped.problems == "");
  BOOST_TEST(mapped.edges() == "office:moldova partners office:albania\n");
  BOOST_TEST(mapped.notes ==
             either_way("x.graphml",
                        "the edge from 'OSCE Mission to Moldova' to 'OSCE Presence in Albania'"));
  const Mapped dot = load_file("x.dot",
                               "graph { node [kind=state]\nedge [relation=funds, amount=3]\n"
                               "Sweden -- Finland; Norway -- Finland }",
                               money_map);
  BOOST_TEST(dot.edges() == "state:NO funds state:FI\nstate:SE funds state:FI\n");
  BOOST_TEST(dot.amounts() == "3.00 3.00");
  BOOST_TEST(dot.notes ==
             "x.dot: 2 edges have no direction and can run either way: read as written, from "
             "source to target (the first is the edge from 'Sweden' to 'Finland'); where another "
             "direction is meant, give the edge one\n");
}

BOOST_AUTO_TEST_CASE(an_edge_without_direction_to_a_node_of_another_file_is_counted) {
  const Mapped mapped = load_files(
      {{"x.dot", "digraph { \"OSCE Mission to Moldova\" [kind=office] }"},
       {"y.graphml", graphml(graphml_node("office:1", "office") +
                                 graphml_edge("office:1", "OSCE Mission to Moldova", "partners"),
                             "undirected")}});
  BOOST_TEST(mapped.problems == "");
  BOOST_TEST(mapped.edges() == "office:1 partners office:moldova\n");
  BOOST_TEST(mapped.notes.starts_with("y.graphml: 1 edge has no direction"));
}

BOOST_AUTO_TEST_CASE(an_edge_of_both_ways_is_two_statements_and_its_sum_counts_once) {
  const std::string offices = gexf_node("1", "OSCE Mission to Moldova", "office") +
                              gexf_node("2", "OSCE Presence in Albania", "office");
  const Mapped plain =
      load_file("x.gexf", gexf(offices, gexf_edge("1", "2", "partners"), "mutual"));
  BOOST_TEST(plain.edges() ==
             "office:albania partners office:moldova\noffice:moldova partners office:albania\n");
  const Mapped sum =
      load_file("x.gexf", gexf(offices, gexf_edge("1", "2", "funds", "40"), "mutual"), money_map);
  BOOST_TEST(sum.edges() == "office:moldova funds office:albania\n");
  BOOST_TEST(sum.amounts() == "40.00");
  BOOST_TEST(sum.notes ==
             "x.gexf: 1 edge runs both ways and states a sum: it counts once, from source to "
             "target\n");
}

BOOST_AUTO_TEST_CASE(an_edge_of_dot_runs_as_it_is_drawn) {
  const auto edges = [](const std::string& dir) {
    return load_file("x.dot",
                     "digraph { node [kind=state] Sweden; Norway; Sweden -> Norway "
                     "[relation=funds, dir=" +
                         dir + "] }")
        .edges();
  };
  BOOST_TEST(edges("forward") == "state:SE funds state:NO\n");
  BOOST_TEST(edges("back") == "state:NO funds state:SE\n");
  BOOST_TEST(edges("none") == "state:SE funds state:NO\n");
  BOOST_TEST(edges("both") == "state:NO funds state:SE\nstate:SE funds state:NO\n");
}

BOOST_AUTO_TEST_CASE(a_relation_that_cannot_be_is_told_by_the_names_of_the_file) {
  BOOST_TEST(load_file("x.dot",
                       "graph { Sweden [kind=state] n2 [kind=project, label=Mill]\n"
                       "Sweden -- n2 [relation=hosts] }")
                 .problems ==
             "x.dot: the edge from 'Sweden' to 'n2': 'hosts' cannot run from 'Sweden' (state) to "
             "'n2' (project); it runs from state to office\n");
}

BOOST_AUTO_TEST_CASE(organisations_that_work_together) {
  if (!allows(Relation::partners, Kind::agency, Kind::agency)) {
    BOOST_TEST_MESSAGE("skipped: 'partners' does not run between agencies");
    return;
  }
  const std::string keys = "<key id=\"i\" for=\"node\" attr.name=\"nid\" attr.type=\"int\"/>";
  const auto node = [](const std::string& id, const std::string& name) {
    return "<node id=\"" + id + "\"><data key=\"i\">" + id + "</data><data key=\"n\">" + name +
           "</data></node>";
  };
  const std::string network = node("0", "Orchard Trust") + node("5", "Lantern Relief") +
                              node("7", "UNICEF") +
                              "<edge source=\"0\" target=\"5\"/><edge source=\"5\" target=\"7\"/>";
  const std::string map = "records = graph\nkind = \"agency\"\nrelation = \"partners\"\n";
  for (const std::string_view edges : {"directed", "undirected"}) {
    const Mapped mapped = load_file("x.graphml", graphml(network, std::string(edges), keys), map);
    BOOST_TEST(mapped.problems == "");
    BOOST_TEST(mapped.edges() == "0 partners 5\n5 partners agency:unicef\n");
    BOOST_TEST(mapped.notes.empty() == (edges == "directed"));
  }
}

// --- counting ------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(equal_edges_are_statements_of_their_own_in_every_format) {
  const std::string edge = graphml_edge("Finland", "Mill", "funds", "100");
  const auto check = [](const Mapped& mapped, const std::string& locators) {
    BOOST_TEST(mapped.problems == "");
    BOOST_TEST(mapped.edges() == paid);
    BOOST_TEST(mapped.amounts() == "100.00 100.00 100.00");
    BOOST_TEST(mapped.locators() == locators);
  };
  check(load_file("x.graphml", graphml(finland_and_mill + edge + edge + edge), money_map),
        "line 4; line 4, edge 2; line 4, edge 3");
  check(load_file("x.graphml", graphml(finland_and_mill + edge + "\n" + edge + "\n" + edge),
                  money_map),
        "line 4; line 5; line 6");
  const auto with_id = [](const std::string& id) {
    return graphml_edge("Finland", "Mill", "funds", "100", " id=\"" + id + "\"");
  };
  check(
      load_file("x.graphml", graphml(finland_and_mill + with_id("a") + with_id("b") + with_id("c")),
                money_map),
      "edge a; edge b; edge c");
  const std::string theirs = gexf_edge("Finland", "Mill", "funds", "100");
  check(load_file("x.gexf",
                  gexf(gexf_node("Finland", "", "state") + gexf_node("Mill", "", "project"),
                       theirs + theirs + theirs),
                  money_map),
        "line 5; line 5, edge 2; line 5, edge 3");
  check(load_file("x.dot",
                  "digraph { Finland [kind=state] Mill [kind=project]\nedge [relation=funds, "
                  "amount=100]\nFinland -> Mill; Finland -> Mill; Finland -> Mill [key=k] }",
                  money_map),
        "edge k; edge number 1; edge number 2");
  const std::string row = "Finland,Mill,funds,100\n";
  check(load_files({{"n.csv", "Id,kind\nFinland,state\nMill,project\n"},
                    {"e.csv", "Source,Target,relation,amount\n" + row + row + row}},
                   money_map),
        "line 2; line 3; line 4");
  // One file may state two equal payments.
  check(load_file("x.graphml", graphml(finland_and_mill + edge + edge + edge),
                  money_map + "locator = \"page 3\"\n"),
        "page 3; page 3, line 4, edge 2; page 3, line 4, edge 3");
}

BOOST_AUTO_TEST_CASE(an_id_that_two_edges_have_is_a_mistake) {
  const auto edge = [](const std::string& amount) {
    return graphml_edge("Finland", "Mill", "funds", amount, " id=\"7\"");
  };
  BOOST_TEST(
      load_file("x.graphml", graphml(finland_and_mill + edge("1") + "\n" + edge("2")), money_map)
          .problems ==
      "x.graphml:5:1: the edge '7' from 'Finland' to 'Mill' has the id of another edge; give each "
      "edge an id of its own\n");
  BOOST_TEST(load_files({{"n.csv", "Id,kind\nFinland,state\nMill,project\n"},
                         {"e.csv",
                          "Id,Source,Target,relation\n7,Finland,Mill,funds\n"
                          "7,Finland,Mill,funds\n"}})
                 .problems.starts_with("e.csv:3:1: the edge '7' from 'Finland' to 'Mill' has"));
}

BOOST_AUTO_TEST_CASE(edges_that_graphviz_makes_one_are_counted) {
  const auto load_dot = [](const std::string& start, const std::string& edges) {
    return load_file(
        "x.dot",
        start + " { Finland [kind=state] Mill [kind=project] Dam [kind=project]\n" + edges + " }",
        money_map);
  };
  const std::string twice =
      "Finland -> Mill [relation=funds, amount=1]; Finland -> Mill [relation=funds, amount=2]";
  const auto note = [](const std::string& count) {
    return "x.dot: " + count +
           ": so Graphviz reads a strict graph, and edges of one key; where each is a payment of "
           "its own, leave out 'strict' and give each a key of its own\n";
  };
  const Mapped strict = load_dot("// payments\n STRICT digraph", twice);
  BOOST_TEST(strict.amounts() == "2.00");
  BOOST_TEST(strict.notes == note("1 edge is one with an earlier edge"));
  BOOST_TEST(load_dot("digraph", twice).notes == "");
  BOOST_TEST(load_dot("strict digraph", "Finland -> Mill [relation=funds]").notes == "");
  const std::string keyed =
      "edge [relation=funds]; Finland -> Mill [amount=1, key=a]; Finland -> "
      "Mill [amount=2, key=a]; Finland -> Mill [amount=3, key=a]; Finland -> "
      "Dam [amount=4, key=a]; Finland -> Dam [amount=5, key=b]";
  const Mapped keys = load_dot("digraph", keyed);
  BOOST_TEST(keys.amounts() == "3.00 4.00 5.00");
  BOOST_TEST(keys.notes == note("2 edges are one with earlier edges"));
  const Mapped both = load_dot("strict digraph", keyed);
  BOOST_TEST(both.notes == note("3 edges are one with earlier edges"));
}

// --- what is left out ----------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(a_cause_is_told_and_not_what_follows_from_it) {
  std::string edges;
  for (int i = 0; i < 20; ++i) edges += graphml_edge("Finland", "Mill", "funds") + "\n";
  const std::string file = graphml(finland_and_mill + edges);
  BOOST_TEST(load_file("x.graphml", file, plain_map + "attributes.area = area\n").problems ==
             "m.map:4:19: the nodes of x.graphml have no attribute 'area'; they have id, kind and "
             "name\n");
  // Each reason is reported, and tables beside the graph do not report its nodes either.
  const Mapped two =
      load_files({{"n.csv", "Id,Label,kind\n1,Finland,state\n2,Mill,project\n"},
                  {"c/claims.jsonl",
                   "{\"type\":\"document\",\"id\":\"d\"}\n{\"type\":\"claim\",\"from\":\"Finland\","
                   "\"relation\":\"funds\",\"to\":\"Mill\",\"document\":\"d\"}\n"}},
                 plain_map + "attributes.area = area\nattributes.colour = colour\n");
  BOOST_TEST(two.problems ==
             "m.map:4:19: the nodes of n.csv have no attribute 'area'; they have id, label and "
             "kind\nm.map:5:21: the nodes of n.csv have no attribute 'colour'; they have id, label "
             "and kind\n");
  BOOST_TEST(load_file("x.graphml", file, plain_map + "start = since\n").problems ==
             "m.map:4:9: the edges of x.graphml have no attribute 'since'; they have id, label, "
             "relation and amount\n");
  BOOST_TEST(load_files({{"e.csv", "Source,Target,relation\n1,2,funds\n"},
                         {"n.csv", "Id,Label,type\n1,Finland,state\n2,Mill,project\n"}})
                 .problems ==
             "m.map:2:8: the nodes of n.csv have no attribute 'kind'; they have id, label and "
             "type\n");
}

BOOST_AUTO_TEST_CASE(nothing_is_said_of_the_edges_of_a_node_that_is_wrong) {
  const auto load_dot = [](const std::string& nodes) {
    return load_file("x.dot", "digraph { edge [relation=funds]\n" + nodes +
                                  "\nFinland -> Mill; Finland -> Mill; Mill -> Finland "
                                  "[relation=assists] }")
        .problems;
  };
  BOOST_TEST(load_dot("Finland [kind=state]") ==
             "x.dot: the node 'Mill' has no 'kind'; every node needs id and kind\n");
  BOOST_TEST(load_dot("Finland [kind=state] Mill [kind=projekt, label=\"The Mill\"]") ==
             "x.dot: the node 'Mill' ('The Mill'): unknown kind 'projekt'; a kind is state, "
             "office, donor, project or agency; did you mean 'project'?\n");
  BOOST_TEST(load_file("x.dot",
                       "digraph { \"state:FI\" [kind=agency] Mill [kind=project]\n"
                       "\"state:FI\" -> Mill [relation=implements] }")
                 .problems ==
             "x.dot: the node 'state:FI': 'state:FI' is a state in the gazetteer, not an agency\n");
}

BOOST_AUTO_TEST_CASE(what_the_mapping_translates_to_nothing_is_passed_over_and_counted) {
  const std::string map = plain_map + "kind \"legend\" = \"\"\nrelation \"see also\" = \"\"\n";
  const Mapped mapped = load_file(
      "x.dot",
      "digraph { Finland [kind=state] Mill [kind=project] L [kind=legend]\nFinland -> Mill "
      "[relation=funds]; Finland -> Mill [relation=\"see also\"]; L -> Mill [relation=funds] }",
      map);
  BOOST_TEST(mapped.problems == "");
  BOOST_TEST(mapped.nodes() == "Mill (project): Mill\nstate:FI (state): Finland\n");
  BOOST_TEST(mapped.edges() == paid);
  BOOST_TEST(mapped.notes ==
             "x.dot: passed over: 1 node and 2 edges, where the mapping translates the kind or the "
             "relation to nothing\n");
}

BOOST_AUTO_TEST_CASE(several_periods_of_an_edge_are_one_and_a_note_counts_it) {
  const std::string nodes = gexf_node("Finland", "", "state") + gexf_node("Mill", "", "project");
  const auto load_spells = [&](const std::string& spells) {
    return load_file("x.gexf", gexf(nodes,
                                    "<edge source=\"Finland\" target=\"Mill\"><attvalues><attvalue "
                                    "for=\"r\" value=\"funds\"/></attvalues><spells>" +
                                        spells + "</spells></edge>"));
  };
  const auto period = [](const Mapped& mapped) {
    BOOST_TEST(mapped.problems == "");
    const Claim claim = mapped.loaded.graph.claim(0);
    return claim.period.start.text() + " to " + claim.period.end.text();
  };
  const std::string year_2018 = "<spell start=\"2018-01-01\" end=\"2018-12-31\"/>";
  BOOST_TEST(period(load_spells("<spell start=\"2022-01-01\"/>" + year_2018)) == "2018-01-01 to ");
  BOOST_TEST(period(load_spells(year_2018 + "<spell end=\"2017-06-30\"/>" + year_2018)) ==
             " to 2018-12-31");
  const Mapped mapped = load_spells(
      "<spell start=\"2022-01-01\" end=\"2022-12-31\"/>"
      "<spell start=\"2020-01-01\" end=\"2020-06-30\"/>");
  BOOST_TEST(period(mapped) == "2020-01-01 to 2022-12-31");
  BOOST_TEST(mapped.notes ==
             "x.gexf: 1 edge holds in several periods: read as one, from the first day to the "
             "last\n");
}

BOOST_AUTO_TEST_SUITE_END()
