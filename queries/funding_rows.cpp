// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/funding_rows.hpp"

#include <algorithm>

#include "oscegraph/graph/text.hpp"
#include "oscegraph/queries/labels.hpp"

namespace oscegraph {
namespace {

using enum FundingPart;

template <typename Choose>
std::vector<NodeId> distinct_nodes(const Graph& graph, const std::vector<FundingLink>& links,
                                   Choose choose) {
  std::vector<NodeId> nodes;
  for (const FundingLink& link : links)
    if (const NodeId n = choose(link); n != none) nodes.push_back(n);
  std::ranges::sort(nodes);
  const auto repeated = std::ranges::unique(nodes);
  nodes.erase(repeated.begin(), repeated.end());
  std::ranges::sort(nodes, ByName(graph));
  return nodes;
}

/// Places in the order of names, so that rows are sorted by numbers.
class NameRanks {
 public:
  NameRanks(const Graph& graph, const std::vector<FundingLink>& links) : rank_(graph.node_count()) {
    std::uint32_t next = 0;
    for (const FundingPart part : {payer, project, office})
      for (const NodeId n : distinct_by_name(graph, links, part)) rank_[n] = ++next;
  }
  std::uint32_t operator()(NodeId node) const { return rank_[node]; }

 private:
  std::vector<std::uint32_t> rank_;
};

bool same_row(const FundingShape& shape, const FundingLink& a, const FundingLink& b) {
  return std::ranges::all_of(
      shape.keys, [&](FundingPart part) { return node_of(a, part) == node_of(b, part); });
}

/// The links of each row, the rows in order.
std::vector<std::vector<FundingLink>> gather(const Graph& graph, const FundingShape& shape,
                                             std::vector<FundingLink> links) {
  const NameRanks rank(graph, links);
  std::ranges::stable_sort(links, [&](const FundingLink& a, const FundingLink& b) {
    for (const FundingPart part : shape.keys)
      if (node_of(a, part) != node_of(b, part))
        return rank(node_of(a, part)) < rank(node_of(b, part));
    return false;
  });
  std::vector<std::vector<FundingLink>> rows;
  for (const FundingLink& link : links) {
    if (rows.empty() || !same_row(shape, rows.back().front(), link)) rows.emplace_back();
    rows.back().push_back(link);
  }
  return rows;
}

bool any_direct(const std::vector<FundingLink>& links) {
  return std::ranges::any_of(
      links, [](const FundingLink& link) { return link.project == none && link.office != none; });
}

std::vector<NodeId> agencies_between(const Graph& graph, const std::vector<FundingLink>& links) {
  return distinct_nodes(graph, links, [](const FundingLink& link) {
    return link.funder == link.payer ? none : link.funder;
  });
}

/// Agencies and States that are paid themselves.
std::vector<NodeId> other_recipients(const Graph& graph, const std::vector<FundingLink>& links) {
  return distinct_nodes(graph, links, [&](const FundingLink& link) {
    const NodeId to = graph.edge_to(link.edge);
    const Kind kind = graph.node_kind(to);
    return kind == Kind::agency || kind == Kind::state ? to : none;
  });
}

bool all_states(const Graph& graph, const std::vector<FundingLink>& links) {
  return std::ranges::all_of(
      links, [&](const FundingLink& link) { return graph.node_kind(link.payer) == Kind::state; });
}

/// Writes the table column by column group: keys, lists, marks, money, evidence. Each group adds
/// its columns once and its cells to every row.
class TableWriter {
 public:
  TableWriter(const Subset& scope, FundingBy by, const std::vector<FundingLink>& links)
      : scope_(scope),
        graph_(scope.graph()),
        shape_(shape_of(by)),
        payers_are_states_(by != FundingBy::donor && all_states(graph_, links)),
        rows_(gather(graph_, shape_, links)),
        cells_(rows_.size()) {
    for (const auto& row : rows_) sums_.push_back(sum_up(scope_, row));
  }

  Table write() {
    for (const FundingPart part : shape_.keys) add_key(part);
    for (const FundingPart part : shape_.lists) add_list(part);
    add_marks();
    add_money();
    add_evidence();
    for (auto& row : cells_) table_.add_row(std::move(row));
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
    for (std::size_t i = 0; i < rows_.size(); ++i) cells_[i].push_back(make_cell(i));
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
    const auto node = [this, part](std::size_t i) { return node_of(rows_[i].front(), part); };
    add_column(part_name(part), ColumnType::text,
               [&](std::size_t i) { return name_cell(graph_, node(i)); });
    add_column(detail_column(part_name(part) + "_id"),
               [&](std::size_t i) { return id_cell(graph_, node(i)); });
    if (part == payer && !payers_are_states_)
      add_column("kind", ColumnType::text,
                 [&](std::size_t i) { return kind_cell(graph_, node(i)); });
  }

  void add_list(FundingPart part) {
    add_column(part_name(part) + "s", ColumnType::list, [&](std::size_t i) {
      return names_cell(graph_, distinct_by_name(graph_, rows_[i], part));
    });
  }

  /// Columns that only some answers have: paid outside any project, to agencies and States, through
  /// the State's agencies.
  void add_marks() {
    if (std::ranges::any_of(rows_, any_direct))
      add_column("direct", ColumnType::boolean,
                 [&](std::size_t i) { return any_direct(rows_[i]); });
    add_list_if_any("other_recipients", other_recipients);
    add_list_if_any("through", agencies_between);
  }

  template <typename NodesOf>
  void add_list_if_any(std::string name, NodesOf nodes_of) {
    const auto has_some = [&](const auto& row) { return !nodes_of(graph_, row).empty(); };
    if (std::ranges::any_of(rows_, has_some))
      add_column(std::move(name), ColumnType::list,
                 [&](std::size_t i) { return names_cell(graph_, nodes_of(graph_, rows_[i])); });
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
               [&](std::size_t i) { return count_cell(sums_[i].documents.size()); });
    add_column("first", ColumnType::date,
               [&](std::size_t i) { return date_cell(sums_[i].time.first()); });
    add_column("last", ColumnType::date,
               [&](std::size_t i) { return date_cell(sums_[i].time.last()); });
  }

  const Subset& scope_;
  const Graph& graph_;
  const FundingShape& shape_;
  bool payers_are_states_;
  std::vector<std::vector<FundingLink>> rows_;
  std::vector<FundingSum> sums_;
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

std::vector<NodeId> distinct_by_name(const Graph& graph, const std::vector<FundingLink>& links,
                                     FundingPart part) {
  return distinct_nodes(graph, links,
                        [part](const FundingLink& link) { return node_of(link, part); });
}

Table funding_table(const Subset& scope, FundingBy by, const std::vector<FundingLink>& links) {
  return TableWriter(scope, by, links).write();
}

Table funding_matrix(const Subset& scope, const std::vector<FundingLink>& links) {
  const Graph& graph = scope.graph();
  const std::vector<NodeId> offices = distinct_by_name(graph, links, office);
  const std::vector<std::string> names = short_names(graph, offices);
  Table table;
  const std::string first = all_states(graph, links) ? "state" : "funder";
  table.columns = {{first, ColumnType::text}, detail_column(first + "_id")};
  for (const std::string& name : names) table.columns.push_back({name, ColumnType::integer});
  if (!offices.empty()) table.notes.push_back(legend(graph, offices, names));

  for (const auto& row : gather(graph, {{payer}, {}}, links)) {
    std::vector<Cell> cells{name_cell(graph, row.front().payer), id_cell(graph, row.front().payer)};
    cells.resize(2 + offices.size());
    for (const auto& pair : gather(graph, shape_of(FundingBy::state_office), row)) {
      const auto column = std::ranges::find(offices, pair.front().office) - offices.begin();
      const std::size_t projects = distinct_by_name(graph, pair, project).size();
      cells[2 + static_cast<std::size_t>(column)] = count_cell(std::max<std::size_t>(projects, 1));
    }
    table.add_row(std::move(cells));
  }
  return table;
}

}  // namespace oscegraph
