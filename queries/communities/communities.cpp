// SPDX-License-Identifier: Apache-2.0
//
// Names, numbers and compares the communities that the kernels find (kernels/louvain.hpp describes
// the method). The member with the greatest strength names a community; of equal ones, the node
// with the smaller number. To compare two periods, pairs of communities are matched in the order of
// the members they share, most first, and each community is matched once. Of pairs that share
// equally many, the one whose earlier community has the lower number comes first, then the one
// whose later community has.
#include "oscegraph/queries/communities/communities.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/queries/bare_nodes.hpp"
#include "oscegraph/queries/kernels/communities/louvain.hpp"
#include "oscegraph/queries/kernels/communities/participation.hpp"
#include "oscegraph/queries/labels.hpp"
#include "oscegraph/queries/measures/two_mode.hpp"

namespace oscegraph {
namespace {

constexpr std::size_t members_shown = 5;

/// Communities of a scope, numbered from 0, largest first.
struct Found {
  CompactGraph graph;
  std::vector<double> strength;              ///< by vertex
  std::vector<Vertex> community;             ///< by vertex
  std::vector<std::vector<Vertex>> members;  ///< strongest first
  double modularity = 0;

  /// The member that names the community.
  [[nodiscard]] NodeId strongest(std::size_t c) const { return graph.nodes[members[c].front()]; }
};

/// Whole numbers of units are added: equal strengths are equal whatever the order.
std::vector<double> strengths_of(const CompactGraph& graph) {
  std::vector<double> strength(graph.size());
  for (Vertex v = 0; v < graph.size(); ++v) {
    for (std::uint32_t i = graph.out.begin[v]; i < graph.out.begin[v + 1]; ++i)
      strength[v] += graph.units.empty() ? 1 : static_cast<double>(graph.units[i]);
    strength[v] /= graph.units_in_one;
  }
  return strength;
}

Found find(const Subset& scope, const CommunitiesOptions& options) {
  Found found;
  found.graph = compact_graph(scope, Arrows::ignored, options.weight, options.context);
  CommunityOptions kernel{.resolution = options.resolution, .seed = options.seed};
  if (options.two_mode) kernel.side = two_sides(found.graph, scope).of;
  Workers workers(options.context);
  const Communities result = options.method == CommunityMethod::leiden
                                 ? leiden(found.graph.out, kernel, workers)
                                 : louvain(found.graph.out, kernel, workers);
  found.modularity = result.modularity;
  found.strength = strengths_of(found.graph);

  found.members.resize(result.partition.count);
  for (Vertex v = 0; v < found.graph.size(); ++v)
    found.members[result.partition.of[v]].push_back(v);
  // They stand in order of smallest member, and a stable sort keeps that among equals.
  std::ranges::stable_sort(found.members, std::greater(), &std::vector<Vertex>::size);
  found.community.resize(found.graph.size());
  for (std::size_t c = 0; c < found.members.size(); ++c) {
    for (const Vertex v : found.members[c]) found.community[v] = static_cast<Vertex>(c);
    std::ranges::stable_sort(found.members[c], std::greater(),
                             [&](Vertex v) { return found.strength[v]; });
  }
  return found;
}

Kind main_kind(const Graph& whole, const Found& found, std::size_t c) {
  std::vector<std::size_t> counts(kinds().size());
  for (const Vertex v : found.members[c])
    ++counts[static_cast<std::size_t>(whole.node_kind(found.graph.nodes[v]))];
  return static_cast<Kind>(std::ranges::max_element(counts) - counts.begin());
}

/// The share of the members' weights that stays inside; NaN when they have none.
double share_inside(const Found& found, std::size_t c) {
  double inside = 0;
  double all = 0;
  for (const Vertex v : found.members[c]) {
    all += found.strength[v];
    for (std::uint32_t i = found.graph.out.begin[v]; i < found.graph.out.begin[v + 1]; ++i)
      if (found.community[found.graph.out.to[i]] == c) inside += found.graph.out.weight_of(i);
  }
  return all > 0 ? inside / all : std::numeric_limits<double>::quiet_NaN();
}

Score community_score(const Found& found, const Subset& scope, std::string name) {
  std::vector<double> numbers;
  for (const Vertex c : found.community) numbers.push_back(static_cast<double>(c) + 1);
  return node_score(found.graph, scope, std::move(name), numbers);
}

/// For each later community the earlier one it continues, or the number of earlier ones.
std::vector<std::size_t> continued(const Found& before, const Found& after) {
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> shared;
  for (Vertex v = 0; v < after.graph.size(); ++v) {
    const Vertex earlier = before.graph.place[after.graph.nodes[v]];
    if (earlier != none) ++shared[{before.community[earlier], after.community[v]}];
  }
  std::vector<std::tuple<std::size_t, std::size_t, std::size_t>> by_size;
  for (const auto& [pair, count] : shared) by_size.emplace_back(count, pair.first, pair.second);
  std::ranges::sort(by_size, [](const auto& a, const auto& b) {
    return std::get<0>(a) != std::get<0>(b) ? std::get<0>(a) > std::get<0>(b) : a < b;
  });
  std::vector<std::size_t> result(after.members.size(), before.members.size());
  std::vector<bool> taken(before.members.size());
  for (const auto& [count, earlier, later] : by_size) {
    if (taken[earlier] || result[later] != before.members.size()) continue;
    taken[earlier] = true;
    result[later] = earlier;
  }
  return result;
}

Community describe(const Graph& whole, const Found& found, std::size_t c) {
  const std::vector<Vertex>& members = found.members[c];
  Community community{members.size(), main_kind(whole, found, c), share_inside(found, c)};
  for (std::size_t i = 0; i < std::min(members_shown, members.size()); ++i)
    community.members.push_back(found.graph.nodes[members[i]]);
  return community;
}

std::string_view name_of(CompanyChange change) {
  switch (change) {
    case CompanyChange::moved: return "moved";
    case CompanyChange::appeared: return "new";
    case CompanyChange::gone: return "gone";
    case CompanyChange::bridges: break;
  }
  return "bridges";
}

Cell share_cell(double share) { return std::isnan(share) ? Cell() : Cell(share); }

}  // namespace

CommunitiesAnswer communities(const Subset& scope, const CommunitiesOptions& options) {
  const Found found = find(scope, options);
  CommunitiesAnswer answer{.count = found.members.size(),
                           .modularity = found.modularity,
                           .left_out = edges_left_out(found.graph, options.weight),
                           .subset = scope};
  for (std::size_t c = 0; c < found.members.size() && found.members[c].size() > 1; ++c)
    answer.communities.push_back(describe(scope.graph(), found, c));
  answer.subset.set_score(community_score(found, scope, "community"));
  return answer;
}

Table table_of(const CommunitiesAnswer& answer, const Context& /*context*/) {
  const Graph& graph = answer.subset.graph();
  Table table;
  table.facts = {{"communities", count_cell(answer.count)},
                 {"modularity", Cell(answer.modularity)}};
  table.columns = {{"community", ColumnType::integer}, {"label", ColumnType::text},
                   {"size", ColumnType::integer},      {"main_kind", ColumnType::text},
                   {"inside", ColumnType::number},     {"members", ColumnType::list}};
  for (std::size_t c = 0; c < answer.communities.size(); ++c) {
    const Community& community = answer.communities[c];
    table.add_row({count_cell(c + 1), name_cell(graph, community.members.front()),
                   count_cell(community.size), text_cell(name_of(community.main_kind)),
                   share_cell(community.inside), names_cell(graph, community.members)});
  }
  const std::size_t alone = answer.count - answer.communities.size();
  if (alone > 0)
    table.notes.push_back(counted(alone, "node is a community", "nodes are each a community") +
                          " of its own, not listed.");
  if (auto bare = note_of_bare_nodes(answer.subset)) table.notes.push_back(std::move(*bare));
  for (std::string& note : notes_of(answer.left_out)) table.notes.push_back(std::move(note));
  return table;
}

CommunityChangesAnswer compare_communities(const Subset& before, const Subset& after,
                                           const CommunitiesOptions& options) {
  const Found earlier = find(before, options);
  const Found later = find(after, options);
  const std::vector<std::size_t> origin = continued(earlier, later);
  const std::vector<double> reach = participation(later.graph.out, later.community,
                                                  static_cast<std::uint32_t>(later.members.size()));

  CommunityChangesAnswer answer{.count_before = earlier.members.size(),
                                .count_after = later.members.size(),
                                .modularity_before = earlier.modularity,
                                .modularity_after = later.modularity,
                                .subset = after};
  answer.subset.set_score(community_score(earlier, before, "community_before"));
  answer.subset.set_score(community_score(later, after, "community"));
  answer.subset.set_score(node_score(later.graph, after, "reach", reach));
  for (const NodeId n : after.graph().nodes()) {
    const Vertex was = earlier.graph.place[n];
    const Vertex is = later.graph.place[n];
    if (was == none && is == none) continue;
    CommunityChange one{.node = n, .reach = std::numeric_limits<double>::quiet_NaN()};
    if (was != none) one.before = earlier.strongest(earlier.community[was]);
    if (is != none) {
      one.after = later.strongest(later.community[is]);
      one.reach = reach[is];
    }
    if (was == none) one.change = CompanyChange::appeared;
    else if (is == none) one.change = CompanyChange::gone;
    else if (origin[later.community[is]] != earlier.community[was])
      one.change = CompanyChange::moved;
    else if (one.reach >= 0.5) one.change = CompanyChange::bridges;
    else continue;
    answer.changes.push_back(one);
  }
  return answer;
}

Table table_of(const CommunityChangesAnswer& answer, const Context& context) {
  PeriodicCheck check(context);
  const Graph& graph = answer.subset.graph();
  Table table;
  table.facts = {{"communities_before", count_cell(answer.count_before)},
                 {"communities_after", count_cell(answer.count_after)},
                 {"modularity_before", Cell(answer.modularity_before)},
                 {"modularity_after", Cell(answer.modularity_after)}};
  table.columns = {{"node", ColumnType::text},   detail_column("node_id"),
                   {"kind", ColumnType::text},   {"change", ColumnType::text},
                   {"before", ColumnType::text}, {"after", ColumnType::text},
                   {"reach", ColumnType::number}};
  const auto label = [&](NodeId n) { return n == none ? Cell() : name_cell(graph, n); };
  for (const CommunityChange& one : answer.changes) {
    check.count();
    table.add_row({name_cell(graph, one.node), id_cell(graph, one.node), kind_cell(graph, one.node),
                   text_cell(name_of(one.change)), label(one.before), label(one.after),
                   share_cell(one.reach)});
  }
  table.notes.emplace_back(
      "Communities correspond when they share the most members; a community is named after its "
      "strongest member. Reach: 0 when all its weight lies in one community; from 0.5 on it "
      "bridges.");
  return table;
}

}  // namespace oscegraph
