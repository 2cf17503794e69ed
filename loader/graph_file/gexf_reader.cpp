// SPDX-License-Identifier: Apache-2.0
//
// GEXF 1.1 to 1.3, ours and other programs'. Colours, sizes and positions are passed over; so are the
// times of nodes. Times of an edge are the period of its claims. Where an attribute has a value for
// each of several times, the last one counts. Nodes inside nodes are read flat.
#include <array>
#include <map>

#include "oscegraph/graph/nearest.hpp"
#include "oscegraph/graph/text.hpp"
#include "oscegraph/loader/graph_file/xml_graph_reader.hpp"

namespace oscegraph {
namespace {

/// What programs write, right and nearly right; readers that insist on one of them are many.
constexpr std::array<std::string_view, 8> name_spaces{
    "http://www.gexf.net/1.2draft", "http://gexf.net/1.3",
    "http://www.gexf.net/1.3",      "http://gexf.net/1.2",
    "http://www.gexf.net/1.2",      "http://www.gexf.net/1.1draft",
    "http://www.gexf.net/1.3draft", ""};

constexpr std::array<ColumnTypeRow, 27> types{
    {{"string", ValueType::text},         {"integer", ValueType::number},
     {"long", ValueType::number},         {"float", ValueType::number},
     {"double", ValueType::number},       {"boolean", ValueType::boolean},
     {"short", ValueType::number},        {"byte", ValueType::number},
     {"biginteger", ValueType::number},   {"bigdecimal", ValueType::number},
     {"char", ValueType::text},           {"date", ValueType::text},
     {"anyURI", ValueType::text},         {"liststring", ValueType::text},
     {"listinteger", ValueType::text},    {"listlong", ValueType::text},
     {"listfloat", ValueType::text},      {"listdouble", ValueType::text},
     {"listboolean", ValueType::text},    {"listchar", ValueType::text},
     {"listshort", ValueType::text},      {"listbyte", ValueType::text},
     {"listbiginteger", ValueType::text}, {"listbigdecimal", ValueType::text},
     {"int", ValueType::number},          {"real", ValueType::number},
     {"bool", ValueType::boolean}}};

enum class Part : std::uint8_t {
  root,
  gexf,
  graph,
  attributes,
  attribute,
  otherwise,
  nodes,
  edges,
  node,
  edge,
  attvalues,
  attvalue,
  spells,
  spell,
  other
};

struct Attribute {
  std::size_t column = 0;
  std::string otherwise;
};

class GexfReader : public XmlGraphReader<Part> {
 public:
  GexfReader(const Source& source, ReadContext& context) : XmlGraphReader(source, context) {
    for (const Scope scope : {Scope::node, Scope::edge}) {
      records_.declare(scope, "id", ValueType::text);
      records_.declare(scope, "label", ValueType::text);
    }
    weight_ = records_.declare(Scope::edge, "weight", ValueType::number);
    kind_ = records_.declare(Scope::edge, "kind", ValueType::text);
  }

  bool start(const XmlElement& element) override {
    if (within() == Part::root) {
      check_root(element, "gexf", "GEXF", name_spaces);
      space_ = element.space;
      return push(Part::gexf);
    }
    if (element.space != space_) return skip();
    switch (within()) {
      case Part::gexf: return start_in_gexf(element);
      case Part::graph: return start_in_graph(element);
      case Part::attributes: return start_in_attributes(element);
      case Part::attribute: return start_in_attribute(element);
      case Part::nodes: return start_in_nodes(element);
      case Part::edges: return start_in_edges(element);
      case Part::node:
      case Part::edge: return start_in_element(element);
      case Part::attvalues: return start_in_attvalues(element);
      case Part::spells: return start_in_spells(element);
      default: return skip();
    }
  }

  void end() override {
    switch (pop()) {
      case Part::node:
      case Part::edge: flush(); break;
      case Part::otherwise: attribute_->otherwise = text_; break;
      default: break;
    }
  }

 private:
  using Attributes = std::map<std::string, Attribute, std::less<>>;

  bool start_in_gexf(const XmlElement& element) {
    if (element.name == "meta") return skip();
    if (element.name != "graph") fail_no_place(element, {"meta", "graph"});
    const std::string_view direction = given(element, "defaultedgetype", "undirected");
    directed_ = direction_of(element, "defaultedgetype", direction);
    return push(Part::graph);
  }

  bool start_in_graph(const XmlElement& element) {
    if (element.name == "attributes") return start_attributes(element);
    if (element.name == "nodes") return push(Part::nodes);
    if (element.name == "edges") return push(Part::edges);
    if (element.name == "spells") return skip();
    fail_no_place(element, {"attributes", "nodes", "edges"});
  }

  bool start_attributes(const XmlElement& element) {
    const std::string_view scope = needed(element, "class");
    if (scope != "node" && scope != "edge")
      fail_at(element, "unknown class of attributes " + in_quotes(scope), "it is node or edge");
    scope_ = scope == "node" ? Scope::node : Scope::edge;
    return push(Part::attributes);
  }

  bool start_in_attributes(const XmlElement& element) {
    if (element.name != "attribute") fail_no_place(element, {"attribute"});
    const std::string id(needed(element, "id"));
    const auto [found, is_new] = attributes(scope_).try_emplace(id);
    if (!is_new) fail_at(element, "the attribute " + in_quotes(id) + " is declared twice");
    attribute_ = &found->second;
    const ValueType type = column_type(element, "type", needed(element, "type"), types);
    attribute_->column = records_.declare(scope_, given(element, "title", id), type);
    return push(Part::attribute);
  }

  bool start_in_attribute(const XmlElement& element) {
    if (element.name == "default") return push(Part::otherwise, true);
    if (element.name == "options") return skip();
    fail_no_place(element, {"default", "options"});
  }

  bool start_in_nodes(const XmlElement& element) {
    if (element.name != "node") fail_no_place(element, {"node"});
    open(Scope::node, element);
    element_.id = needed(element, "id");
    add_value(id_column, element_.id);
    add_value(label_column, given(element, "label"));
    return push(Part::node);
  }

  bool start_in_edges(const XmlElement& element) {
    if (element.name != "edge") fail_no_place(element, {"edge"});
    open(Scope::edge, element);
    element_.id = given(element, "id");
    element_.from = needed(element, "source");
    element_.to = needed(element, "target");
    add_value(id_column, element_.id);
    add_value(label_column, given(element, "label"));
    add_value(weight_, given(element, "weight"));
    add_value(kind_, given(element, "kind"));
    const std::string_view type = given(element, "type");
    element_.direction = type.empty() ? directed_ : direction_of(element, "type", type);
    add_spell(element);
    return push(Part::edge);
  }

  bool start_in_element(const XmlElement& element) {
    if (element.name == "attvalues") {
      if (!open_)
        fail_at(element, "<attvalues> of a node stand after the nodes inside it",
                "they come before");
      return push(Part::attvalues);
    }
    if (element.name == "spells") {
      if (within() == Part::node) return skip();
      return push(Part::spells);
    }
    if (element.name == "nodes" || element.name == "edges") {
      flush();
      return push(element.name == "nodes" ? Part::nodes : Part::edges);
    }
    if (element.name == "parents" || element.name == "slices") return skip();
    // Files without namespaces, and some with, have these among the elements of GEXF itself.
    for (const std::string_view look : {"color", "size", "position", "shape", "thickness"})
      if (element.name == look || element.name == "viz:" + std::string(look)) return skip();
    fail_no_place(element, {"attvalues", "spells", "nodes", "edges", "parents"});
  }

  bool start_in_attvalues(const XmlElement& element) {
    if (element.name != "attvalue") fail_no_place(element, {"attvalue"});
    // GEXF 1.0 and 1.1 call it id.
    const std::string_view id =
        element.find("for") != nullptr ? needed(element, "for") : needed(element, "id");
    const auto found = attributes(element_.scope).find(id);
    if (found == attributes(element_.scope).end()) {
      std::vector<std::string_view> ids;
      for (const auto& [name, value] : attributes(element_.scope)) ids.push_back(name);
      fail_at(element,
              std::string("no attribute of ") +
                  (element_.scope == Scope::node ? "nodes" : "edges") + " has the id " +
                  in_quotes(id),
              ids.empty() ? "none is declared" : "declared are " + join_and(ids),
              did_you_mean(id, ids));
    }
    const std::string_view text = given(element, "value");
    if (ElementValue* earlier = find_value(found->second.column)) earlier->text = text;
    else add_value(found->second.column, text, element.place.line, element.place.column);
    return push(Part::attvalue);
  }

  bool start_in_spells(const XmlElement& element) {
    if (element.name != "spell") fail_no_place(element, {"spell"});
    add_spell(element);
    return push(Part::spell);
  }

  void add_spell(const XmlElement& element) {
    ElementSpell spell{std::string(given(element, "start", given(element, "startopen"))),
                       std::string(given(element, "end", given(element, "endopen")))};
    if (!spell.start.empty() || !spell.end.empty()) element_.spells.push_back(std::move(spell));
  }

  static EdgeDirection direction_of(const XmlElement& element, std::string_view attribute,
                                    std::string_view word) {
    if (word == "directed") return EdgeDirection::directed;
    if (word == "undirected") return EdgeDirection::undirected;
    if (word == "mutual") return EdgeDirection::both;
    fail_at(element, "unknown " + std::string(attribute) + ' ' + in_quotes(word),
            "it is directed, undirected or mutual");
  }

  void complete(GraphElement& element) override {
    for (const auto& [id, attribute] : attributes(element.scope))
      if (!attribute.otherwise.empty() && find_value(attribute.column) == nullptr)
        add_value(attribute.column, attribute.otherwise);
  }

  Attributes& attributes(Scope scope) {
    return scope == Scope::node ? node_attributes_ : edge_attributes_;
  }

  static constexpr std::size_t id_column = 0;
  static constexpr std::size_t label_column = 1;
  std::size_t weight_ = 0;
  std::size_t kind_ = 0;
  std::string space_;
  EdgeDirection directed_ = EdgeDirection::undirected;
  Scope scope_ = Scope::node;
  Attributes node_attributes_;
  Attributes edge_attributes_;
  Attribute* attribute_ = nullptr;
};

}  // namespace

void read_gexf(const Source& source, ReadContext& context) {
  run_xml_reader<GexfReader>(source, context);
}

}  // namespace oscegraph
