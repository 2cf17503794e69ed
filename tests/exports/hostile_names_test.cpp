// SPDX-License-Identifier: Apache-2.0
//
// Tests names that careless writers write wrongly: writes them in every format of the table, and
// reads them back with the libraries that other programs use. The same names must come back, unless
// the LossReport says otherwise.
#include <graphviz/cgraph.h>
#include <libxml/parser.h>
#include <sqlite3.h>

#include <boost/test/unit_test.hpp>
#include <functional>
#include <map>
#include <memory>
#include <sstream>

#include "oscegraph/loader/load.hpp"
#include "oscegraph/tests/exports/graph_maker.hpp"
#include "oscegraph/tests/exports/parsed_json.hpp"
#include "oscegraph/tests/exports/written.hpp"

using namespace oscegraph;
using namespace oscegraph::test;

namespace {

const std::vector<std::string> names{
    "A&B <c> \"d\" 'e' \\f | ; ]]> --> `",
    "line\nbreak\r\nand\ttab",
    "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xD8\xB3\xD9\x84\xD8\xA7\xD9\x85 \xE2\x80\xAE txet",
    "\xF0\x9F\x8C\x8D \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x80",
    std::string(10000, 'w'),
    "bell \x07 escape \x1B[31m delete \x7F",
    "graph",
    "\\",
    "\\u0041\\N\\l",
    " spaces ",
    "null",
    "=1+1",
    // Noncharacters: U+FFFE, U+FFFF, U+FDD0, U+1FFFE. XML can hold only the last two.
    "none \xEF\xBF\xBE \xEF\xBF\xBF \xEF\xB7\x90 \xF0\x9F\xBF\xBE end",
    // Neighbours of U+FFFE, C1 controls, separators of lines and paragraphs.
    "\xEF\xBF\xBD\xEF\xBF\xBC\xEF\xBB\xBF \xC2\x80\xC2\x85\xC2\x9F \xE2\x80\xA8\xE2\x80\xA9",
};
const std::vector<std::string> ids{
    "graph",  "node",    "edge", "id", "project:a&b", "\"quoted\"",    "with space",
    "strict", "digraph", "-",    "e1", "name",        "a\xEF\xBF\xBE", "b\x01\xEF\xBF\xBF"};

Graph hostile_graph() {
  GraphMaker maker;
  maker.add(DocumentSpec{"d & <\"d\">", names[0], "2024-11-22", "https://example.org/?a=1&b='2'"});
  for (std::size_t i = 0; i < names.size(); ++i)
    maker.add(NodeSpec{ids[i],
                       Kind::project,
                       names[i],
                       {names[0], names[3]},
                       {{"id", names[i]}, {"x", "1", AttributeType::number}, {"end", "\\"}}});
  for (std::size_t i = 1; i < names.size(); ++i)
    maker.add(ClaimSpec{.from = ids[i - 1],
                        .relation = Relation::part_of,
                        .to = ids[i],
                        .document = "d & <\"d\">",
                        .quote = names[i]});
  return maker.make();
}

/// The names read back, by node id; for formats without ids or names, what they have instead.
using Read = std::map<std::string, std::string>;

std::string attribute_of(xmlNode* element, const char* name) {
  xmlChar* value = xmlGetNoNsProp(element, reinterpret_cast<const xmlChar*>(name));
  std::string text = value == nullptr ? "" : reinterpret_cast<const char*>(value);
  xmlFree(value);
  return text;
}

/// Calls `visit` for every element of the file. libxml2 refuses a file that is not valid XML.
void for_each_element(const std::string& text, const std::function<void(xmlNode*)>& visit) {
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> file(
      xmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, nullptr,
                    XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE),
      xmlFreeDoc);
  BOOST_REQUIRE(file != nullptr);
  const std::function<void(xmlNode*)> walk = [&](xmlNode* node) {
    for (; node != nullptr; node = node->next)
      if (node->type == XML_ELEMENT_NODE) {
        visit(node);
        walk(node->children);
      }
  };
  walk(xmlDocGetRootElement(file.get()));
}

std::string name_of_element(xmlNode* node) { return reinterpret_cast<const char*>(node->name); }

Read read_graphml(const std::string& text) {
  Read read;
  std::string id;
  for_each_element(text, [&](xmlNode* element) {
    if (name_of_element(element) == "node") id = attribute_of(element, "id");
    const std::string key = attribute_of(element, "key");
    xmlChar* content = xmlNodeGetContent(element);
    if (key == "n_ref") {  // the original id
      read[reinterpret_cast<const char*>(content)] = read[id];
    } else if (key == "n_label") {
      read[id] = reinterpret_cast<const char*>(content);
    }
    xmlFree(content);
  });
  return read;
}

Read read_gexf(const std::string& text) {
  Read read;
  for_each_element(text, [&](xmlNode* element) {
    if (name_of_element(element) == "node")
      read[attribute_of(element, "id")] = attribute_of(element, "label");
  });
  return read;
}

Read read_dot(const std::string& text) {
  Read read;
  const std::unique_ptr<Agraph_t, decltype(&agclose)> graph(agmemread(text.c_str()), agclose);
  BOOST_REQUIRE(graph != nullptr);
  std::string label = "label";
  for (Agnode_t* n = agfstnode(graph.get()); n != nullptr; n = agnxtnode(graph.get(), n))
    read[agnameof(n)] = agget(n, label.data());
  return read;
}

Read read_cyjs(const std::string& text) {
  Read read;
  const auto file = parse_json(text);
  for (const auto& node : file["elements"]["nodes"].GetArray())
    read[text_of(node["data"], "id")] = text_of(node["data"], "label");
  return read;
}

Read read_graphology(const std::string& text) {
  Read read;
  const auto file = parse_json(text);
  for (const auto& node : file["nodes"].GetArray())
    read[text_of(node, "key")] = text_of(node["attributes"], "label");
  return read;
}

Read read_jgf(const std::string& text) {
  Read read;
  const auto file = parse_json(text);
  for (const auto& node : file["graph"]["nodes"].GetObject())
    read[node.name.GetString()] = text_of(node.value, "label");
  return read;
}

Read read_ftm(const std::string& text) {
  Read read;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const auto entity = parse_json(line);
    if (text_of(entity, "schema") == "Project")
      read[text_of(entity, "id")] = entity["properties"]["name"][0].GetString();
  }
  return read;
}

Read read_sqlite(const std::string& text) {
  const ScratchFolder folder;
  folder.write("x.sqlite", text);
  sqlite3* database = nullptr;
  sqlite3_open(folder.path("x.sqlite").c_str(), &database);
  Read read;
  const auto take = [](void* into, int, char** values, char**) {
    (*static_cast<Read*>(into))[values[0]] = values[1];
    return 0;
  };
  sqlite3_exec(database, "SELECT id, name FROM nodes", take, &read, nullptr);
  sqlite3_close(database);
  return read;
}

/// Reads with our own reader, which has its own tests against RFC 4180.
Read read_native(const std::string& path, const std::string& format) {
  LoadOptions options;
  options.inputs = {path};
  options.format = format;
  Problems problems;
  const Graph graph = load(options, problems).graph;
  Read read;
  for (const NodeId n : graph.nodes())
    read[std::string(graph.node_id(n))] = std::string(graph.node_name(n));
  return read;
}

const std::map<std::string, Read (*)(const std::string&)> readers{
    {"graphml", read_graphml},
    {"graphml-strict", read_graphml},
    {"graphml-yed", read_graphml},
    {"gexf", read_gexf},
    {"gexf-1.3", read_gexf},
    {"gexf-desktop", read_gexf},
    {"dot", read_dot},
    {"dot-gephi", read_dot},
    {"cyjs", read_cyjs},
    {"graphology", read_graphology},
    {"jgf", read_jgf},
    {"ftm", read_ftm},
    {"sqlite", read_sqlite},
    {"jsonl",
     [](const std::string& text) {
       const ScratchFolder folder;
       folder.write("x", text);
       return read_native(folder.path("x"), "jsonl");
     }},
    {"json", [](const std::string& text) {
       const ScratchFolder folder;
       folder.write("x", text);
       return read_native(folder.path("x"), "json");
     }}};

}  // namespace

BOOST_AUTO_TEST_SUITE(hostile_names)

BOOST_AUTO_TEST_CASE(every_file_is_valid_and_lossless_or_says_so) {
  const Graph graph = hostile_graph();
  for (const GraphFormat& format : graph_formats()) {
    const auto reader = readers.find(std::string(format.name));
    if (reader == readers.end()) continue;
    BOOST_TEST_CONTEXT(format.name) {
      const auto [text, lost] = written(format.name, graph);
      const Read read = reader->second(text);
      BOOST_TEST(read.size() >= graph.node_count());
      std::size_t changed = 0;
      for (const NodeId n : graph.nodes()) {
        const auto found = read.find(std::string(graph.node_id(n)));
        if (found == read.end() || found->second != graph.node_name(n)) ++changed;
      }
      if (changed > 0) BOOST_TEST(!lost.empty());
      const bool exact = format.readable || format.name == "sqlite" || format.name == "cyjs" ||
                         format.name == "jgf" || format.name == "graphology";
      if (exact) BOOST_TEST(changed == 0U);
    }
  }
}

BOOST_AUTO_TEST_CASE(xml_loses_control_characters_only) {
  const Graph graph = hostile_graph();
  for (const std::string format : {"graphml", "graphml-strict", "gexf", "gexf-1.3"}) {
    const auto [text, lost] = written(format, graph);
    const Read read = readers.at(format)(text);
    for (const NodeId n : graph.nodes()) {
      const std::string name(graph.node_name(n));
      if (!contains(name, "bell") && !contains(name, "none") &&
          !contains(graph.node_id(n), "\xEF\xBF"))
        BOOST_TEST((read.at(std::string(graph.node_id(n))) == name), format << ": " << name);
    }
    BOOST_TEST(std::ranges::any_of(lost, [](const std::string& line) {
      return contains(line, "control characters written as U+FFFD: XML cannot hold them");
    }));
  }
}

BOOST_AUTO_TEST_CASE(every_drawing_is_xml) {
  const Graph graph = hostile_graph();
  for (const std::string format : {"svg", "sankey"}) {
    std::size_t elements = 0;
    for_each_element(written(format, graph).text, [&](xmlNode*) { ++elements; });
    BOOST_TEST(elements > 4U, format);
  }
  const auto svg = written("svg", graph);
  BOOST_TEST(std::ranges::any_of(svg.lost, [](const std::string& line) {
    return contains(line, "written as U+FFFD: XML cannot hold them");
  }));
}

BOOST_AUTO_TEST_CASE(tables_come_back_by_our_own_reader) {
  const Graph graph = hostile_graph();
  const WrittenFolder native("csv", graph);
  const Read read = read_native(native.path(""), "csv");
  for (const NodeId n : graph.nodes())
    BOOST_TEST((read.at(std::string(graph.node_id(n))) == graph.node_name(n)));
  // The other tables have their own headers; every field that could end a row must be in quotes.
  for (const std::string folder : {"csv-gephi", "neo4j"}) {
    const WrittenFolder files(folder, graph);
    const std::string nodes = files.read(folder == "neo4j" ? "entities.csv" : "nodes.csv");
    const std::string backslash = folder == "neo4j" ? "\\" : "\\\\";  // doubled for Gephi
    BOOST_TEST(contains(nodes, "\"A&B <c> \"\"d\"\" 'e' " + backslash + "f | ; ]]> --> `\""));
    BOOST_TEST(count(nodes, "\"") % 2 == 0U);
  }
}

BOOST_AUTO_TEST_SUITE_END()
