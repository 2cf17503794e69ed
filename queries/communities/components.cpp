// SPDX-License-Identifier: Apache-2.0
//
// Finds weak components with Boost's disjoint-set forest, one union for each edge (union by rank,
// path compression; Tarjan 1975). Finds strong components with Boost.Graph's strong_components
// (Tarjan 1972), on a filtered_graph that shows only the nodes and edges of the scope. By default,
// strong_components makes property maps that have room only for the nodes that pass the filter. But
// nodes keep their numbers in the whole graph, which may be larger, so this file passes maps with
// room for all nodes of the graph.
#include "oscegraph/queries/communities/components.hpp"

#include <algorithm>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/pending/disjoint_sets.hpp>
#include <limits>

#include "oscegraph/graph/bgl.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/queries/bare_nodes.hpp"
#include "oscegraph/queries/direction.hpp"
#include "oscegraph/queries/labels.hpp"

namespace oscegraph {
namespace {

struct NodeInScope {
  const Subset* scope = nullptr;
  bool operator()(NodeId n) const { return scope->contains_node(n); }
};
struct EdgeInScope {
  const Subset* scope = nullptr;
  PeriodicCheck* check = nullptr;
  bool operator()(EdgeId e) const {
    check->count();
    return scope->contains_edge(e);
  }
};

template <typename Value>
auto by_node(std::vector<Value>& values) {
  return boost::make_iterator_property_map(values.begin(),
                                           boost::typed_identity_property_map<NodeId>());
}

/// For each node in scope a number below node_count() that it shares with its component only.
std::vector<std::uint32_t> label_weak(const Subset& scope, const Context& context) {
  PeriodicCheck check(context);
  const std::size_t size = scope.graph().node_count();
  std::vector<std::uint32_t> rank(size);
  std::vector<NodeId> parent(size);
  boost::disjoint_sets sets(by_node(rank), by_node(parent));
  for (const NodeId n : scope.nodes()) sets.make_set(n);
  for (const EdgeId e : scope.edges()) {
    check.count();
    sets.union_set(scope.graph().edge_from(e), scope.graph().edge_to(e));
  }
  std::vector<std::uint32_t> label(size);
  for (const NodeId n : scope.nodes()) label[n] = sets.find_set(n);
  return label;
}

std::vector<std::uint32_t> label_strong(const Subset& scope, const Context& context) {
  PeriodicCheck check(context);
  const std::size_t size = scope.graph().node_count();
  const boost::filtered_graph<Graph, EdgeInScope, NodeInScope> filtered(
      scope.graph(), EdgeInScope{&scope, &check}, NodeInScope{&scope});
  std::vector<std::uint32_t> label(size);
  std::vector<NodeId> root(size);
  std::vector<std::uint32_t> discovered(size);
  std::vector<boost::default_color_type> color(size);
  boost::strong_components(filtered, by_node(label),
                           boost::root_map(by_node(root))
                               .discover_time_map(by_node(discovered))
                               .color_map(by_node(color)));
  return label;
}

/// The members of each component, largest component first, ties by smallest member.
std::vector<std::vector<NodeId>> gather(const Subset& scope, const ComponentsOptions& options) {
  const std::vector<std::uint32_t> label = options.connection == Connection::weak
                                               ? label_weak(scope, options.context)
                                               : label_strong(scope, options.context);
  std::vector<std::size_t> place(label.size(), label.size());
  std::vector<std::vector<NodeId>> components;
  for (const NodeId n : scope.nodes()) {
    std::size_t& at = place[label[n]];
    if (at == label.size()) {
      at = components.size();
      components.emplace_back();
    }
    components[at].push_back(n);
  }
  // They stand in order of smallest member, and a stable sort keeps that among equals.
  std::ranges::stable_sort(components, std::greater(), &std::vector<NodeId>::size);
  return components;
}

std::size_t degree(const Subset& scope, NodeId node) {
  std::size_t count = 0;
  for_each_edge(scope, node, Direction::both, [&](EdgeId, NodeId) { ++count; });
  return count;
}

/// Up to five members with the most edges, ties by number.
std::vector<NodeId> best_connected(const Subset& scope, const std::vector<NodeId>& members) {
  constexpr std::size_t most = 5;
  std::vector<std::pair<std::size_t, NodeId>> ranked;
  ranked.reserve(members.size());
  for (const NodeId n : members) ranked.emplace_back(degree(scope, n), n);
  const auto end = ranked.begin() + static_cast<std::ptrdiff_t>(std::min(most, ranked.size()));
  std::partial_sort(ranked.begin(), end, ranked.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::vector<NodeId> best;
  for (auto it = ranked.begin(); it != end; ++it) best.push_back(it->second);
  return best;
}

std::vector<std::size_t> count_kinds(const Graph& graph, const auto& nodes) {
  std::vector<std::size_t> counts(kinds().size());
  for (const NodeId n : nodes) ++counts[static_cast<std::size_t>(graph.node_kind(n))];
  return counts;
}

/// The kinds that occur in the scope.
std::vector<KindRow> kinds_in(const Subset& scope) {
  const std::vector<std::size_t> counts = count_kinds(scope.graph(), scope.nodes());
  std::vector<KindRow> present;
  for (const KindRow& row : kinds())
    if (counts[static_cast<std::size_t>(row.kind)] > 0) present.push_back(row);
  return present;
}

/// "states": the plural as a column is called, all lower case.
std::string column_name(const KindRow& row) {
  std::string name(row.plural);
  for (char& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return name;
}

}  // namespace

ComponentsAnswer components(const Subset& scope, const ComponentsOptions& options) {
  PeriodicCheck check(options.context);
  const std::vector<std::vector<NodeId>> found = gather(scope, options);
  ComponentsAnswer answer{.count = found.size(), .subset = scope};
  for (const std::vector<NodeId>& members : found) {
    if (members.size() == 1) break;  // and so are all that follow
    check.count(members.size());
    answer.components.push_back(
        {members.size(), count_kinds(scope.graph(), members), best_connected(scope, members)});
  }
  Score score{"component", ScoreOf::node,
              std::vector(scope.graph().node_count(), std::numeric_limits<double>::quiet_NaN())};
  for (std::size_t i = 0; i < found.size(); ++i)
    for (const NodeId n : found[i]) score.values[n] = static_cast<double>(i + 1);
  answer.subset.set_score(std::move(score));
  return answer;
}

Table table_of(const ComponentsAnswer& answer, const Context& context) {
  PeriodicCheck check(context);
  const Graph& graph = answer.subset.graph();
  const std::vector<KindRow> kinds = kinds_in(answer.subset);
  Table table;
  table.facts = {{"components", count_cell(answer.count)}};
  table.columns = {{"component", ColumnType::integer}, {"size", ColumnType::integer}};
  for (const KindRow& row : kinds) table.columns.push_back({column_name(row), ColumnType::integer});
  table.columns.push_back({"members", ColumnType::list});
  for (std::size_t i = 0; i < answer.components.size(); ++i) {
    check.count();
    const Component& component = answer.components[i];
    std::vector<Cell> row{count_cell(i + 1), count_cell(component.size)};
    for (const KindRow& kind : kinds)
      row.push_back(count_cell(component.kinds[static_cast<std::size_t>(kind.kind)]));
    row.push_back(names_cell(graph, component.best_connected));
    table.add_row(std::move(row));
  }
  const std::size_t alone = answer.count - answer.components.size();
  if (alone > 0)
    table.notes.push_back(counted(alone, "node is a component", "nodes are each a component") +
                          " of its own, not listed.");
  if (auto bare = note_of_bare_nodes(answer.subset)) table.notes.push_back(std::move(*bare));
  return table;
}

}  // namespace oscegraph
