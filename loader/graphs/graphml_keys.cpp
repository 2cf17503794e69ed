// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/graphs/graphml_keys.hpp"

#include <algorithm>
#include <array>

#include "oscegraph/graph/text/nearest.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/graphs/xml_graph_reader.hpp"

namespace oscegraph {
namespace {

constexpr std::array<ColumnTypeRow, 6> types{{{"string", ValueType::text},
                                              {"boolean", ValueType::boolean},
                                              {"int", ValueType::number},
                                              {"long", ValueType::number},
                                              {"float", ValueType::number},
                                              {"double", ValueType::number}}};

std::string nouns_of(Scope scope) { return scope == Scope::node ? "nodes" : "edges"; }

/// Whether a key is about drawing: yEd marks it by yfiles.type, newer yFiles programs by attr.uri.
bool is_of_drawing(const XmlElement& element) {
  const bool typed = element.find("attr.type") != nullptr;
  return std::ranges::any_of(element.attributes, [&](const XmlAttribute& attribute) {
    return attribute.name.starts_with("yfiles.") || (attribute.name == "attr.uri" && !typed);
  });
}

bool has_labels(const XmlElement& element) {
  if (element.find("yfiles.type") != nullptr) {
    const std::string_view type = given(element, "yfiles.type");
    return type == "nodegraphics" || type == "edgegraphics";
  }
  const std::string_view name = given(element, "attr.name");
  return name == "NodeLabels" || name == "EdgeLabels";
}

}  // namespace

void GraphmlKeys::declare(const XmlElement& element) {
  last_.clear();
  needed(element, "id");
  const std::string_view scope = given(element, "for", "all");
  const bool all = scope == "all" || scope.empty();
  if (all || scope == "node") declare(element, Scope::node);
  if (all || scope == "edge") declare(element, Scope::edge);
  constexpr std::array<std::string_view, 5> others{"graph", "graphml", "port", "hyperedge",
                                                   "endpoint"};
  if (std::ranges::find(others, scope) != others.end()) others_.emplace(needed(element, "id"));
  else if (last_.empty())
    fail_at(element, "the key " + in_quotes(needed(element, "id")) + " is for " + in_quotes(scope),
            "a key is for node, edge, all, graph, port or hyperedge");
}

void GraphmlKeys::declare(const XmlElement& element, Scope scope) {
  const std::string id(needed(element, "id"));
  const auto [key, is_new] = own(scope).try_emplace(id);
  if (!is_new)
    fail_at(element, "the key " + in_quotes(id) + " of " + nouns_of(scope) + " is declared twice");
  last_.push_back(&key->second);
  if (!is_of_drawing(element)) {
    key->second.column = declare_column(element, scope);
    return;
  }
  key->second.holds = DataText::Holds::graphics;
  key->second.labels = has_labels(element);
  if (key->second.labels && !find_column(records_.columns(scope), "label"))
    records_.declare(scope, "label", ValueType::text);
}

std::size_t GraphmlKeys::declare_column(const XmlElement& element, Scope scope) {
  const std::string_view id = needed(element, "id");
  const std::string name(given(element, "attr.name", id));
  const std::string_view type = given(element, "attr.type", "string");
  const auto known = column_type(type, types);
  const bool number = known == ValueType::number;
  const auto [named, is_new] = names_.try_emplace({scope, name}, Named{0, number});
  // NetworkX declares integers and fractions of one attribute separately: they are one column.
  if (!is_new && number && named->second.number) return named->second.column;
  if (!is_new)
    fail_at(element, "two keys of " + nouns_of(scope) + " are called " + in_quotes(name), "",
            "rename one of them");
  if (!known)
    warnings_.push_back(
        {element.place, unknown_type(type, "GraphML", name), "", nearest_type(type, types)});
  return named->second.column = records_.declare(scope, name, known.value_or(ValueType::text));
}

void GraphmlKeys::set_default(const std::string& text) {
  for (GraphmlKey* key : last_)
    if (key->holds == DataText::Holds::text) key->otherwise = text;
}

const GraphmlKey& GraphmlKeys::find(const XmlElement& data, const GraphElement& whose) const {
  const Scope scope = whose.scope;
  const std::string_view id = given(data, "key");
  if (id.empty()) fail_at(data, called(whose) + " has a <data> without a 'key'");
  const auto key = of(scope).find(id);
  if (key != of(scope).end()) return key->second;
  const Scope other = scope == Scope::node ? Scope::edge : Scope::node;
  if (of(other).contains(id) || others_.contains(id))
    fail_at(data, called(whose) + ": the key " + in_quotes(id) + " is not declared for " +
                      nouns_of(scope));
  std::vector<std::string_view> ids;
  for (const auto& [name, value] : of(scope)) ids.push_back(name);
  fail_at(data, called(whose) + ": no key is called " + in_quotes(id),
          "a key is declared as <key id=\"...\">", did_you_mean(id, ids));
}

}  // namespace oscegraph
