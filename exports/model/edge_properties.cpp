// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/model/edge_properties.hpp"

#include <algorithm>
#include <boost/container/small_vector.hpp>

#include "oscegraph/exports/model/claim_losses.hpp"
#include "oscegraph/exports/model/edge_money.hpp"
#include "oscegraph/exports/text/cell_text.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {
namespace {

std::string amount_column(const LedgerKey& key) {
  std::string name =
      "amount_" + std::string(key.currency.code()) + '_' + std::string(name_of(key.flow));
  for (char& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return name;
}

/// A vector that needs no heap memory for up to eight elements: most edges have few claims.
template <typename Id>
using SmallVector = boost::container::small_vector<Id, 8>;

SmallVector<ClaimId> claims_of(const Subset& subset, EdgeId e) {
  SmallVector<ClaimId> claims;
  for (const ClaimId c : subset.graph().claims_of(e))
    if (subset.contains_claim(c)) claims.push_back(c);
  return claims;
}

/// The documents of the claims, each once, in order of document id.
SmallVector<DocumentId> documents_of(const Graph& graph, const SmallVector<ClaimId>& claims) {
  SmallVector<DocumentId> documents;
  for (const ClaimId c : claims)  // in order of document
    if (documents.empty() || documents.back() != graph.claim_document(c))
      documents.push_back(graph.claim_document(c));
  return documents;
}

std::string list_of_ids(const Graph& graph, const SmallVector<DocumentId>& documents) {
  std::string ids;
  for (const DocumentId d : documents) {
    if (d != documents.front()) ids += list_separator;
    ids += graph.document_id(d);
  }
  return ids;
}

/// The dates of the documents, in the same order, "-" for a document without a date; empty when no
/// document has a date.
std::string list_of_dates(const Graph& graph, const SmallVector<DocumentId>& documents) {
  std::string dates;
  const auto date = [&](DocumentId d) { return graph.document_date(d); };
  if (std::ranges::none_of(documents, &Date::known, date)) return dates;
  for (const DocumentId d : documents) {
    if (d != documents.front()) dates += list_separator;
    dates += date(d).known() ? date(d).text() : "-";
  }
  return dates;
}

/// The period from the earliest stated start to the latest stated end.
Period stated_period(const Graph& graph, const SmallVector<ClaimId>& claims) {
  Period whole;
  for (const ClaimId c : claims) {
    const Period period = graph.claim_period(c);
    if (period.start.known() && (!whole.start.known() || period.start < whole.start))
      whole.start = period.start;
    if (period.end.known() &&
        (!whole.end.known() || period.end.last_rank() > whole.end.last_rank()))
      whole.end = period.end;
  }
  return whole;
}

}  // namespace

std::string edge_id(EdgeId e) { return 'e' + to_text(std::uint64_t{e} + 1); }

std::size_t edge_weight(const Subset& subset, EdgeId e) { return claims_of(subset, e).size(); }

Basis edge_basis(const Subset& subset, EdgeId e) {
  const bool stated = std::ranges::any_of(claims_of(subset, e), [&](ClaimId c) {
    return subset.graph().claim_basis(c) == Basis::stated;
  });
  return stated ? Basis::stated : Basis::inferred;
}

EdgeProperties::EdgeProperties(const Subset& subset, LossReport& losses, ClaimsKept kept)
    : subset_(subset) {
  const auto text = PropertyType::text;
  columns_ = {{.name = "relation", .type = text, .plain = true},
              {.name = "basis", .type = text, .plain = true},
              {.name = "claim_count", .type = PropertyType::integer},
              {.name = "document_count", .type = PropertyType::integer},
              {.name = "documents", .type = text},
              {.name = "document_dates", .type = text, .plain = true},
              {.name = "start", .type = text, .plain = true},
              {.name = "end", .type = text, .plain = true},
              {.name = "interaction", .type = text, .plain = true}};
  add_amount_columns();
  add_score_columns();
  if (kept == ClaimsKept::yes) return;
  report_claims_added_up(subset, losses);
  if (!amounts_.empty()) report_money(subset, losses);
}

void EdgeProperties::add_amount_columns() {
  const Graph& graph = subset_.graph();
  // One flag for each pair of flow and currency: a few hundred flags, but millions of claims.
  const std::size_t currencies = Currency::count();
  std::vector<char> occurs((static_cast<std::size_t>(Flow::in_kind) + 1) * currencies, 0);
  for (const ClaimId c : subset_.claims())
    if (const auto amount = graph.claim_amount(c))
      occurs[static_cast<std::size_t>(graph.claim_flow(c)) * currencies +
             amount->currency.index()] = 1;
  for (std::size_t i = 0; i < occurs.size(); ++i)
    if (occurs[i] != 0)
      amounts_.push_back({static_cast<Flow>(i / currencies),
                          Currency::from_index(static_cast<std::uint16_t>(i % currencies))});
  std::ranges::sort(amounts_, [](const LedgerKey& a, const LedgerKey& b) { return a < b; });
  first_amount_ = columns_.size();
  for (const LedgerKey& key : amounts_)
    columns_.push_back({amount_column(key), PropertyType::real});
}

void EdgeProperties::add_score_columns() {
  PropertyNames names("score");
  for (const Property& column : columns_) names.take(column.name);
  first_score_ = columns_.size();
  for (const Score& score : subset_.scores()) {
    if (score.of != ScoreOf::edge) continue;
    scores_.push_back(&score);
    columns_.push_back({names.fit(score.name), PropertyType::real});
  }
}

void EdgeProperties::read(EdgeId e, PropertyRow& row) const {
  const Graph& graph = subset_.graph();
  const auto claims = claims_of(subset_, e);
  const auto documents = documents_of(graph, claims);
  const Period period = stated_period(graph, claims);
  row.assign(columns_.size(), {});
  row[0] = name_of(graph.edge_relation(e));
  row[1] = name_of(edge_basis(subset_, e));
  row[2] = static_cast<std::int64_t>(claims.size());
  row[3] = static_cast<std::int64_t>(documents.size());
  row[4] = property_cell(list_of_ids(graph, documents));
  row[5] = property_cell(list_of_dates(graph, documents));
  row[6] = property_cell(period.start);
  row[7] = property_cell(period.end);
  row[8] = name_of(graph.edge_relation(e));
  read_amounts(e, row);
  for (std::size_t i = 0; i < scores_.size(); ++i)
    row[first_score_ + i] = property_cell(scores_[i]->values[e]);
}

void EdgeProperties::read_amounts(EdgeId e, PropertyRow& row) const {
  if (amounts_.empty()) return;
  const EdgeMoney money = edge_money(subset_, e);
  for (std::size_t i = 0; i < amounts_.size(); ++i)
    if (const Range* sum = money.ledger.find(amounts_[i]); sum != nullptr)
      row[first_amount_ + i] = Money{sum->low, amounts_[i].currency};
}

}  // namespace oscegraph
