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
#include <span>
#include <string>
#include <utility>
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

/// The same of some of an edge's claims, and edge after edge without asking for memory each time.
class TransferReader {
 public:
  explicit TransferReader(const Graph& graph) : graph_(graph) {}
  /// Valid until the next call. Cost and errors as above.
  std::span<const Transfer> read(EdgeId edge, std::span<const ClaimId> claims);

 private:
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
    [[nodiscard]] bool operator<(const Line& other) const;
  };
  void read_lines(std::span<const ClaimId> claims);
  std::size_t read_transfer(std::size_t first, Transfer& transfer) const;

  const Graph& graph_;
  std::vector<Line> lines_;
  std::vector<Transfer> transfers_;  ///< more than there are now: kept for their memory
};

/// Sums by flow and currency.
class Ledger {
 public:
  using Sums = std::vector<std::pair<LedgerKey, Range>>;

  /// Errors: a sum that overflows.
  void add(const Transfer& transfer);

  [[nodiscard]] bool empty() const { return sums_.empty(); }
  /// In order of key.
  [[nodiscard]] const Sums& sums() const { return sums_; }
  /// nullptr: unknown.
  [[nodiscard]] const Range* find(const LedgerKey& key) const;

 private:
  Sums sums_;  ///< few: looking through them is quicker than any search
};

/// What the edge's claims in scope add up to. Cost and errors: as transfers_of().
Ledger ledger_of(const Subset& scope, EdgeId edge);

/// "committed EUR 1,200,000.00" or, disputed, "committed EUR 1,000,000.00 to 1,200,000.00".
std::string words(const LedgerKey& key, const Range& amount);

}  // namespace oscegraph
