// SPDX-License-Identifier: Apache-2.0
//
// GraphML, ours and other programs'. Keys are declared before the graph, as the standard has it; a key
// without `for` is for nodes and edges, one without attr.name is called by its id, one without
// attr.type holds text. Nested graphs are read flat; ports and what other programs put into namespaces
// of their own (yEd's shapes) are passed over; hyperedges have no counterpart here and are an error.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "oscegraph/graph/nearest.hpp"
#include "oscegraph/graph/text.hpp"
#include "oscegraph/loader/graph_file/xml_graph_reader.hpp"

namespace oscegraph {
namespace {

/// The standard's, and those of its drafts that files still have. None at all is common, too.
constexpr std::array<std::string_view, 5> name_spaces{
    "http://graphml.graphdrawing.org/xmlns", "http://graphml.graphdrawing.org/xmlns/1.0rc",
    "http://graphml.graphdrawing.org/xmlns/1.1", "http://graphml.graphdrawing.org/xmlns/graphml",
    ""};

constexpr std::array<ColumnTypeRow, 6> types{{{"string", ValueType::text},
                                              {"boolean", ValueType::boolean},
                                              {"int", ValueType::number},
                                              {"long", ValueType::number},
                                              {"float", ValueType::number},
                                              {"double", ValueType::number}}};

/// What a <key> declares: a column of nodes, of edges, of both, or of neither.
struct Key {
  std::optional<std::size_t> node;
  std::optional<std::size_t> edge;
  [[nodiscard]] const std::optional<std::size_t>& column(Scope scope) const {
    return scope == Scope::node ? node : edge;
  }
};

/// A key's value for elements that do not say one.
struct Default {
  Key key;
  std::string text;
};

enum class Part : std::uint8_t { root, graphml, key, otherwise, graph, node, edge, data, other };

std::string nouns_of(Scope scope) { return scope == Scope::node ? "nodes" : "edges"; }

class GraphmlReader : public XmlGraphReader<Part> {
 public:
  GraphmlReader(const Source& source, ReadContext& context) : XmlGraphReader(source, context) {
    records_.declare(Scope::node, "id", ValueType::text);
    records_.declare(Scope::edge, "id", ValueType::text);
    edge_label_ = records_.declare(Scope::edge, "label", ValueType::text);
  }

  bool start(const XmlElement& element) override {
    if (within() == Part::root) {
      check_root(element, "graphml", "GraphML", name_spaces);
      space_ = element.space;
      return push(Part::graphml);
    }
    if (element.space != space_) return skip();
    switch (within()) {
      case Part::graphml: return start_in_graphml(element);
      case Part::key: return start_in_key(element);
      case Part::graph: return start_in_graph(element);
      case Part::node:
      case Part::edge: return start_in_element(element);
      default: return skip();  // markup inside a text
    }
  }

  void end() override {
    switch (pop()) {
      case Part::otherwise: defaults_.push_back({*key_, text_}); break;
      case Part::data: end_data(); break;
      case Part::graph: directed_.pop_back(); break;
      case Part::node:
      case Part::edge: flush(); break;
      default: break;
    }
  }

 private:
  bool start_in_graphml(const XmlElement& element) {
    if (element.name == "key") return start_key(element);
    if (element.name == "graph") return start_graph(element);
    if (element.name == "desc" || element.name == "data") return skip();
    fail_no_place(element, {"key", "graph", "data", "desc"});
  }

  bool start_in_key(const XmlElement& element) {
    if (element.name == "default") return push(Part::otherwise, true);
    if (element.name == "desc") return skip();
    fail_no_place(element, {"default", "desc"});
  }

  bool start_in_graph(const XmlElement& element) {
    if (element.name == "node") return start_node(element);
    if (element.name == "edge") return start_edge(element);
    if (element.name == "data" || element.name == "desc" || element.name == "locator")
      return skip();
    if (element.name == "hyperedge")
      fail_at(element, "a hyperedge joins more than two nodes", "edges here join two",
              "write it as a node with an edge to each");
    fail_no_place(element, {"node", "edge", "data", "desc", "locator"});
  }

  bool start_in_element(const XmlElement& element) {
    if (element.name == "data") return start_data(element);
    if (element.name == "graph") {
      flush();
      return start_graph(element);
    }
    if (element.name == "desc" || element.name == "port" || element.name == "locator")
      return skip();
    fail_no_place(element, {"data", "graph", "port", "desc", "locator"});
  }

  bool start_key(const XmlElement& element) {
    const std::string id(needed(element, "id"));
    const auto [found, is_new] = keys_.try_emplace(id);
    if (!is_new) fail_at(element, "the key " + in_quotes(id) + " is declared twice");
    key_ = &found->second;
    const bool of_yed = std::ranges::any_of(element.attributes, [](const XmlAttribute& attribute) {
      return attribute.name.starts_with("yfiles.");
    });
    if (of_yed) return push(Part::key);
    const std::string_view scope = given(element, "for", "all");
    const bool all = scope == "all";
    if (all || scope == "node") key_->node = declare(element, Scope::node, id);
    if (all || scope == "edge") key_->edge = declare(element, Scope::edge, id);
    return push(Part::key);
  }

  std::size_t declare(const XmlElement& element, Scope scope, std::string_view id) {
    const std::string name(given(element, "attr.name", id));
    const ValueType type =
        column_type(element, "attr.type", given(element, "attr.type", "string"), types);
    if (!names_.emplace(scope, name).second)
      fail_at(element, "two keys of " + nouns_of(scope) + " are called " + in_quotes(name), "",
              "rename one of them");
    return records_.declare(scope, name, type);
  }

  bool start_graph(const XmlElement& element) {
    const std::string_view direction = given(element, "edgedefault");
    if (direction != "directed" && direction != "undirected" && !direction.empty())
      fail_at(element, "unknown edgedefault " + in_quotes(direction),
              "it is directed or undirected");
    if (direction.empty() && directed_.empty())
      fail_at(element, "<graph> has no 'edgedefault'", "it is directed or undirected");
    directed_.push_back(direction.empty() ? directed_.back() : direction == "directed");
    return push(Part::graph);
  }

  bool start_node(const XmlElement& element) {
    open(Scope::node, element);
    element_.id = needed(element, "id");
    add_value(0, element_.id);
    return push(Part::node);
  }

  bool start_edge(const XmlElement& element) {
    open(Scope::edge, element);
    element_.id = given(element, "id");
    element_.from = needed(element, "source");
    element_.to = needed(element, "target");
    add_value(0, element_.id);
    add_value(edge_label_, given(element, "label"));
    const std::string_view own = given(element, "directed");
    if (own != "true" && own != "false" && !own.empty())
      fail_at(element, "'directed' is " + in_quotes(own), "it is true or false");
    const bool directed = own.empty() ? directed_.back() : own == "true";
    element_.direction = directed ? EdgeDirection::directed : EdgeDirection::undirected;
    return push(Part::edge);
  }

  bool start_data(const XmlElement& element) {
    if (!open_)
      fail_at(element, "<data> of a node stands after the graph inside it", "it comes before");
    const std::string_view id = needed(element, "key");
    const auto key = keys_.find(id);
    if (key == keys_.end()) {
      std::vector<std::string_view> ids;
      for (const auto& [name, value] : keys_) ids.push_back(name);
      fail_at(element, "no key is called " + in_quotes(id),
              "keys are declared before the graph, as <key id=\"...\">", did_you_mean(id, ids));
    }
    data_column_ = key->second.column(element_.scope);
    const bool for_others = key->second.node || key->second.edge;
    if (!data_column_ && for_others)
      fail_at(element,
              "the key " + in_quotes(id) + " is not declared for " + nouns_of(element_.scope));
    if (data_column_ && find_value(*data_column_) != nullptr)
      fail_at(element, "a second value of the key " + in_quotes(id), "", "keep one");
    data_place_ = element.place;
    return push(Part::data, true);
  }

  void end_data() {
    if (data_column_) add_value(*data_column_, text_, data_place_.line, data_place_.column);
  }

  void complete(GraphElement& element) override {
    for (const Default& otherwise : defaults_)
      if (const auto& column = otherwise.key.column(element.scope))
        if (find_value(*column) == nullptr) add_value(*column, otherwise.text);
  }

  std::size_t edge_label_ = 0;
  std::string space_;
  std::map<std::string, Key, std::less<>> keys_;
  std::set<std::pair<Scope, std::string>> names_;
  Key* key_ = nullptr;
  std::vector<Default> defaults_;
  std::vector<bool> directed_;  ///< of the graphs we are in
  std::optional<std::size_t> data_column_;
  Place data_place_;
};

}  // namespace

void read_graphml(const Source& source, ReadContext& context) {
  run_xml_reader<GraphmlReader>(source, context);
}

}  // namespace oscegraph
