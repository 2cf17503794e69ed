// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/edge_properties.hpp"

#include <algorithm>
#include <set>

#include "oscegraph/exports/cell_text.hpp"
#include "oscegraph/exports/claim_losses.hpp"
#include "oscegraph/exports/edge_money.hpp"
#include "oscegraph/exports/score_text.hpp"
#include "oscegraph/graph/text.hpp"

namespace oscegraph {
namespace {

std::string amount_column(const LedgerKey& key) {
  std::string name =
      "amount_" + std::string(key.currency.code()) + '_' + std::string(name_of(key.flow));
  for (char& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return name;
}

/// Each document once, in order.
std::vector<DocumentId> documents_of(const Graph& graph, const std::vector<ClaimId>& claims) {
  std::vector<DocumentId> documents;
  for (const ClaimId c : claims)  // in order of document
    if (documents.empty() || documents.back() != graph.claim_document(c))
      documents.push_back(graph.claim_document(c));
  return documents;
}

std::string document_ids(const Graph& graph, const std::vector<DocumentId>& documents) {
  std::vector<std::string_view> ids;
  for (const DocumentId d : documents) ids.push_back(graph.document_id(d));
  return join(ids, list_separator);
}

/// In the order of the ids, "-" for one without a date; "" when none has one.
std::string document_dates(const Graph& graph, const std::vector<DocumentId>& documents) {
  std::vector<std::string> dates;
  bool any = false;
  for (const DocumentId d : documents) {
    const Date date = graph.document_date(d);
    any = any || date.known();
    dates.push_back(date.known() ? date.text() : "-");
  }
  return any ? join(dates, list_separator) : "";
}

/// From the earliest stated start to the latest stated end.
Period stated_period(const Graph& graph, const std::vector<ClaimId>& claims) {
  Period whole;
  for (const ClaimId c : claims) {
    const Period period = graph.claim_period(c);
    if (period.start.known() && (!whole.start.known() || period.start < whole.start))
      whole.start = period.start;
    if (period.end.known() && (!whole.end.known() || period.end.last_day() > whole.end.last_day()))
      whole.end = period.end;
  }
  return whole;
}

}  // namespace

std::string edge_id(EdgeId e) { return 'e' + to_text(std::uint64_t{e} + 1); }

std::size_t edge_weight(const Subset& subset, EdgeId e) { return subset.claims_of(e).size(); }

Basis edge_basis(const Subset& subset, EdgeId e) {
  const bool stated = std::ranges::any_of(subset.claims_of(e), [&](ClaimId c) {
    return subset.graph().claim_basis(c) == Basis::stated;
  });
  return stated ? Basis::stated : Basis::inferred;
}

EdgeProperties::EdgeProperties(const Subset& subset, LossReport& losses, ClaimsAre claims)
    : subset_(subset) {
  columns_ = {{"relation", PropertyType::text},       {"basis", PropertyType::text},
              {"claim_count", PropertyType::integer}, {"document_count", PropertyType::integer},
              {"documents", PropertyType::text},      {"document_dates", PropertyType::text},
              {"start", PropertyType::text},          {"end", PropertyType::text},
              {"interaction", PropertyType::text}};
  add_amount_columns();
  add_score_columns();
  if (claims == ClaimsAre::kept) return;
  report_claims_added_up(subset, losses);
  if (!amounts_.empty()) report_money(subset, losses);
}

void EdgeProperties::add_amount_columns() {
  std::set<LedgerKey> occurring;
  const Graph& graph = subset_.graph();
  for (const ClaimId c : subset_.claims())
    if (const auto amount = graph.claim_amount(c))
      occurring.insert({graph.claim_flow(c), amount->currency});
  amounts_.assign(occurring.begin(), occurring.end());
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
  const auto claims = subset_.claims_of(e);
  const auto documents = documents_of(graph, claims);
  const Period period = stated_period(graph, claims);
  row.resize(columns_.size());
  for (std::string& value : row) value.clear();
  row[0] = name_of(graph.edge_relation(e));
  row[1] = name_of(edge_basis(subset_, e));
  row[2] = to_text(claims.size());
  row[3] = to_text(subset_.document_count(e));
  row[4] = document_ids(graph, documents);
  row[5] = document_dates(graph, documents);
  row[6] = period.start.text();
  row[7] = period.end.text();
  row[8] = row[0];
  read_amounts(e, row);
  for (std::size_t i = 0; i < scores_.size(); ++i)
    row[first_score_ + i] = score_text(scores_[i]->values[e]);
}

/// The decimal text is exact; what a reader makes of it is its own double.
void EdgeProperties::read_amounts(EdgeId e, PropertyRow& row) const {
  if (amounts_.empty()) return;
  const EdgeMoney money = edge_money(subset_, e);
  for (std::size_t i = 0; i < amounts_.size(); ++i)
    if (const Range* sum = money.ledger.find(amounts_[i]); sum != nullptr)
      row[first_amount_ + i] = Money{sum->low, amounts_[i].currency}.decimal();
}

}  // namespace oscegraph
