// SPDX-License-Identifier: Apache-2.0
//
// Ranks all names once, and then groups the links by the ranks of their nodes, so that no names are
// compared for each link.
#include "oscegraph/queries/funding/funding_group.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "oscegraph/graph/columns/id_set.hpp"
#include "oscegraph/graph/threads/parallel.hpp"
#include "oscegraph/queries/labels.hpp"

namespace oscegraph {
namespace {

using enum FundingPart;

constexpr NodeId node_of(const FundingLink& link, FundingPart part) {
  switch (part) {
    case payer: return link.payer;
    case project: return link.project;
    case office: break;
  }
  return link.office;
}

void set_node(FundingRow& row, FundingPart part, NodeId node) {
  switch (part) {
    case payer: row.payer = node; return;
    case project: row.project = node; return;
    case office: row.office = node; return;
  }
}

bool is_direct(const FundingLink& link) { return link.project == none && link.office != none; }

// --- which nodes of a link the lists of an answer are about

NodeId payer_of(const Graph& /*graph*/, const FundingLink& link) { return link.payer; }
NodeId project_of(const Graph& /*graph*/, const FundingLink& link) { return link.project; }
NodeId office_of(const Graph& /*graph*/, const FundingLink& link) { return link.office; }

/// The agency through which a State pays.
NodeId agency_of(const Graph& /*graph*/, const FundingLink& link) {
  return link.funder == link.payer ? none : link.funder;
}

/// An agency or State that is itself what is paid.
NodeId other_recipient(const Graph& graph, const FundingLink& link) {
  if (link.office != none) return none;
  const NodeId to = graph.edge_to(link.edge);
  const Kind kind = graph.node_kind(to);
  return kind == Kind::agency || kind == Kind::state ? to : none;
}

struct List {
  Groups<NodeId> FundingAnswer::*nodes;
  NodeId (*node_in)(const Graph& graph, const FundingLink& link);
};
constexpr std::array<List, 3> part_lists{{{&FundingAnswer::payers, payer_of},
                                          {&FundingAnswer::projects, project_of},
                                          {&FundingAnswer::offices, office_of}}};
constexpr std::array<List, 2> other_lists{
    {{&FundingAnswer::other_recipients, other_recipient}, {&FundingAnswer::through, agency_of}}};

/// A matrix shows nothing but its projects.
std::vector<List> lists_of(const FundingShape& shape, bool matrix) {
  std::vector<List> lists;
  if (!matrix) lists.assign(other_lists.begin(), other_lists.end());
  for (const FundingPart part : shape.lists)
    lists.push_back(part_lists.at(static_cast<std::size_t>(part)));
  return lists;
}

/// Every node that can be named in a row of these links.
IdSet all_nodes_of(const Graph& graph, const FundingLinks& links) {
  IdSet nodes(graph.node_count());
  for (const FundingLink& link : links.all())
    for (const NodeId n :
         {link.payer, link.funder, link.project, link.office, graph.edge_to(link.edge)})
      if (n != none) nodes.insert(n);
  return nodes;
}

/// The nodes that rows are about.
IdSet key_nodes_of(const Graph& graph, const FundingLinks& links, const FundingShape& shape) {
  IdSet nodes(graph.node_count());
  for (const FundingLink& link : links.all())
    for (const FundingPart part : shape.keys) nodes.insert(node_of(link, part));
  return nodes;
}

bool all_states(const Graph& graph, const FundingLinks& links) {
  return std::ranges::all_of(links.all(), [&](const FundingLink& link) {
    return graph.node_kind(link.payer) == Kind::state;
  });
}

/// For each link a place in some order, and how many places there are.
struct Places {
  std::vector<std::uint32_t> of;
  std::size_t count = 0;
};

/// In the order of the nodes' names, without gaps. Precondition: every link has such a node.
Places places_of(const FundingLinks& links, FundingPart part, const NameRanks& ranks) {
  std::vector<std::uint32_t> place(ranks.size(), none);  // by rank
  for (const FundingLink& link : links.all()) place[ranks.place(node_of(link, part))] = 0;
  Places places;
  for (std::uint32_t& one : place)
    if (one != none) one = static_cast<std::uint32_t>(places.count++);
  places.of.reserve(links.size());
  for (const FundingLink& link : links.all())
    places.of.push_back(place[ranks.place(node_of(link, part))]);
  return places;
}

/// In the order of the first places, and where those are the same, of the second.
Places combine(const Places& first, const Places& second, const Context& context) {
  PeriodicCheck check(context);
  struct Entry {
    std::uint32_t second;
    std::uint32_t link;
  };
  const Groups<Entry> by_first = group_by_key<Entry>(
      first.of.size(), first.count, context, [&](std::size_t i) { return first.of[i]; },
      [&](std::size_t i) {
        return Entry{second.of[i], static_cast<std::uint32_t>(i)};
      });
  Places both;
  both.of.resize(first.of.size());
  std::vector<std::uint32_t> place_at(second.count, none);  // of those with one of the first places
  std::vector<std::uint32_t> found;
  for (std::size_t group = 0; group < by_first.size(); ++group) {
    found.clear();
    check.count(by_first.of(group).size() + 1);
    for (const Entry& entry : by_first.of(group))
      if (std::exchange(place_at[entry.second], 0) == none) found.push_back(entry.second);
    std::ranges::sort(found);
    for (const std::uint32_t second_place : found)
      place_at[second_place] = static_cast<std::uint32_t>(both.count++);
    for (const Entry& entry : by_first.of(group)) both.of[entry.link] = place_at[entry.second];
    for (const std::uint32_t second_place : found) place_at[second_place] = none;
  }
  return both;
}

/// Which row each link is in, rows in order of their nodes' names.
Places rows_of(const FundingLinks& links, const FundingShape& shape, const NameRanks& ranks,
               const Context& context) {
  std::vector<Places> keys(shape.keys.size());
  parallel_for(keys.size(), context, [&](std::size_t key, unsigned) {
    keys[key] = places_of(links, shape.keys[key], ranks);
  });
  return keys.size() == 1 ? std::move(keys[0]) : combine(keys[0], keys[1], context);
}

template <typename Visit>
void each_link(const FundingLinks& links, const std::vector<std::uint32_t>& row_of,
               const Visit& visit) {
  auto row = row_of.begin();
  for (const FundingLink& link : links.all()) visit(link, *row++);
}

/// Sorts the values of each row and leaves each once.
void sort_once(const Context& context, Groups<std::uint32_t>& groups) {
  constexpr std::size_t grain = 1024;
  if (groups.empty()) return;
  std::vector<std::uint32_t> ends(groups.size());
  const auto at = [&](std::uint32_t i) {
    return groups.values.begin() + static_cast<std::ptrdiff_t>(i);
  };
  parallel_ranges(
      groups.size(), grain, context, [&](std::size_t first, std::size_t last, unsigned) {
        for (std::size_t row = first; row < last; ++row) {
          const auto begin = at(groups.begins[row]);
          const auto end = at(groups.begins[row + 1]);
          std::sort(begin, end);
          ends[row] = static_cast<std::uint32_t>(std::unique(begin, end) - groups.values.begin());
        }
      });
  std::uint32_t next = 0;
  for (std::size_t row = 0; row < ends.size(); ++row) {
    const std::uint32_t begin = std::exchange(groups.begins[row], next);
    for (std::uint32_t i = begin; i < ends[row]; ++i) groups.values[next++] = groups.values[i];
  }
  groups.begins.back() = next;
  groups.values.resize(next);
}

}  // namespace

const FundingShape& shape_of(FundingBy by) {
  static const std::vector<FundingShape> shapes{{{payer, office}, {project}},
                                                {{payer}, {office, project}},
                                                {{office}, {payer, project}},
                                                {{project}, {payer, office}},
                                                {{payer}, {office, project}}};
  return shapes.at(static_cast<std::size_t>(by));
}

std::vector<std::uint32_t> group_links(const Graph& graph, const FundingLinks& links,
                                       FundingAnswer& answer, const Context& context) {
  const FundingShape& shape = shape_of(answer.by);
  const bool names_lists = !answer.matrix;  // a matrix counts what is listed
  const NameRanks ranks(
      graph, names_lists ? all_nodes_of(graph, links) : key_nodes_of(graph, links, shape));
  Places rows = rows_of(links, shape, ranks, context);
  answer.payers_are_states = answer.by != FundingBy::donor && all_states(graph, links);
  answer.rows.resize(rows.count);
  const Groups<NodeId> no_nodes{std::vector<std::uint32_t>(rows.count + 1), {}};
  for (const List& list : part_lists) answer.*list.nodes = no_nodes;
  for (const List& list : other_lists) answer.*list.nodes = no_nodes;

  const std::vector<List> lists = lists_of(shape, answer.matrix);
  parallel_for(lists.size() + 1, context, [&](std::size_t i, unsigned) {
    if (i == lists.size())
      return each_link(links, rows.of, [&](const FundingLink& link, std::uint32_t number) {
        FundingRow& row = answer.rows[number];
        for (const FundingPart part : shape.keys) set_node(row, part, node_of(link, part));
        row.direct = row.direct || is_direct(link);
      });
    answer.*lists[i].nodes = group_pairs<NodeId>(rows.count, [&](const auto& put) {
      each_link(links, rows.of, [&](const FundingLink& link, std::uint32_t row) {
        const NodeId n = lists[i].node_in(graph, link);
        if (n != none) put(row, names_lists ? ranks.place(n) : n);
      });
    });
  });
  for (const List& list : lists) {
    Groups<NodeId>& nodes = answer.*list.nodes;
    sort_once(context, nodes);
    if (names_lists)
      for (NodeId& n : nodes.values) n = ranks.node(n);
  }
  return std::move(rows.of);
}

}  // namespace oscegraph
