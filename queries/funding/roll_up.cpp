// SPDX-License-Identifier: Apache-2.0
//
// Searches from each agency upwards, breadth first, for the States that it is part of.
#include "oscegraph/queries/funding/roll_up.hpp"

#include <algorithm>
#include <optional>

namespace oscegraph {
namespace {

/// A node above the agency and the place in the list from which it was reached.
struct Above {
  NodeId node;
  EdgeId by;
  std::size_t from;
};

/// The agency and everything it is part of, nearest first.
std::vector<Above> all_above(const Subset& scope, NodeId agency) {
  const Graph& graph = scope.graph();
  std::vector<Above> above{{agency, none, 0}};
  for (std::size_t i = 0; i < above.size(); ++i) {
    if (graph.node_kind(above[i].node) != Kind::agency) continue;
    for (const EdgeId e : graph.out_edges(above[i].node)) {
      if (graph.edge_relation(e) != Relation::part_of || !scope.contains_edge(e)) continue;
      const NodeId whole = graph.edge_to(e);
      if (std::ranges::find(above, whole, &Above::node) == above.end())
        above.push_back({whole, e, i});
    }
  }
  return above;
}

/// The places of the States in the list.
std::vector<std::size_t> states_in(const Graph& graph, const std::vector<Above>& above) {
  std::vector<std::size_t> states;
  for (std::size_t i = 1; i < above.size(); ++i)
    if (graph.node_kind(above[i].node) == Kind::state) states.push_back(i);
  return states;
}

/// The State that the gazetteer knows the agency to belong to, when the graph has it.
std::optional<NodeId> known_state(const Graph& graph, NodeId agency) {
  const std::string_view state = graph.attribute(agency, "state");
  if (state.empty()) return std::nullopt;
  const auto node = graph.find_node(state);
  return node && graph.node_kind(*node) == Kind::state ? node : std::nullopt;
}

}  // namespace

RollUp::RollUp(const Subset& scope)
    : scope_(scope),
      payer_(scope.graph().nodes().begin(), scope.graph().nodes().end()) {
  for (const NodeId n : scope.nodes())
    if (scope.graph().node_kind(n) == Kind::agency) payer_[n] = find_payer(n);
}

NodeId RollUp::find_payer(NodeId funder) const {
  const std::vector<Above> above = all_above(scope_, funder);
  const std::vector<std::size_t> states = states_in(scope_.graph(), above);
  if (states.size() == 1) return above[states.front()].node;
  if (states.size() > 1) return funder;
  return known_state(scope_.graph(), funder).value_or(funder);
}

std::vector<EdgeId> RollUp::way_up(NodeId funder) const {
  std::vector<EdgeId> way;
  if (scope_.graph().node_kind(funder) != Kind::agency) return way;
  const std::vector<Above> above = all_above(scope_, funder);
  const std::vector<std::size_t> states = states_in(scope_.graph(), above);
  if (states.size() != 1) return way;
  for (std::size_t i = states.front(); i != 0; i = above[i].from) way.push_back(above[i].by);
  std::ranges::reverse(way);
  return way;
}

}  // namespace oscegraph
