// SPDX-License-Identifier: Apache-2.0
//
// Reads GEXF 1.0 to 1.3, ours and that of other programs, into records. Attributes may be declared
// at any place. Colours, sizes, positions and the times of nodes are ignored. The times of an edge
// become the period of its claims. When an attribute has several values for different times, the
// last value is used, and a note gives the number of such attributes. Nodes inside nodes are
// flattened.
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "oscegraph/graph/text/nearest.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/graphs/xml_graph_reader.hpp"

namespace oscegraph {
namespace {

constexpr std::string_view usual_space = "http://www.gexf.net/1.2draft";

/// Accepts the namespaces that programs really write, correct or nearly correct. Versions were
/// called drafts for years, and the first ones were at gephi.org.
bool is_gexf_space(std::string_view space) {
  if (space.empty()) return true;
  std::string address = plain_address(space);
  constexpr std::string_view draft = "draft";
  if (address.ends_with(draft)) address.resize(address.size() - draft.size());
  for (const std::string_view home : {"gexf.net", "gephi.org/gexf"}) {
    if (address == home) return true;
    for (const std::string_view version : {"1.0", "1.1", "1.2", "1.3"})
      if (address == std::string(home) + '/' + std::string(version)) return true;
  }
  return false;
}

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
  bool changes = false;  ///< whether an element has several values of it
};

class GexfReader : public XmlGraphReader<Part> {
 public:
  static constexpr std::string_view declaration = "attributes";

  GexfReader(const Source& source, ReadContext& context) : XmlGraphReader(source, context) {
    for (const Scope scope : {Scope::node, Scope::edge}) {
      records_.declare(scope, "id", ValueType::text);
      records_.declare(scope, "label", ValueType::text);
    }
    weight_ = records_.declare(Scope::edge, "weight", ValueType::number);
    kind_ = records_.declare(Scope::edge, "kind", ValueType::text);
  }

  bool start(const XmlElement& element) override {
    if (current_place() == Part::root) {
      check_root(element, "gexf", "GEXF", is_gexf_space, usual_space);
      return push(Part::gexf);
    }
    if (!is_own(element, is_gexf_space)) return skip();
    switch (current_place()) {
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
      case Part::edge:
        if (collects()) close();
        break;
      case Part::otherwise: attribute_->otherwise = text_; break;
      case Part::attvalue: end_attvalue(); break;
      default: break;
    }
  }

  void finish() override {
    std::vector<std::string> changing;
    for (const Scope scope : {Scope::node, Scope::edge})
      for (const auto& [id, attribute] : attributes(scope))
        if (attribute.changes && records_.is_used(scope, attribute.column))
          changing.push_back(in_quotes(id));
    if (!changing.empty())
      warn({file_}, "attributes with values for several times: of " + join_and(changing) +
                        " the last value counts");
    XmlGraphReader::finish();
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
    if (!declares()) return skip();
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
    const std::string title(given(element, "title", id));
    if (!titles_.emplace(scope_, title).second)
      fail_at(element,
              std::string("two attributes of ") + (scope_ == Scope::node ? "nodes" : "edges") +
                  " are called " + in_quotes(title),
              "", "rename one of them");
    const std::string_view type = given(element, "type", "string");
    const auto known = column_type(type, types);
    if (!known) warn(element.place, unknown_type(type, "GEXF", title), nearest_type(type, types));
    attribute_->column = records_.declare(scope_, title, known.value_or(ValueType::text));
    return push(Part::attribute);
  }

  bool start_in_attribute(const XmlElement& element) {
    if (element.name == "default") return push(Part::otherwise, true);
    if (element.name == "options") return skip();
    fail_no_place(element, {"default", "options"});
  }

  bool start_in_nodes(const XmlElement& element) {
    if (element.name != "node") fail_no_place(element, {"node"});
    if (!collects()) return push(Part::node);
    open(Scope::node, element);
    this->element().id = needed(element, "id");
    add_value(id_column, this->element().id);
    add_value(label_column, given(element, "label"));
    return push(Part::node);
  }

  bool start_in_edges(const XmlElement& element) {
    if (element.name != "edge") fail_no_place(element, {"edge"});
    if (!collects()) return skip();
    open(Scope::edge, element);
    GraphElement& edge = this->element();
    edge.id = given(element, "id");
    take_ends(element, edge);
    add_value(id_column, edge.id);
    add_value(label_column, given(element, "label"));
    add_value(weight_, given(element, "weight"));
    add_value(kind_, given(element, "kind"));
    const std::string_view type = given(element, "type");
    edge.direction = type.empty() ? directed_ : direction_of(element, "type", type);
    add_spell(element);
    return push(Part::edge);
  }

  bool start_in_element(const XmlElement& element) {
    if (element.name == "nodes") return push(Part::nodes);
    if (element.name == "edges") return push(Part::edges);
    if (!collects()) return skip();
    if (element.name == "attvalues") return push(Part::attvalues);
    if (element.name == "spells")
      return current_place() == Part::node ? skip() : push(Part::spells);
    if (element.name == "parents" || element.name == "slices") return skip();
    // Files without namespaces, and some with them, have these drawing elements without a prefix.
    for (const std::string_view look : {"color", "size", "position", "shape", "thickness"})
      if (element.name == look || element.name == "viz:" + std::string(look)) return skip();
    fail_no_place(element, {"attvalues", "spells", "nodes", "edges", "parents"});
  }

  bool start_in_attvalues(const XmlElement& element) {
    if (element.name != "attvalue") fail_no_place(element, {"attvalue"});
    // Called "id" in GEXF 1.0 and 1.1.
    const std::string_view id = given(element, "for", given(element, "id"));
    const GraphElement& whose = this->element();
    Attributes& declared = attributes(whose.scope);
    const auto found = declared.find(id);
    if (found == declared.end()) {
      std::vector<std::string_view> ids;
      for (const auto& [name, value] : declared) ids.push_back(name);
      const std::string nouns = whose.scope == Scope::node ? "nodes" : "edges";
      fail_at(element,
              called(whose) + ": no attribute of " + nouns + " has the id " + in_quotes(id),
              ids.empty() ? "none is declared" : "declared are " + join_and(ids),
              did_you_mean(id, ids));
    }
    attribute_ = &found->second;
    value_ =
        element.find("value") ? std::optional(std::string(given(element, "value"))) : std::nullopt;
    value_place_ = element.place;
    return push(Part::attvalue, true);
  }

  /// The value is in an attribute or, in files of some programs, in the text of the element.
  void end_attvalue() {
    const std::string& text = value_ ? *value_ : text_;
    ElementValue* earlier = find_value(attribute_->column);
    if (earlier == nullptr)
      return add_value(attribute_->column, text, value_place_.line, value_place_.column);
    if (earlier->text != text) attribute_->changes = true;
    earlier->text = text;
  }

  bool start_in_spells(const XmlElement& element) {
    if (element.name != "spell") fail_no_place(element, {"spell"});
    add_spell(element);
    return push(Part::spell);
  }

  void add_spell(const XmlElement& element) {
    ElementSpell spell{std::string(given(element, "start", given(element, "startopen"))),
                       std::string(given(element, "end", given(element, "endopen")))};
    if (!spell.start.empty() || !spell.end.empty())
      this->element().spells.push_back(std::move(spell));
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
  std::optional<std::string> value_;  ///< of the current attvalue
  Place value_place_;
  EdgeDirection directed_ = EdgeDirection::undirected;
  Scope scope_ = Scope::node;
  std::set<std::pair<Scope, std::string>> titles_;
  Attributes node_attributes_;
  Attributes edge_attributes_;
  Attribute* attribute_ = nullptr;
};

}  // namespace

void read_gexf(Source& source, ReadContext& context) {
  run_xml_reader<GexfReader>(source, context);
}

}  // namespace oscegraph
