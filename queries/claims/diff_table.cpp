// SPDX-License-Identifier: Apache-2.0
//
// Writes a Difference as a table: a row for each of its rows, and notes with the counts.
#include <array>
#include <string_view>
#include <utility>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/queries/claims/diff.hpp"
#include "oscegraph/queries/claims/field_texts.hpp"
#include "oscegraph/queries/labels.hpp"

namespace oscegraph {
namespace {

constexpr std::array<std::string_view, 3> change_words{"appeared", "vanished", "changed"};
constexpr std::array<std::string_view, 5> what_words{"node", "document", "edge", "claim", "sum"};

std::string word_of(Change change) {
  return std::string(change_words.at(static_cast<std::size_t>(change)));
}
std::string word_of(Compared what) {
  return std::string(what_words.at(static_cast<std::size_t>(what)));
}

/// "disbursed EUR 10.00, paragraph 3, "funded by Norway"".
std::string summary(const Graph& graph, ClaimId c) {
  const Claim claim = graph.claim(c);
  std::vector<std::string> parts;
  std::string money = amount_text(graph, c);
  if (claim.flow != Flow::unknown)
    money = std::string(name_of(claim.flow)) + (money.empty() ? "" : ' ' + money);
  for (std::string part :
       {std::move(money), period_words(claim.period), std::string(claim.locator)})
    if (!part.empty()) parts.push_back(std::move(part));
  if (claim.via != none) parts.push_back("inside " + display_name(graph, claim.via));
  if (!claim.quote.empty()) parts.push_back('"' + std::string(claim.quote) + '"');
  return parts.empty() ? std::string(name_of(claim.basis)) : join(parts, ", ");
}

std::string claims_text(const Subset& scope, EdgeId e) {
  return counted(scope.claims_of(e).size(), "claim") + " in " +
         counted(scope.document_count(e), "document");
}

/// What came or went, in words. The subset has it.
std::string words_of(const Subset& subset, Compared what, std::uint32_t id) {
  const Graph& graph = subset.graph();
  switch (what) {
    case Compared::node: return std::string(name_of(graph.node_kind(id)));
    case Compared::document: return graph.document(id).date.text();
    case Compared::edge: return claims_text(subset, id);
    case Compared::claim: return summary(graph, id);
    case Compared::sum: break;
  }
  return {};
}

/// "10.00 to 12.00"; "" when no amount is stated.
std::string amounts(const LedgerKey& key, const std::optional<Range>& range) {
  if (!range) return "";
  const std::string low = Money{range->low, key.currency}.grouped_decimal();
  if (range->low == range->high) return low;
  return low + " to " + Money{range->high, key.currency}.grouped_decimal();
}

/// The cells that say what a row is about.
struct Subject {
  Cell about;
  Cell id;
  Cell relation{};
  Cell to_id{};
  Cell document{};
  Cell document_id{};
};

Subject edge_subject(const Graph& graph, EdgeId e) {
  const NodeId from = graph.edge_from(e);
  const NodeId to = graph.edge_to(e);
  return {.about = display_name(graph, from) + " → " + display_name(graph, to),
          .id = id_cell(graph, from),
          .relation = relation_words(graph.edge_relation(e), Direction::out),
          .to_id = id_cell(graph, to)};
}

Subject subject_of(const Graph& graph, Compared what, std::uint32_t id) {
  switch (what) {
    case Compared::node: return {.about = name_cell(graph, id), .id = id_cell(graph, id)};
    case Compared::document:
      return {.about = display_title(graph, id), .id = text_cell(graph.document_id(id))};
    case Compared::edge:
    case Compared::sum: return edge_subject(graph, id);
    case Compared::claim: break;
  }
  const DocumentId document = graph.claim_document(id);
  Subject subject = edge_subject(graph, graph.claim_edge(id));
  subject.document = display_title(graph, document);
  subject.document_id = std::string(graph.document_id(document));
  return subject;
}

/// `field`, `before` and `after`.
FieldChange told_in(const Difference& difference, const DifferenceRow& row) {
  if (const auto* field = std::get_if<FieldChange>(&row.told)) return *field;
  if (const auto* sum = std::get_if<SumChange>(&row.told))
    return {words(sum->key), amounts(sum->key, sum->before), amounts(sum->key, sum->after)};
  if (row.change == Change::vanished)
    return {"", words_of(difference.gone, row.what, row.before), ""};
  return {"", "", words_of(difference.come, row.what, row.after)};
}

std::string note(const Difference& difference, Change change) {
  std::vector<std::string> parts;
  for (std::size_t what = 0; what < what_words.size(); ++what)
    if (const std::size_t count = difference.count(change, static_cast<Compared>(what)); count > 0)
      parts.push_back(counted(count, word_of(static_cast<Compared>(what))));
  std::string word = word_of(change);
  word.front() = static_cast<char>(word.front() - 'a' + 'A');
  return word + ": " + (parts.empty() ? "nothing" : join(parts, ", ")) + '.';
}

}  // namespace

Table table_of(const Difference& difference, const Context& context) {
  PeriodicCheck check(context, 256);
  Table table;
  table.columns = {{"change", ColumnType::text},   {"what", ColumnType::text},
                   {"about", ColumnType::text},    detail_column("id"),
                   {"relation", ColumnType::text}, detail_column("to_id"),
                   {"document", ColumnType::text}, detail_column("document_id"),
                   {"field", ColumnType::text},    {"before", ColumnType::text},
                   {"after", ColumnType::text}};
  for (const DifferenceRow& row : difference.rows) {
    check.count();
    Subject s = row.after == none ? subject_of(difference.gone.graph(), row.what, row.before)
                                  : subject_of(difference.come.graph(), row.what, row.after);
    const FieldChange told = told_in(difference, row);
    table.add_row({word_of(row.change), word_of(row.what), std::move(s.about), std::move(s.id),
                   std::move(s.relation), std::move(s.to_id), std::move(s.document),
                   std::move(s.document_id), text_cell(told.field), text_cell(told.before),
                   text_cell(told.after)});
  }
  for (const Change change : {Change::appeared, Change::vanished, Change::changed})
    table.notes.push_back(note(difference, change));
  return table;
}

}  // namespace oscegraph
