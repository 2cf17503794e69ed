// SPDX-License-Identifier: Apache-2.0
//
// Sorts the amounts of an edge's claims so that those of one transfer are next to each other, and
// adds up each transfer by document.
#include "oscegraph/graph/ledger.hpp"

#include <algorithm>
#include <tuple>

#include "oscegraph/graph/values/error.hpp"

namespace oscegraph {
namespace {

std::int64_t sum(std::int64_t a, std::int64_t b, const LedgerKey& key) {
  if (const auto total = checked_sum(a, b)) return *total;
  throw Error("the sum of the " + words(key) + " amounts is too large to be counted exactly",
              "a sum holds up to 9,223,372,036,854,775,807 of the currency's smallest units");
}

}  // namespace

bool operator<(const LedgerKey& a, const LedgerKey& b) {
  const auto unknown_last = [](Flow flow) { return std::pair(flow == Flow::unknown, flow); };
  return std::pair(unknown_last(a.flow), a.currency) < std::pair(unknown_last(b.flow), b.currency);
}

std::string column_name(const LedgerKey& key) {
  const std::string flow =
      key.flow == Flow::unknown ? "unknown_flow" : std::string(name_of(key.flow));
  return flow + '_' + std::string(key.currency.code());
}

std::string words(const LedgerKey& key) {
  const std::string currency(key.currency.code());
  if (key.flow == Flow::unknown) return currency + " of unknown flow";
  if (key.flow == Flow::in_kind) return "in-kind " + currency;
  return std::string(name_of(key.flow)) + ' ' + currency;
}

std::string words(const LedgerKey& key, const Range& amount) {
  const auto decimal = [&](std::int64_t minor) {
    return Money{minor, key.currency}.grouped_decimal();
  };
  std::string figures = std::string(key.currency.code()) + ' ' + decimal(amount.low);
  if (amount.low != amount.high) figures += " to " + decimal(amount.high);
  if (key.flow == Flow::unknown) return figures + " of unknown flow";
  return (key.flow == Flow::in_kind ? "in kind" : std::string(name_of(key.flow))) + ' ' + figures;
}

bool TransferReader::Line::operator<(const Line& other) const {
  if (via != other.via) return via < other.via;
  if (key != other.key) return key < other.key;
  return std::tie(period, document, minor) < std::tie(other.period, other.document, other.minor);
}

void TransferReader::read_lines(std::span<const ClaimId> claims) {
  lines_.clear();
  for (const ClaimId c : claims)
    if (const auto amount = graph_.claim_amount(c))
      lines_.push_back({graph_.claim_via(c),
                        {graph_.claim_flow(c), amount->currency},
                        graph_.claim_period(c),
                        graph_.claim_document(c),
                        amount->minor});
  std::ranges::sort(lines_, [](const Line& a, const Line& b) { return a < b; });
}

/// Fills `transfer`, except its edge, from the lines that begin at `first` and belong to one
/// transfer. Returns the position of the next transfer's first line.
std::size_t TransferReader::read_transfer(std::size_t first, Transfer& transfer) const {
  const Line& head = lines_[first];
  transfer.via = head.via;
  transfer.key = head.key;
  transfer.period = head.period;
  transfer.documents.clear();
  std::size_t at = first;
  const auto same = [&] { return at < lines_.size() && lines_[at].same_transfer(head); };
  while (same()) {
    const DocumentId document = lines_[at].document;
    std::int64_t reading = 0;
    for (; same() && lines_[at].document == document; ++at)
      reading = sum(reading, lines_[at].minor, head.key);
    Range& amount = transfer.amount;
    amount = transfer.documents.empty()
                 ? Range{reading, reading}
                 : Range{std::min(amount.low, reading), std::max(amount.high, reading)};
    transfer.documents.push_back(document);
  }
  return at;
}

std::span<const Transfer> TransferReader::read(EdgeId edge, std::span<const ClaimId> claims) {
  read_lines(claims);
  std::size_t count = 0;
  for (std::size_t line = 0; line < lines_.size(); ++count) {
    if (count == transfers_.size()) transfers_.emplace_back();
    transfers_[count].edge = edge;
    line = read_transfer(line, transfers_[count]);
  }
  return std::span(transfers_).first(count);
}

std::vector<Transfer> transfers_of(const Subset& scope, EdgeId edge) {
  TransferReader reader(scope.graph());
  const auto transfers = reader.read(edge, scope.claims_of(edge));
  return {transfers.begin(), transfers.end()};
}

void Ledger::add(const Transfer& transfer) {
  auto place = std::ranges::find(sums_, transfer.key, &Sums::value_type::first);
  if (place == sums_.end()) {
    const auto after =
        std::ranges::find_if(sums_, [&](const auto& sum) { return transfer.key < sum.first; });
    place = sums_.insert(after, {transfer.key, {}});
  }
  Range& total = place->second;
  total.low = sum(total.low, transfer.amount.low, transfer.key);
  total.high = sum(total.high, transfer.amount.high, transfer.key);
}

const Range* Ledger::find(const LedgerKey& key) const {
  const auto found = std::ranges::find(sums_, key, &Sums::value_type::first);
  return found == sums_.end() ? nullptr : &found->second;
}

Ledger ledger_of(const Subset& scope, EdgeId edge) {
  Ledger ledger;
  for (const Transfer& transfer : transfers_of(scope, edge)) ledger.add(transfer);
  return ledger;
}

}  // namespace oscegraph
