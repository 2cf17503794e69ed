// SPDX-License-Identifier: Apache-2.0
//
// Reads GraphML, ours and that of other programs, into records. Keys may be declared at any place
// (graphml_keys.hpp). Nested graphs are flattened. Elements in other namespaces are skipped, except
// text inside a <data> element and yEd's labels (data_text.hpp). Ports are skipped; so is <desc>,
// and a note counts how often. Hyperedges are an error, since our graph cannot represent them.
#include <optional>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/graphs/data_text.hpp"
#include "oscegraph/loader/graphs/graphml_keys.hpp"
#include "oscegraph/loader/graphs/value_text.hpp"
#include "oscegraph/loader/graphs/xml_graph_reader.hpp"

namespace oscegraph {
namespace {

constexpr std::string_view usual_space = "http://graphml.graphdrawing.org/xmlns";

/// Accepts the standard's namespace, those of its drafts, which files still have, and none at all.
bool is_graphml_space(std::string_view space) {
  if (space.empty()) return true;
  const std::string address = plain_address(space);
  for (const std::string_view path :
       {"xmlns", "xmlns/graphml", "xmlns/1.0", "xmlns/1.0rc", "xmlns/1.1", "xmlns/1.1rc"})
    if (address == "graphml.graphdrawing.org/" + std::string(path)) return true;
  return false;
}

enum class Part : std::uint8_t {
  root,
  graphml,
  key,
  otherwise,
  graph,
  node,
  edge,
  data,
  in_data,  ///< an element inside a <data> or a <default>
  other
};

class GraphmlReader : public XmlGraphReader<Part> {
 public:
  static constexpr std::string_view declaration = "key";

  GraphmlReader(const Source& source, ReadContext& context)
      : XmlGraphReader(source, context),
        keys_(records_, context.warnings) {
    records_.declare(Scope::node, "id", ValueType::text);
    records_.declare(Scope::edge, "id", ValueType::text);
    edge_label_ = records_.declare(Scope::edge, "label", ValueType::text);
  }

  bool start(const XmlElement& element) override {
    const Part place = current_place();
    if (place == Part::root) {
      check_root(element, "graphml", "GraphML", is_graphml_space, usual_space);
      return push(Part::graphml);
    }
    if (place == Part::data || place == Part::otherwise || place == Part::in_data) {
      push(Part::in_data);
      return data_.start(element);
    }
    if (!is_own(element, is_graphml_space)) return skip();
    switch (place) {
      case Part::graphml: return start_in_graphml(element);
      case Part::key: return start_in_key(element);
      case Part::graph: return start_in_graph(element);
      case Part::node:
      case Part::edge: return start_in_element(element);
      default: return skip();
    }
  }

  void text(std::string_view piece) override {
    const Part place = current_place();
    if (place == Part::data || place == Part::otherwise || place == Part::in_data)
      data_.text(piece);
  }

  void end() override {
    switch (pop()) {
      case Part::otherwise:
        if (declares()) keys_.set_default(data_.whole());
        break;
      case Part::in_data: data_.end(); break;
      case Part::data: end_data(); break;
      case Part::graph: directed_.pop_back(); break;
      case Part::node:
      case Part::edge:
        if (collects()) close();
        break;
      default: break;
    }
  }

  void finish() override {
    const auto note = [&](std::uint64_t count, const std::string& what, const std::string& next) {
      if (count > 0)
        warn({file_}, counted(count, "node or edge has", "nodes and edges have") + what, next);
    };
    note(descriptions_, " a <desc>, which is not read", "a <data> with a key of its own is");
    note(more_labels_, " several labels, of which the first counts (" + first_more_labels_ + ")",
         "");
    XmlGraphReader::finish();
  }

 private:
  bool start_in_graphml(const XmlElement& element) {
    if (element.name == "key") return start_key(element);
    if (element.name == "graph") return start_graph(element);
    if (element.name == "desc" || element.name == "data") return skip();
    fail_no_place(element, {"key", "graph", "data", "desc"});
  }

  bool start_key(const XmlElement& element) {
    if (!declares()) return skip();
    keys_.declare(element);
    return push(Part::key);
  }

  bool start_in_key(const XmlElement& element) {
    if (element.name == "desc") return skip();
    if (element.name != "default") fail_no_place(element, {"default", "desc"});
    data_.begin(DataText::Holds::text);
    return push(Part::otherwise);
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

  bool start_in_graph(const XmlElement& element) {
    if (element.name == "key") return start_key(element);
    if (element.name == "node") return start_node(element);
    if (element.name == "edge") return collects() ? start_edge(element) : skip();
    if (element.name == "data" || element.name == "desc" || element.name == "locator")
      return skip();
    if (element.name == "hyperedge")
      fail_at(element,
              (element.find("id") == nullptr ? std::string("a hyperedge")
                                             : "the hyperedge " + in_quotes(given(element, "id"))) +
                  " joins more than two nodes",
              "edges here join two", "write it as a node with an edge to each");
    fail_no_place(element, {"node", "edge", "data", "desc", "locator"});
  }

  bool start_node(const XmlElement& element) {
    if (!collects()) return push(Part::node);
    open(Scope::node, element);
    this->element().id = needed(element, "id");
    add_value(0, this->element().id);
    return push(Part::node);
  }

  bool start_edge(const XmlElement& element) {
    open(Scope::edge, element);
    GraphElement& edge = this->element();
    edge.id = given(element, "id");
    take_ends(element, edge);
    add_value(0, edge.id);
    add_value(edge_label_, given(element, "label"));
    const std::string_view own = given(element, "directed");
    if (own != "true" && own != "false" && !own.empty())
      fail_at(element, called(edge) + ": 'directed' is " + in_quotes(own), "it is true or false");
    const bool directed = own.empty() ? directed_.back() : own == "true";
    edge.direction = directed ? EdgeDirection::directed : EdgeDirection::undirected;
    return push(Part::edge);
  }

  bool start_in_element(const XmlElement& element) {
    const bool in_node = current_place() == Part::node;
    if (element.name == "graph" && in_node) return start_graph(element);
    if (!collects()) return skip();
    if (element.name == "data") return start_data(element);
    if (element.name == "desc") ++descriptions_;
    if (element.name == "desc" || element.name == "port" || element.name == "locator")
      return skip();
    if (in_node) fail_no_place(element, {"data", "desc", "graph", "port", "locator"});
    fail_no_place(element, {"data", "desc"});
  }

  bool start_data(const XmlElement& element) {
    const GraphElement& whose = this->element();
    key_ = &keys_.find(element, whose);
    const bool is_text = key_->holds == DataText::Holds::text;
    if (is_text && key_->column && find_value(*key_->column) != nullptr)
      fail_at(element,
              called(whose) + " has a second value of the key " + in_quotes(given(element, "key")),
              "", "keep one");
    data_.begin(key_->holds);
    data_place_ = element.place;
    return push(Part::data);
  }

  void end_data() {
    if (key_->holds == DataText::Holds::text) {
      if (key_->column)
        add_value(*key_->column, data_.whole(), data_place_.line, data_place_.column);
      return;
    }
    if (!key_->labels || data_.labels().empty()) return;
    if (data_.labels().size() > 1 && ++more_labels_ == 1) first_more_labels_ = called(element());
    element().drawn_label = data_.labels().front();
  }

  /// Uses the drawn label where the file states no label.
  void complete(GraphElement& element) override {
    if (const auto column = find_column(records_.columns(element.scope), "label");
        column && !element.drawn_label.empty()) {
      ElementValue* stated = find_value(*column);
      if (stated == nullptr) add_value(*column, element.drawn_label);
      else if (trimmed(stated->text).empty()) stated->text = element.drawn_label;
    }
    for (const auto& [id, key] : keys_.of(element.scope))
      if (key.otherwise && key.column && find_value(*key.column) == nullptr)
        add_value(*key.column, *key.otherwise);
  }

  GraphmlKeys keys_;
  std::size_t edge_label_ = 0;
  std::vector<bool> directed_;  ///< of each open graph
  const GraphmlKey* key_ = nullptr;
  DataText data_;
  Place data_place_;
  std::uint64_t descriptions_ = 0;
  std::uint64_t more_labels_ = 0;
  std::string first_more_labels_;
};

}  // namespace

void read_graphml(Source& source, ReadContext& context) {
  run_xml_reader<GraphmlReader>(source, context);
}

}  // namespace oscegraph
