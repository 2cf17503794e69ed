// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/funding/funding_rows.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include "oscegraph/graph/id_set.hpp"
#include "oscegraph/graph/parallel.hpp"
#include "oscegraph/graph/text.hpp"
#include "oscegraph/queries/funding/count_distinct.hpp"
#include "oscegraph/queries/labels.hpp"

namespace oscegraph {
namespace {

using enum FundingPart;

IdSet nodes_of(const Graph& graph, const FundingLinks& links, FundingPart part) {
  IdSet nodes(graph.node_count());
  for (const FundingLink& link : links.all())
    if (const NodeId n = node_of(link, part); n != none) nodes.insert(n);
  return nodes;
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

bool all_states(const Graph& graph, const FundingLinks& links) {
  return std::ranges::all_of(links.all(), [&](const FundingLink& link) {
    return graph.node_kind(link.payer) == Kind::state;
  });
}

/// Writes the table column by column group: keys, lists, marks, money, evidence. Each group adds its
/// columns and says how a row's cells are made; then all rows are.
class TableWriter {
 public:
  TableWriter(const Graph& graph, FundingBy by, const FundingLinks& links, const FundingRows& rows,
              const std::vector<FundingSum>& sums, const std::vector<std::uint32_t>& documents,
              const Context& context)
      : context_(context),
        graph_(graph),
        shape_(shape_of(by)),
        payers_are_states_(by != FundingBy::donor && all_states(graph_, links)),
        links_(links),
        rows_(rows),
        sums_(sums),
        documents_(documents) {
    if (links.size() <= most_links_named) before_.emplace(graph, all_nodes_of(graph, links));
  }

  Table write() {
    for (const FundingPart part : shape_.keys) add_key(part);
    add_lists();
    add_money();
    add_evidence();
    add_rows();
    if (!before_)
      table_.notes.push_back(
          "Numbers stand where names would be, too many for anybody to read; ask "
          "for fewer funders or offices to have them.");
    return std::move(table_);
  }

 private:
  using Cells = std::vector<Cell>;

  template <typename MakeCell>
  void add_column(std::string name, ColumnType type, MakeCell make_cell) {
    add_column(Column{std::move(name), type}, std::move(make_cell));
  }

  template <typename MakeCell>
  void add_column(Column column, MakeCell make_cell) {
    table_.columns.push_back(std::move(column));
    makers_.push_back([make_cell = std::move(make_cell)](std::size_t row, Cells& cells) {
      cells.push_back(make_cell(row));
    });
  }

  void add_rows() {
    constexpr std::size_t grain = 1024;
    std::vector<Cells> rows(rows_.first.size());
    parallel_ranges(rows.size(), grain, context_,
                    [&](std::size_t first, std::size_t last, unsigned) {
                      for (std::size_t i = first; i < last; ++i) {
                        rows[i].reserve(table_.columns.size());
                        for (const auto& make : makers_) make(i, rows[i]);
                      }
                    });
    table_.rows.reserve(rows.size());
    for (Cells& row : rows) table_.add_row(std::move(row));
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
    const auto node = [this, part](std::size_t i) { return node_of(rows_.first[i], part); };
    add_column(part_name(part), ColumnType::text,
               [this, node](std::size_t i) { return name_cell(graph_, node(i)); });
    add_column(detail_column(part_name(part) + "_id"),
               [this, node](std::size_t i) { return id_cell(graph_, node(i)); });
    if (part == payer && !payers_are_states_)
      add_column("kind", ColumnType::text,
                 [this, node](std::size_t i) { return kind_cell(graph_, node(i)); });
  }

  /// Nodes that each row names: which of a link, if any, and those of all links by row.
  struct List {
    std::string name;
    std::function<NodeId(const FundingLink& link)> choose;
    Groups<std::uint32_t> nodes = {};
    std::vector<std::uint32_t> counts = {};  ///< where names are too many for anybody to read
  };

  /// What goes with the keys; and in columns that only some answers have, what is paid outside any
  /// project, to agencies and States, through the State's agencies.
  void add_lists() {
    std::vector<List> lists;
    for (const FundingPart part : shape_.lists)
      lists.push_back(
          {part_name(part) + "s", [part](const FundingLink& l) { return node_of(l, part); }});
    const std::size_t always = lists.size();
    lists.push_back({"other_recipients",
                     [this](const FundingLink& link) { return other_recipient(graph_, link); }});
    lists.push_back({"through", agency_of});
    IdSet direct(rows_.first.size());
    parallel_for(lists.size() + 1, context_, [&](std::size_t i, unsigned) {
      if (i < lists.size()) fill(lists[i]);
      else
        each_link([&](const FundingLink& link, std::uint32_t row) {
          if (is_direct(link)) direct.insert(row);
        });
    });
    for (std::size_t i = 0; i < lists.size(); ++i) {
      if (i == always && !direct.empty())
        add_column("direct", ColumnType::boolean, [direct = std::move(direct)](std::size_t row) {
          return Cell(direct.contains(static_cast<std::uint32_t>(row)));
        });
      if (i < always || !lists[i].nodes.empty()) add_list(std::move(lists[i]));
    }
  }

  void fill(List& list) const {
    list.nodes = group_pairs<std::uint32_t>(rows_.first.size(), [&](const auto& put) {
      each_link([&](const FundingLink& link, std::uint32_t row) {
        if (const NodeId n = list.choose(link); n != none) put(row, n);
      });
    });
    if (!before_) list.counts = count_distinct(list.nodes, graph_.node_count());
  }

  template <typename Visit>
  void each_link(const Visit& visit) const {
    auto row = rows_.row_of.begin();
    for (const FundingLink& link : links_.all()) visit(link, *row++);
  }

  void add_list(List list) {
    if (!before_)
      return add_column(
          std::move(list.name), ColumnType::integer,
          [counts = std::move(list.counts)](std::size_t i) { return count_cell(counts[i]); });
    add_column(std::move(list.name), ColumnType::list,
               [this, nodes = std::move(list.nodes)](std::size_t i) {
                 std::vector<NodeId> sorted(nodes.of(i).begin(), nodes.of(i).end());
                 std::ranges::sort(sorted, std::cref(*before_));
                 const auto repeated = std::ranges::unique(sorted);
                 sorted.erase(repeated.begin(), repeated.end());
                 return names_cell(graph_, sorted);
               });
  }

  /// A flow and currency that some row has a sum of, with a column for the highest reading where
  /// documents disagree on any.
  struct MoneyColumn {
    LedgerKey key;
    bool disputed = false;
  };

  /// In order of key, as each row's sums are.
  [[nodiscard]] std::vector<MoneyColumn> money_columns() const {
    std::vector<MoneyColumn> columns;
    for (const FundingSum& sum : sums_) {
      auto at = columns.begin();
      for (const auto& [key, amount] : sum.money.sums()) {
        while (at != columns.end() && at->key != key && at->key < key) ++at;
        if (at == columns.end() || at->key != key) at = columns.insert(at, {key});
        at->disputed = at->disputed || amount.low != amount.high;
      }
    }
    return columns;
  }

  void add_money() {
    std::vector<MoneyColumn> columns = money_columns();
    for (const auto& [key, disputed] : columns) {
      table_.columns.push_back({column_name(key), ColumnType::money});
      if (disputed) table_.columns.push_back({column_name(key) + "_max", ColumnType::money});
    }
    makers_.push_back([this, columns = std::move(columns)](std::size_t i, Cells& cells) {
      const Ledger::Sums& sums = sums_[i].money.sums();
      auto at = sums.begin();
      for (const auto& [key, disputed] : columns) {
        const bool known = at != sums.end() && at->first == key;
        const auto add = [&](std::int64_t minor) {
          cells.push_back(known ? Cell(Money{minor, key.currency}) : Cell());
        };
        add(known ? at->second.low : 0);
        if (disputed) add(known ? at->second.high : 0);
        if (known) ++at;
      }
    });
  }

  void add_evidence() {
    add_column("documents", ColumnType::integer,
               [this](std::size_t i) { return count_cell(documents_[i]); });
    add_column("first", ColumnType::date,
               [this](std::size_t i) { return date_cell(sums_[i].time.first()); });
    add_column("last", ColumnType::date,
               [this](std::size_t i) { return date_cell(sums_[i].time.last()); });
  }

  const Context& context_;
  const Graph& graph_;
  const FundingShape& shape_;
  bool payers_are_states_;
  const FundingLinks& links_;
  const FundingRows& rows_;
  const std::vector<FundingSum>& sums_;
  const std::vector<std::uint32_t>& documents_;
  std::optional<NameRanks> before_;  ///< where lists have names
  Table table_;
  std::vector<std::function<void(std::size_t row, Cells& cells)>> makers_;
};

/// For each link a place in some order, and how many places there are.
struct Places {
  std::vector<std::uint32_t> of;
  std::size_t count = 0;
};

/// In the order of the nodes' names.
Places places_of(const Graph& graph, const FundingLinks& links, FundingPart part) {
  const NameRanks ranks(graph, nodes_of(graph, links, part));
  Places places{{}, ranks.size()};
  places.of.reserve(links.size());
  for (const FundingLink& link : links.all()) places.of.push_back(ranks.place(node_of(link, part)));
  return places;
}

/// In the order of the first places, and where those are the same, of the second.
Places combine(const Places& first, const Places& second, const Context& context) {
  CheckNowAndThen check(context);
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

FundingRows gather(const Graph& graph, const FundingShape& shape, const FundingLinks& links,
                   const Context& context) {
  std::vector<Places> keys(shape.keys.size());
  parallel_for(keys.size(), context, [&](std::size_t key, unsigned) {
    keys[key] = places_of(graph, links, shape.keys[key]);
  });
  Places rows = keys.size() == 1 ? std::move(keys[0]) : combine(keys[0], keys[1], context);
  std::vector<FundingLink> first(rows.count);
  auto row = rows.of.begin();
  for (const FundingLink& link : links.all())
    if (FundingLink& kept = first[*row++]; kept.edge == none) kept = link;
  return {std::move(rows.of), std::move(first)};
}

Table funding_table(const Graph& graph, FundingBy by, const FundingLinks& links,
                    const FundingRows& rows, const std::vector<FundingSum>& sums,
                    const std::vector<std::uint32_t>& documents, const Context& context) {
  return TableWriter(graph, by, links, rows, sums, documents, context).write();
}

Table funding_matrix(const Graph& graph, const FundingLinks& links, const Context& context) {
  const NameRanks columns(graph, nodes_of(graph, links, office));
  std::vector<NodeId> offices(columns.size());
  for (const NodeId n : nodes_of(graph, links, office)) offices[columns.place(n)] = n;
  const std::vector<std::string> names = short_names(graph, offices);
  Table table;
  const std::string first = all_states(graph, links) ? "state" : "funder";
  table.columns = {{first, ColumnType::text}, detail_column(first + "_id")};
  for (const std::string& name : names) table.columns.push_back({name, ColumnType::integer});
  if (!offices.empty()) table.notes.push_back(legend(graph, offices, names));

  const FundingRows pairs = gather(graph, shape_of(FundingBy::state_office), links, context);
  const auto projects = group_pairs<std::uint32_t>(pairs.first.size(), [&](const auto& put) {
    auto row = pairs.row_of.begin();
    for (const FundingLink& link : links.all()) {
      if (link.project != none) put(*row, link.project);
      ++row;
    }
  });
  const std::vector<std::uint32_t> counts = count_distinct(projects, graph.node_count());
  NodeId row = none;
  for (std::size_t pair = 0; pair < counts.size(); ++pair) {
    const FundingLink& link = pairs.first[pair];
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
