// SPDX-License-Identifier: Apache-2.0
//
// Selects nodes by the values of an option such as --rows. A value is read as a list of kinds; if it
// is none, as "attribute=value"; if no node has that attribute, as the name or id of one node. Cost:
// one pass over the nodes for a list of kinds, at most two for a value with '='.
#include "oscegraph/cli/delivery/picked_nodes.hpp"

#include <algorithm>
#include <set>

#include "oscegraph/cli/options/value_types.hpp"
#include "oscegraph/graph/text/nearest.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/graph/values/vocabulary.hpp"
#include "oscegraph/queries/labels.hpp"

namespace oscegraph::cli {
namespace {

/// "state" or "states".
std::optional<Kind> kind_called(std::string_view word) {
  for (const KindRow& row : kinds())
    if (word == row.name || word == row.plural) return row.kind;
  return std::nullopt;
}

/// The kinds of "state,donor"; none unless every word is one.
std::vector<Kind> kinds_of(std::string_view text) {
  std::vector<Kind> found;
  for (const std::string_view word : words_of(kind_list, text)) {
    const auto kind = kind_called(word);
    if (!kind) return {};
    found.push_back(*kind);
  }
  return found;
}

bool has_attribute(const Graph& graph, NodeId node, std::string_view name) {
  return std::ranges::any_of(graph.attributes(node),
                             [&](const Attribute& a) { return a.name == name; });
}

class Picker {
 public:
  explicit Picker(const Question& question)
      : question_(question),
        graph_(question.scope().graph()),
        nodes_(graph_.node_count()) {}

  void pick(std::string_view text) {
    const std::vector<Kind> kinds = kinds_of(text);
    const std::size_t sign = text.find('=');
    if (!kinds.empty()) {
      for (const NodeId n : question_.scope().nodes())
        if (std::ranges::count(kinds, graph_.node_kind(n)) > 0) nodes_.insert(n);
    } else if (sign != std::string_view::npos && is_attribute(text.substr(0, sign))) {
      pick_attribute(text.substr(0, sign), text.substr(sign + 1));
    } else {
      pick_node(text);
    }
  }

  IdSet nodes() && { return std::move(nodes_); }

 private:
  [[nodiscard]] bool is_attribute(std::string_view name) const {
    return std::ranges::any_of(graph_.nodes(),
                               [&](NodeId n) { return has_attribute(graph_, n, name); });
  }

  void pick_node(std::string_view text) try {
    const NodeId node = question_.node_called(text);
    require_node(question_.scope(), node);
    nodes_.insert(node);
  } catch (const Error&) {
    // What is nearly the name of a kind is rather that.
    const std::string next = did_you_mean(text, kind_names());
    if (next.empty()) throw;
    throw NotThere(in_quotes(text) + " is no kind of node, and no node is called so",
                   std::string(picked_value.allowed), next);
  }

  void pick_attribute(std::string_view name, std::string_view value) {
    std::set<std::string_view> values;
    bool found = false;
    for (const NodeId n : question_.scope().nodes()) {
      if (!has_attribute(graph_, n, name)) continue;
      const std::string_view own = graph_.attribute(n, name);
      values.insert(own);
      if (own != value) continue;
      nodes_.insert(n);
      found = true;
    }
    if (found) return;
    throw NotThere(
        "no node in the graph as narrowed has " + in_quotes(name) + " = " + in_quotes(value), {},
        did_you_mean(value, std::vector<std::string_view>(values.begin(), values.end())));
  }

  const Question& question_;
  const Graph& graph_;
  IdSet nodes_;
};

}  // namespace

constinit const TypeOf<std::string> picked_value(
    {.placeholder = "NODES",
     .meaning = "a choice of nodes",
     .allowed = "nodes are picked by kind (state), attribute (sector=water), name or id"},
    [](std::string_view text) -> std::optional<std::string> {
      if (text.empty()) return std::nullopt;
      return std::string(text);
    });

std::optional<IdSet> picked_nodes(const Question& question, const ListOf<std::string>& option) {
  if (!question.values().has(option)) return std::nullopt;
  Picker picker(question);
  for (const std::string& text : question.values()[option]) picker.pick(text);
  return std::move(picker).nodes();
}

}  // namespace oscegraph::cli
