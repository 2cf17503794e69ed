// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/claims/listing.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <memory>
#include <set>
#include <utility>

#include "oscegraph/graph/error.hpp"
#include "oscegraph/graph/names.hpp"
#include "oscegraph/graph/nearest.hpp"
#include "oscegraph/graph/text.hpp"
#include "oscegraph/queries/labels.hpp"

namespace oscegraph {
namespace {

using Row = std::vector<Cell>;

/// What can be listed: columns, and rows that are made one at a time.
struct Source {
  std::vector<Column> columns;
  std::vector<std::uint32_t> items;  ///< numbers of nodes, edges, claims or documents
  std::function<Row(std::uint32_t item)> row;
};

std::vector<std::uint32_t> numbers(const IdSet& set) { return {set.begin(), set.end()}; }

Source node_rows(const Subset& scope) {
  return {{{"name", ColumnType::text},
           {"kind", ColumnType::text},
           {"id", ColumnType::text},
           {"edges", ColumnType::integer},
           {"documents", ColumnType::integer}},
          numbers(scope.nodes()),
          [&scope](NodeId n) -> Row {
            const Graph& graph = scope.graph();
            std::vector<EdgeId> edges = scope.out_edges(n);
            for (const EdgeId e : scope.in_edges(n))
              if (graph.edge_from(e) != n) edges.push_back(e);  // a loop is one edge
            std::set<DocumentId> documents;
            for (const EdgeId e : edges)
              for (const ClaimId c : scope.claims_of(e)) documents.insert(graph.claim_document(c));
            return {name_cell(graph, n), kind_cell(graph, n), id_cell(graph, n),
                    count_cell(edges.size()), count_cell(documents.size())};
          }};
}

void put_ends(const Graph& graph, EdgeId e, Row& row) {
  const NodeId from = graph.edge_from(e);
  const NodeId to = graph.edge_to(e);
  row.push_back(name_cell(graph, from));
  row.push_back(id_cell(graph, from));
  row.push_back(text_cell(name_of(graph.edge_relation(e))));
  row.push_back(name_cell(graph, to));
  row.push_back(id_cell(graph, to));
}

std::vector<Column> with_ends(std::vector<Column> more) {
  std::vector<Column> columns{{"from", ColumnType::text},
                              detail_column("from_id"),
                              {"relation", ColumnType::text},
                              {"to", ColumnType::text},
                              detail_column("to_id")};
  std::ranges::move(more, std::back_inserter(columns));
  return columns;
}

Source edge_rows(const Subset& scope) {
  return {with_ends({{"claims", ColumnType::integer}, {"documents", ColumnType::integer}}),
          numbers(scope.edges()), [&scope](EdgeId e) {
            Row row;
            put_ends(scope.graph(), e, row);
            row.push_back(count_cell(scope.claims_of(e).size()));
            row.push_back(count_cell(scope.document_count(e)));
            return row;
          }};
}

Source claim_rows(const Subset& scope) {
  return {with_ends({{"document", ColumnType::text},
                     detail_column("document_id"),
                     {"date", ColumnType::date},
                     {"place", ColumnType::text},
                     {"basis", ColumnType::text},
                     {"start", ColumnType::date},
                     {"end", ColumnType::date},
                     {"flow", ColumnType::text},
                     {"currency", ColumnType::text},
                     {"amount", ColumnType::money},
                     {"quote", ColumnType::text}}),
          numbers(scope.claims()), [&scope](ClaimId c) {
            const Graph& graph = scope.graph();
            const Claim claim = graph.claim(c);
            Row row;
            put_ends(graph, graph.claim_edge(c), row);
            const bool pays = claim.amount.has_value();
            const bool flows = pays || claim.flow != Flow::unknown;
            row.push_back(display_title(graph, claim.document));
            row.push_back(text_cell(graph.document(claim.document).id));
            row.push_back(date_cell(graph.document(claim.document).date));
            row.push_back(text_cell(claim.locator));
            row.push_back(text_cell(name_of(claim.basis)));
            row.push_back(date_cell(claim.period.start));
            row.push_back(date_cell(claim.period.end));
            row.push_back(flows ? text_cell(name_of(claim.flow)) : Cell{});
            row.push_back(pays ? text_cell(claim.amount->currency.code()) : Cell{});
            row.push_back(pays ? Cell(*claim.amount) : Cell{});
            row.push_back(text_cell(claim.quote));
            return row;
          }};
}

Source document_rows(const Subset& scope) {
  const Graph& graph = scope.graph();
  const auto claims = std::make_shared<std::vector<std::size_t>>(graph.document_count());
  for (const ClaimId c : scope.claims()) ++(*claims)[graph.claim_document(c)];
  std::vector<std::uint32_t> stating;
  for (DocumentId d = 0; d < claims->size(); ++d)
    if ((*claims)[d] > 0) stating.push_back(d);
  return {{{"title", ColumnType::text},
           {"publisher", ColumnType::text},
           {"date", ColumnType::date},
           {"claims", ColumnType::integer},
           {"url", ColumnType::text},
           {"id", ColumnType::text}},
          std::move(stating),
          [&graph, claims](DocumentId d) -> Row {
            const Document document = graph.document(d);
            return {display_title(graph, d),  text_cell(document.publisher),
                    date_cell(document.date), count_cell((*claims)[d]),
                    text_cell(document.url),  text_cell(document.id)};
          }};
}

Source source_of(const Subset& scope, Listed what) {
  switch (what) {
    case Listed::nodes: return node_rows(scope);
    case Listed::edges: return edge_rows(scope);
    case Listed::claims: return claim_rows(scope);
    case Listed::documents: break;
  }
  return document_rows(scope);
}

std::string cell_words(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return to_text(*number);
  if (const auto* date = std::get_if<Date>(&cell)) return date->text();
  if (const auto* money = std::get_if<Money>(&cell)) return money->decimal();
  return {};
}

/// The items whose rows contain all the words, in order; ids that people do not see are not looked at.
void keep_those_with(const std::string& contains, const Context& context, Source& source) {
  const std::string wanted = fold_words(contains);
  if (wanted.empty()) return;
  const std::vector<std::string_view> words = words_in(wanted);
  CheckNowAndThen check(context);
  std::erase_if(source.items, [&](std::uint32_t item) {
    check.count();
    const Row row = source.row(item);
    std::string text;
    for (std::size_t i = 0; i < row.size(); ++i)
      if (!source.columns[i].detail) text += cell_words(row[i]) + ' ';
    text = fold_words(text);
    return !std::ranges::all_of(
        words, [&](std::string_view word) { return text.find(word) != std::string::npos; });
  });
}

/// Sums of currencies with and without decimals are compared by their value.
Cell sort_key(Cell cell) {
  const auto* money = std::get_if<Money>(&cell);
  if (money == nullptr) return cell;
  return static_cast<double>(money->minor) / std::pow(10.0, money->currency.decimals());
}

/// Whether `a` comes before `b`; the unknown is last whatever the direction.
bool before(const Cell& a, const Cell& b, bool falling) {
  const bool a_known = a.index() != 0;
  const bool b_known = b.index() != 0;
  if (!a_known || !b_known) return a_known && !b_known;
  return falling ? b < a : a < b;
}

void sort_by(std::string_view sort, const Context& context, Source& source) {
  if (sort.empty()) return;
  const bool falling = sort.starts_with('-');
  if (falling) sort.remove_prefix(1);
  const auto column = std::ranges::find(source.columns, sort, &Column::name);
  if (column == source.columns.end()) {
    std::vector<std::string_view> names;
    for (const Column& one : source.columns) names.push_back(one.name);
    throw UsageError("no column is called " + in_quotes(sort),
                     "the columns are " + join(names, ", "), did_you_mean(sort, names));
  }
  const auto at = static_cast<std::size_t>(column - source.columns.begin());
  std::vector<std::pair<Cell, std::uint32_t>> keys;
  keys.reserve(source.items.size());
  CheckNowAndThen check(context);
  for (const std::uint32_t item : source.items) {
    check.count();
    keys.emplace_back(sort_key(source.row(item)[at]), item);
  }
  std::ranges::stable_sort(keys, [&](const auto& a, const auto& b) {
    check.count();
    return before(a.first, b.first, falling);
  });
  std::ranges::transform(keys, source.items.begin(), [](const auto& key) { return key.second; });
}

}  // namespace

std::vector<std::string_view> listed_names() { return {"nodes", "edges", "claims", "documents"}; }

Table listing(const Subset& scope, const ListingOptions& options) {
  Source source = source_of(scope, options.what);
  const std::size_t all = source.items.size();
  keep_those_with(options.contains, options.context, source);
  sort_by(options.sort, options.context, source);
  Table table;
  table.facts = {{"rows", count_cell(all)}, {"matching", count_cell(source.items.size())}};
  table.columns = source.columns;
  const std::size_t shown = std::min(options.most, source.items.size());
  CheckNowAndThen check(options.context);
  for (std::size_t i = 0; i < shown; ++i) {
    check.count();
    table.add_row(source.row(source.items[i]));
  }
  return table;
}

}  // namespace oscegraph
