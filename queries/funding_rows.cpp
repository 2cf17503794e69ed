// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/funding_rows.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <optional>
#include <ranges>

#include "oscegraph/graph/id_set.hpp"
#include "oscegraph/graph/text.hpp"
#include "oscegraph/queries/grouped.hpp"
#include "oscegraph/queries/labels.hpp"

namespace oscegraph {
namespace {

using enum FundingPart;

IdSet nodes_of(const Graph& graph, std::span<const FundingLink> links, FundingPart part) {
  IdSet nodes(graph.node_count());
  for (const FundingLink& link : links)
    if (const NodeId n = node_of(link, part); n != none) nodes.insert(n);
  return nodes;
}

/// Every node that can be named in a row of these links.
IdSet all_nodes_of(const Graph& graph, std::span<const FundingLink> links) {
  IdSet nodes(graph.node_count());
  for (const FundingLink& link : links)
    for (const NodeId n :
         {link.payer, link.funder, link.project, link.office, graph.edge_to(link.edge)})
      if (n != none) nodes.insert(n);
  return nodes;
}

bool same_row(const FundingShape& shape, const FundingLink& a, const FundingLink& b) {
  return std::ranges::all_of(
      shape.keys, [&](FundingPart part) { return node_of(a, part) == node_of(b, part); });
}

bool is_direct(const FundingLink& link) { return link.project == none && link.office != none; }

/// The agency through which a State pays.
NodeId agency_of(const FundingLink& link) { return link.funder == link.payer ? none : link.funder; }

/// An agency or State that is itself what is paid.
NodeId other_recipient(const Graph& graph, const FundingLink& link) {
  if (link.office != none) return none;
  const NodeId to = graph.edge_to(link.edge);
  const Kind kind = graph.node_kind(to);
  return kind == Kind::agency || kind == Kind::state ? to : none;
}

bool all_states(const Graph& graph, std::span<const FundingLink> links) {
  return std::ranges::all_of(
      links, [&](const FundingLink& link) { return graph.node_kind(link.payer) == Kind::state; });
}

/// Writes the table column by column group: keys, lists, marks, money, evidence. Each group adds
/// its columns once and its cells to every row.
class TableWriter {
 public:
  TableWriter(const Graph& graph, FundingBy by, std::span<const FundingLink> links,
              const FundingRows& rows, const std::vector<FundingSum>& sums)
      : graph_(graph),
        shape_(shape_of(by)),
        payers_are_states_(by != FundingBy::donor && all_states(graph_, links)),
        links_(links),
        rows_(rows),
        sums_(sums),
        cells_(rows.first.size()) {
    if (links.size() <= most_links_named) before_.emplace(graph, all_nodes_of(graph, links));
  }

  Table write() {
    for (const FundingPart part : shape_.keys) add_key(part);
    for (const FundingPart part : shape_.lists)
      add_list(part_name(part) + "s",
               [part](const FundingLink& link) { return node_of(link, part); });
    add_marks();
    add_money();
    add_evidence();
    for (auto& row : cells_) table_.add_row(std::move(row));
    if (!before_)
      table_.notes.push_back(
          "Numbers stand where names would be, too many for anybody to read; ask "
          "for fewer funders or offices to have them.");
    return std::move(table_);
  }

 private:
  template <typename MakeCell>
  void add_column(std::string name, ColumnType type, MakeCell make_cell) {
    add_column(Column{std::move(name), type}, make_cell);
  }

  template <typename MakeCell>
  void add_column(Column column, MakeCell make_cell) {
    table_.columns.push_back(std::move(column));
    for (std::size_t i = 0; i < cells_.size(); ++i) cells_[i].push_back(make_cell(i));
  }

  [[nodiscard]] std::string part_name(FundingPart part) const {
    switch (part) {
      case payer: return payers_are_states_ ? "state" : "funder";
      case project: return "project";
      case office: break;
    }
    return "office";
  }

  void add_key(FundingPart part) {
    const auto node = [this, part](std::size_t i) { return node_of(links_[rows_.first[i]], part); };
    add_column(part_name(part), ColumnType::text,
               [&](std::size_t i) { return name_cell(graph_, node(i)); });
    add_column(detail_column(part_name(part) + "_id"),
               [&](std::size_t i) { return id_cell(graph_, node(i)); });
    if (part == payer && !payers_are_states_)
      add_column("kind", ColumnType::text,
                 [&](std::size_t i) { return kind_cell(graph_, node(i)); });
  }

  /// The nodes that `choose` picks from each row's links: their names, or their number when there
  /// are too many names for anybody to read.
  template <typename Choose>
  void add_list(std::string name, const Choose& choose) {
    const Grouped<std::uint32_t> nodes(cells_.size(), [&](const auto& put) {
      for (std::size_t i = 0; i < links_.size(); ++i)
        if (const NodeId n = choose(links_[i]); n != none) put(rows_.row_of[i], n);
    });
    if (!before_) {
      const std::vector<std::uint32_t> counts = count_distinct(nodes, graph_.node_count());
      add_column(std::move(name), ColumnType::integer,
                 [&](std::size_t i) { return count_cell(counts[i]); });
      return;
    }
    add_column(std::move(name), ColumnType::list, [&](std::size_t i) {
      std::vector<NodeId> sorted(nodes.of(i).begin(), nodes.of(i).end());
      std::ranges::sort(sorted, std::cref(*before_));
      const auto repeated = std::ranges::unique(sorted);
      sorted.erase(repeated.begin(), repeated.end());
      return names_cell(graph_, sorted);
    });
  }

  /// Columns that only some answers have: paid outside any project, to agencies and States, through
  /// the State's agencies.
  void add_marks() {
    IdSet direct(cells_.size());
    for (std::size_t i = 0; i < links_.size(); ++i)
      if (is_direct(links_[i])) direct.insert(rows_.row_of[i]);
    if (!direct.empty())
      add_column("direct", ColumnType::boolean, [&](std::size_t i) {
        return Cell(direct.contains(static_cast<std::uint32_t>(i)));
      });
    add_list_if_any("other_recipients",
                    [this](const FundingLink& link) { return other_recipient(graph_, link); });
    add_list_if_any("through", agency_of);
  }

  template <typename Choose>
  void add_list_if_any(std::string name, const Choose& choose) {
    if (std::ranges::any_of(links_, [&](const FundingLink& l) { return choose(l) != none; }))
      add_list(std::move(name), choose);
  }

  void add_money() {
    std::map<LedgerKey, bool> disputed;
    for (const FundingSum& sum : sums_)
      for (const auto& [key, amount] : sum.money.sums())
        disputed[key] = disputed[key] || amount.low != amount.high;
    for (const auto& [key, is_disputed] : disputed) {
      add_amounts(column_name(key), key, &Range::low);
      if (is_disputed) add_amounts(column_name(key) + "_max", key, &Range::high);
    }
  }

  void add_amounts(std::string name, const LedgerKey& key, std::int64_t Range::*reading) {
    add_column(std::move(name), ColumnType::money, [&](std::size_t i) -> Cell {
      const Range* amount = sums_[i].money.find(key);
      if (amount == nullptr) return std::monostate{};
      return Money{amount->*reading, key.currency};
    });
  }

  void add_evidence() {
    add_column("documents", ColumnType::integer,
               [&](std::size_t i) { return count_cell(sums_[i].documents); });
    add_column("first", ColumnType::date,
               [&](std::size_t i) { return date_cell(sums_[i].time.first()); });
    add_column("last", ColumnType::date,
               [&](std::size_t i) { return date_cell(sums_[i].time.last()); });
  }

  const Graph& graph_;
  const FundingShape& shape_;
  bool payers_are_states_;
  std::span<const FundingLink> links_;
  const FundingRows& rows_;
  const std::vector<FundingSum>& sums_;
  std::optional<NameRanks> before_;  ///< where lists have names
  std::vector<std::vector<Cell>> cells_;
  Table table_;
};

/// Short names for the columns of a matrix: what follows the colon of the id ("office:dushanbe"),
/// or the whole id when that would not tell them apart.
std::vector<std::string> short_names(const Graph& graph, const std::vector<NodeId>& offices) {
  std::vector<std::string> ids;
  std::vector<std::string> names;
  for (const NodeId n : offices) {
    const std::string_view id = graph.node_id(n);
    ids.emplace_back(id);
    names.emplace_back(id.substr(id.find(':') + 1));
  }
  std::vector<std::string> sorted = names;
  sorted.emplace_back("state");
  std::ranges::sort(sorted);
  const bool unclear =
      std::ranges::adjacent_find(sorted) != sorted.end() ||
      std::ranges::any_of(names, [](const std::string& name) { return name.empty(); });
  return unclear ? ids : names;
}

std::string legend(const Graph& graph, const std::vector<NodeId>& offices,
                   const std::vector<std::string>& names) {
  std::vector<std::string> entries;
  for (std::size_t i = 0; i < offices.size(); ++i)
    entries.push_back(names[i] + " is " + display_name(graph, offices[i]));
  return "Columns: " + join(entries, "; ") + '.';
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

FundingRows gather(const Graph& graph, const FundingShape& shape,
                   std::span<const FundingLink> links) {
  std::vector<std::uint32_t> order(links.size());
  std::iota(order.begin(), order.end(), 0U);
  for (const FundingPart part :
       shape.keys | std::views::reverse) {  // each sort keeps the last one's
    const NameRanks ranks(graph, nodes_of(graph, links, part));
    order = Grouped<std::uint32_t>(ranks.size(), [&](const auto& put) {
              for (const std::uint32_t i : order) put(ranks.place(node_of(links[i], part)), i);
            }).values();
  }
  FundingRows rows;
  rows.row_of.resize(links.size());
  for (const std::uint32_t i : order) {
    if (rows.first.empty() || !same_row(shape, links[rows.first.back()], links[i]))
      rows.first.push_back(i);
    rows.row_of[i] = static_cast<std::uint32_t>(rows.first.size() - 1);
  }
  return rows;
}

Table funding_table(const Graph& graph, FundingBy by, std::span<const FundingLink> links,
                    const FundingRows& rows, const std::vector<FundingSum>& sums) {
  return TableWriter(graph, by, links, rows, sums).write();
}

Table funding_matrix(const Graph& graph, std::span<const FundingLink> links) {
  const NameRanks columns(graph, nodes_of(graph, links, office));
  std::vector<NodeId> offices(columns.size());
  for (const NodeId n : nodes_of(graph, links, office)) offices[columns.place(n)] = n;
  const std::vector<std::string> names = short_names(graph, offices);
  Table table;
  const std::string first = all_states(graph, links) ? "state" : "funder";
  table.columns = {{first, ColumnType::text}, detail_column(first + "_id")};
  for (const std::string& name : names) table.columns.push_back({name, ColumnType::integer});
  if (!offices.empty()) table.notes.push_back(legend(graph, offices, names));

  const FundingRows pairs = gather(graph, shape_of(FundingBy::state_office), links);
  const Grouped<std::uint32_t> projects(pairs.first.size(), [&](const auto& put) {
    for (std::size_t i = 0; i < links.size(); ++i)
      if (links[i].project != none) put(pairs.row_of[i], links[i].project);
  });
  const std::vector<std::uint32_t> counts = count_distinct(projects, graph.node_count());
  NodeId row = none;
  for (std::size_t pair = 0; pair < counts.size(); ++pair) {
    const FundingLink& link = links[pairs.first[pair]];
    if (link.payer != row) {
      row = link.payer;
      std::vector<Cell> cells{name_cell(graph, row), id_cell(graph, row)};
      cells.resize(2 + offices.size());
      table.add_row(std::move(cells));
    }
    table.rows.back()[2 + columns.place(link.office)] = count_cell(std::max(counts[pair], 1U));
  }
  return table;
}

}  // namespace oscegraph
