// SPDX-License-Identifier: Apache-2.0
//
// Counting money, in one place. Documents state amounts; this turns the claims of an edge into
// transfers, and transfers into sums.
//
//   - Pledged, committed, disbursed, spent, in kind and unknown are separate ledgers, and so are
//     currencies: a sum has a (flow, currency) key and nothing converts.
//   - Claims of one edge with the same flow, currency, period and project they run inside speak of
//     the same transfer. The lines of one document add up (three instalments are three payments);
//     two documents do not (they report the same money): equal readings count once, different ones
//     make a range, lowest to highest, and the transfer is flagged.
//   - An amount nobody states is unknown. It adds nothing, and an empty ledger is not zero.
//   - Sums are exact or an Error.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "oscegraph/graph/subset.hpp"

namespace oscegraph {

/// Which ledger an amount belongs in. Ordered as people read them: pledged, committed, disbursed,
/// spent, in kind, unknown; then by currency code.
struct LedgerKey {
  Flow flow = Flow::unknown;
  Currency currency;
  friend bool operator==(const LedgerKey&, const LedgerKey&) = default;
  friend bool operator<(const LedgerKey& a, const LedgerKey& b);
};

/// "committed_EUR"; an unknown flow is spelt out, "unknown_flow_EUR", since the amount is known.
std::string column_name(const LedgerKey& key);
/// "committed EUR", "EUR of unknown flow": for sentences.
std::string words(const LedgerKey& key);

/// Lowest and highest reading, in minor units.
struct Range {
  std::int64_t low = 0;
  std::int64_t high = 0;
  friend bool operator==(const Range&, const Range&) = default;
};

/// What the documents say of one movement of money along an edge.
struct Transfer {
  EdgeId edge = none;
  NodeId via = none;  ///< the project it runs inside, if stated
  LedgerKey key;
  Period period;
  Range amount;
  std::vector<DocumentId> documents;  ///< that state an amount for it, in order
  [[nodiscard]] bool disputed() const { return amount.low != amount.high; }
};

/// The transfers stated by the edge's claims in scope, in order of (via, key, period). Claims
/// without an amount give none. Cost: O(c log c) in the edge's claims. Errors: a sum that
/// overflows.
std::vector<Transfer> transfers_of(const Subset& scope, EdgeId edge);
/// The same of some of the edge's claims.
std::vector<Transfer> transfers_of(const Graph& graph, EdgeId edge,
                                   std::span<const ClaimId> claims);

/// Sums by flow and currency.
class Ledger {
 public:
  /// Errors: a sum that overflows.
  void add(const Transfer& transfer);

  [[nodiscard]] bool empty() const { return sums_.empty(); }
  [[nodiscard]] const std::map<LedgerKey, Range>& sums() const { return sums_; }
  /// nullptr: unknown.
  [[nodiscard]] const Range* find(const LedgerKey& key) const;

 private:
  std::map<LedgerKey, Range> sums_;
};

/// "committed EUR 1,200,000.00" or, disputed, "committed EUR 1,000,000.00 to 1,200,000.00".
std::string words(const LedgerKey& key, const Range& amount);

}  // namespace oscegraph
