// SPDX-License-Identifier: Apache-2.0
//
// Defines the columns of the four listings (nodes, edges, claims, documents) and the functions that
// make one row. To select and sort rows, the code keeps only the number that each node, edge, claim
// or document has in the graph. It makes a row when it needs the cells, and then forgets it.
#include "oscegraph/queries/claims/listing.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <set>
#include <utility>

#include "oscegraph/graph/text/names.hpp"
#include "oscegraph/graph/text/nearest.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/queries/labels.hpp"

namespace oscegraph {
namespace {

using Row = std::vector<Cell>;

/// Numbers of nodes, edges, claims or documents.
using Items = std::vector<std::uint32_t>;

/// How something is listed: columns, and rows that are made one at a time.
struct Rows {
  std::vector<Column> columns;
  std::function<Row(std::uint32_t item)> row;
};

Items numbers(const IdSet& set) { return {set.begin(), set.end()}; }

/// By document.
using ClaimCounts = std::vector<std::uint32_t>;

ClaimCounts count_claims(const Subset& scope) {
  ClaimCounts counts(scope.graph().document_count());
  for (const ClaimId c : scope.claims()) ++counts[scope.graph().claim_document(c)];
  return counts;
}

Rows node_rows(const Subset& scope) {
  return {{{"name", ColumnType::text},
           {"kind", ColumnType::text},
           {"id", ColumnType::text},
           {"edges", ColumnType::integer},
           {"documents", ColumnType::integer}},
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

Rows edge_rows(const Subset& scope) {
  return {with_ends({{"claims", ColumnType::integer}, {"documents", ColumnType::integer}}),
          [&scope](EdgeId e) {
            Row row;
            put_ends(scope.graph(), e, row);
            row.push_back(count_cell(scope.claims_of(e).size()));
            row.push_back(count_cell(scope.document_count(e)));
            return row;
          }};
}

Rows claim_rows(const Subset& scope) {
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
          [&scope](ClaimId c) {
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

Rows document_rows(const Graph& graph, ClaimCounts claims) {
  return {{{"title", ColumnType::text},
           {"publisher", ColumnType::text},
           {"date", ColumnType::date},
           {"claims", ColumnType::integer},
           {"url", ColumnType::text},
           {"id", ColumnType::text}},
          [&graph, claims = std::move(claims)](DocumentId d) -> Row {
            const Document document = graph.document(d);
            return {display_title(graph, d),  text_cell(document.publisher),
                    date_cell(document.date), count_cell(claims[d]),
                    text_cell(document.url),  text_cell(document.id)};
          }};
}

/// `claims`: looked at for documents only.
Rows rows_of(const Subset& scope, Listed what, ClaimCounts claims) {
  switch (what) {
    case Listed::nodes: return node_rows(scope);
    case Listed::edges: return edge_rows(scope);
    case Listed::claims: return claim_rows(scope);
    case Listed::documents: break;
  }
  return document_rows(scope.graph(), std::move(claims));
}

/// All that there is to list.
Items items_of(const Subset& scope, Listed what, const ClaimCounts& claims) {
  switch (what) {
    case Listed::nodes: return numbers(scope.nodes());
    case Listed::edges: return numbers(scope.edges());
    case Listed::claims: return numbers(scope.claims());
    case Listed::documents: break;
  }
  Items stating;
  for (DocumentId d = 0; d < claims.size(); ++d)
    if (claims[d] > 0) stating.push_back(d);
  return stating;
}

std::string cell_words(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return to_text(*number);
  if (const auto* date = std::get_if<Date>(&cell)) return date->text();
  if (const auto* money = std::get_if<Money>(&cell)) return money->decimal();
  return {};
}

/// The items whose rows contain all the words, in order; ids that people do not see are not looked at.
void keep_those_with(const std::string& contains, const Context& context, const Rows& rows,
                     Items& items) {
  const std::string wanted = fold_words(contains);
  if (wanted.empty()) return;
  const std::vector<std::string_view> words = words_in(wanted);
  PeriodicCheck check(context);
  std::erase_if(items, [&](std::uint32_t item) {
    check.count();
    const Row row = rows.row(item);
    std::string text;
    for (std::size_t i = 0; i < row.size(); ++i)
      if (!rows.columns[i].detail) text += cell_words(row[i]) + ' ';
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

void sort_by(std::string_view sort, const Context& context, const Rows& rows, Items& items) {
  if (sort.empty()) return;
  const bool falling = sort.starts_with('-');
  if (falling) sort.remove_prefix(1);
  const auto column = std::ranges::find(rows.columns, sort, &Column::name);
  if (column == rows.columns.end()) {
    std::vector<std::string_view> names;
    for (const Column& one : rows.columns) names.push_back(one.name);
    throw UsageError("no column is called " + in_quotes(sort),
                     "the columns are " + join(names, ", "), did_you_mean(sort, names));
  }
  const auto at = static_cast<std::size_t>(column - rows.columns.begin());
  std::vector<std::pair<Cell, std::uint32_t>> keys;
  keys.reserve(items.size());
  PeriodicCheck check(context);
  for (const std::uint32_t item : items) {
    check.count();
    keys.emplace_back(sort_key(rows.row(item)[at]), item);
  }
  std::ranges::stable_sort(keys, [&](const auto& a, const auto& b) {
    check.count();
    return before(a.first, b.first, falling);
  });
  std::ranges::transform(keys, items.begin(), [](const auto& key) { return key.second; });
}

}  // namespace

std::vector<std::string_view> listed_names() { return {"nodes", "edges", "claims", "documents"}; }

ListingAnswer listing(const Subset& scope, const ListingOptions& options) {
  const bool of_documents = options.what == Listed::documents;
  const ClaimCounts claims = of_documents ? count_claims(scope) : ClaimCounts();
  Items items = items_of(scope, options.what, claims);
  ListingAnswer answer{.what = options.what, .rows = items.size(), .subset = scope};
  const Rows rows = rows_of(scope, options.what, claims);
  keep_those_with(options.contains, options.context, rows, items);
  sort_by(options.sort, options.context, rows, items);
  answer.matching = items.size();
  items.resize(std::min(options.most, items.size()));
  if (of_documents)
    for (const DocumentId d : items) answer.claims.push_back(claims[d]);
  answer.shown = std::move(items);
  return answer;
}

Table table_of(const ListingAnswer& answer, const Context& context) {
  ClaimCounts claims;
  if (answer.what == Listed::documents) {
    claims.resize(answer.subset.graph().document_count());
    for (std::size_t i = 0; i < answer.shown.size(); ++i)
      claims[answer.shown[i]] = answer.claims[i];
  }
  const Rows rows = rows_of(answer.subset, answer.what, std::move(claims));
  Table table;
  table.facts = {{"rows", count_cell(answer.rows)}, {"matching", count_cell(answer.matching)}};
  table.columns = rows.columns;
  PeriodicCheck check(context);
  for (const std::uint32_t item : answer.shown) {
    check.count();
    table.add_row(rows.row(item));
  }
  return table;
}

}  // namespace oscegraph
