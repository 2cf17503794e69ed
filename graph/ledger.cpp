// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/graph/ledger.hpp"

#include <algorithm>
#include <tuple>

#include "oscegraph/graph/error.hpp"

namespace oscegraph {
namespace {

/// One claim's amount with what tells transfers apart, in the order that puts them side by side.
struct Line {
  NodeId via;
  LedgerKey key;
  Period period;
  DocumentId document;
  std::int64_t minor;

  [[nodiscard]] bool same_transfer(const Line& other) const {
    return via == other.via && key == other.key && period == other.period;
  }
};

bool operator<(const Line& a, const Line& b) {
  const auto rest = [](const Line& l) { return std::tie(l.period, l.document, l.minor); };
  if (a.via != b.via) return a.via < b.via;
  if (a.key != b.key) return a.key < b.key;
  return rest(a) < rest(b);
}

std::vector<Line> lines_of(const Graph& graph, std::span<const ClaimId> claims) {
  std::vector<Line> lines;
  for (const ClaimId c : claims) {
    if (!graph.claim_amount(c)) continue;
    const Claim claim = graph.claim(c);
    lines.push_back({claim.via,
                     {claim.flow, claim.amount->currency},
                     claim.period,
                     claim.document,
                     claim.amount->minor});
  }
  std::ranges::sort(lines, [](const Line& a, const Line& b) { return a < b; });
  return lines;
}

std::int64_t sum(std::int64_t a, std::int64_t b, const LedgerKey& key) {
  if (const auto total = checked_sum(a, b)) return *total;
  throw Error("the sum of the " + words(key) + " amounts is too large to be counted exactly",
              "a sum holds up to 9,223,372,036,854,775,807 of the currency's smallest units");
}

/// The transfer that the lines from `first` on speak of; moves `first` past them.
template <typename Iterator>
Transfer read_transfer(EdgeId edge, Iterator& first, Iterator end) {
  const Line head = *first;
  Transfer transfer{edge, head.via, head.key, head.period, {}, {}};
  while (first != end && first->same_transfer(head)) {
    const DocumentId document = first->document;
    std::int64_t reading = 0;
    for (; first != end && first->same_transfer(head) && first->document == document; ++first)
      reading = sum(reading, first->minor, head.key);
    Range& amount = transfer.amount;
    amount = transfer.documents.empty()
                 ? Range{reading, reading}
                 : Range{std::min(amount.low, reading), std::max(amount.high, reading)};
    transfer.documents.push_back(document);
  }
  return transfer;
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

std::vector<Transfer> transfers_of(const Subset& scope, EdgeId edge) {
  return transfers_of(scope.graph(), edge, scope.claims_of(edge));
}

std::vector<Transfer> transfers_of(const Graph& graph, EdgeId edge,
                                   std::span<const ClaimId> claims) {
  const std::vector<Line> lines = lines_of(graph, claims);
  std::vector<Transfer> transfers;
  for (auto line = lines.begin(); line != lines.end();)
    transfers.push_back(read_transfer(edge, line, lines.end()));
  return transfers;
}

void Ledger::add(const Transfer& transfer) {
  Range& total = sums_[transfer.key];
  total.low = sum(total.low, transfer.amount.low, transfer.key);
  total.high = sum(total.high, transfer.amount.high, transfer.key);
}

const Range* Ledger::find(const LedgerKey& key) const {
  const auto found = sums_.find(key);
  return found == sums_.end() ? nullptr : &found->second;
}

}  // namespace oscegraph
