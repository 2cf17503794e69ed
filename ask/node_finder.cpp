// SPDX-License-Identifier: Apache-2.0
//
// Looks a text up in three steps, as an id, as a name of the graph and as a name of the gazetteer.
// For a text that is not found, it looks for similar ids or names.
#include "oscegraph/ask/node_finder.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "oscegraph/graph/text/names.hpp"
#include "oscegraph/graph/text/nearest.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/threads/collect_ranges.hpp"
#include "oscegraph/graph/threads/parallel.hpp"
#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/loader/gazetteer/gazetteer.hpp"

namespace oscegraph {
namespace {

/// The ids with the same prefix that are similar to the typed one: "state:NI" is near "state:NO".
std::vector<std::string> ids_near(const Graph& graph, std::string_view text) {
  const std::string_view kind = text.substr(0, text.find(':') + 1);
  std::vector<std::string_view> ends;
  for (const NodeId n : graph.nodes())
    if (graph.node_id(n).starts_with(kind)) ends.push_back(graph.node_id(n).substr(kind.size()));
  std::vector<std::string> near;
  for (const std::string_view end : nearest(text.substr(kind.size()), ends))
    near.push_back("'" + std::string(kind) + std::string(end) + "'");
  return near;
}

/// What to type for the node: its name, or its id when the name is long.
std::string handle_of(const Graph& graph, NodeId node) {
  constexpr std::size_t longest = 50;
  const std::string_view name = graph.node_name(node);
  return "'" + std::string(name.size() <= longest ? name : graph.node_id(node)) + "'";
}

/// The nodes with the shortest names among those whose names contain the typed words ("Dushanbe" is
/// in "Programme Office in Dushanbe").
std::vector<std::string> names_with(const Graph& graph, std::string_view text) {
  constexpr std::size_t most = 3;
  const std::string wanted = " " + normalise_name(text) + " ";
  constexpr std::size_t grain = 4096;
  std::vector<NodeId> nodes = collect_ranges<NodeId>(
      graph.node_count(), grain, {},
      [&](std::size_t first, std::size_t last, std::vector<NodeId>& found) {
        for (const NodeId n : id_range(first, last))
          if ((" " + normalise_name(graph.node_name(n)) + " ").find(wanted) != std::string::npos)
            found.push_back(n);
      });
  std::ranges::stable_sort(nodes, {}, [&](NodeId n) { return graph.node_name(n).size(); });
  if (nodes.size() > most) nodes.resize(most);
  std::vector<std::string> names;
  for (const NodeId n : nodes) names.push_back(handle_of(graph, n));
  return names;
}

/// The names and aliases that are similar to the typed text.
std::vector<std::string_view> names_near(const Graph& graph, std::string_view text) {
  std::vector<std::string_view> names;
  for (const NodeId n : graph.nodes()) {
    names.push_back(graph.node_name(n));
    for (const std::string_view alias : graph.aliases(n)) names.push_back(alias);
  }
  return nearest(text, names);
}

NotThere unknown_node(const Graph& graph, std::string_view text) {
  const std::string what = "no node is called " + in_quotes(text);
  std::vector<std::string> near;
  if (text.find(':') != std::string_view::npos) near = ids_near(graph, text);
  if (near.empty())
    for (const std::string_view name : names_near(graph, text))
      near.push_back("'" + std::string(name) + "'");
  if (near.empty()) near = names_with(graph, text);
  return NotThere(what, {}, near.empty() ? "" : "did you mean " + join_or(near) + "?");
}

WrongValue ambiguous_node(const Graph& graph, std::string_view text,
                          const std::vector<NodeId>& nodes) {
  std::vector<std::string_view> ids;
  for (const NodeId n : nodes) ids.push_back(graph.node_id(n));
  return WrongValue(counted(nodes.size(), "node") + " are called " + in_quotes(text),
                    "they are " + join(ids, ", "), "give the id of the one you mean");
}

/// The graph's nodes that the gazetteer knows by this name, in any of its languages.
std::vector<NodeId> known_by_the_gazetteer(const Graph& graph, std::string_view text) {
  std::vector<NodeId> nodes;
  const auto entries = Gazetteer::instance().find_name(text);
  for (const GazetteerEntry* entry : entries)
    if (const auto node = graph.find_node(entry->id)) nodes.push_back(*node);
  if (nodes.empty() && entries.size() == 1)
    throw NotThere("no claim of this input is about " + std::string(entries.front()->name));
  return nodes;
}

}  // namespace

NodeId NodeFinder::find(std::string_view text, const Subset& scope) const {
  const Graph& graph = scope.graph();
  if (const auto node = graph.find_node(text)) return *node;
  std::vector<NodeId> nodes = names_.find(text);
  if (nodes.empty()) nodes = known_by_the_gazetteer(graph, text);
  if (nodes.empty()) throw unknown_node(graph, text);
  if (nodes.size() == 1) return nodes.front();
  std::vector<NodeId> in_scope;
  std::ranges::copy_if(nodes, std::back_inserter(in_scope),
                       [&](NodeId n) { return scope.contains_node(n); });
  if (in_scope.size() == 1) return in_scope.front();
  throw ambiguous_node(graph, text, in_scope.empty() ? nodes : in_scope);
}

}  // namespace oscegraph
