// SPDX-License-Identifier: Apache-2.0
//
// Counts money for all queries, in one place. It turns the claims of an edge, in which documents
// state amounts, into transfers, and transfers into sums. The rules are:
//
//   - Pledged, committed, disbursed, spent, in kind and unknown are separate ledgers, and so are
//     currencies: a sum belongs to one (flow, currency) key, and nothing is converted.
//   - Claims of one edge with the same flow, currency, period and `via` describe the same transfer.
//     The amounts of one document add up (three instalments are three payments). The amounts of two
//     documents do not, since both report the same money: equal totals count once, different ones
//     make a range from the lowest to the highest, and the transfer is disputed.
//   - A claim without an amount adds nothing. An empty ledger means "unknown", not zero.
//   - A sum is exact; if it overflows, an Error is thrown.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "oscegraph/graph/subset.hpp"

namespace oscegraph {

/// The ledger that an amount belongs to. Keys are in the order in which people read them: pledged,
/// committed, disbursed, spent, in kind, unknown; then by currency code.
struct LedgerKey {
  Flow flow = Flow::unknown;
  Currency currency;
  friend bool operator==(const LedgerKey&, const LedgerKey&) = default;
  friend bool operator<(const LedgerKey& a, const LedgerKey& b);
};

/// A name for a column: "committed_EUR", or "unknown_flow_EUR" when the flow is unknown.
std::string column_name(const LedgerKey& key);
/// Words for sentences: "committed EUR", "EUR of unknown flow".
std::string words(const LedgerKey& key);

/// The lowest and the highest stated amount, in minor units.
struct Range {
  std::int64_t low = 0;
  std::int64_t high = 0;
  friend bool operator==(const Range&, const Range&) = default;
};

/// One movement of money along an edge, as the documents state it.
struct Transfer {
  EdgeId edge = none;
  NodeId via = none;  ///< the project it runs inside, if stated
  LedgerKey key;
  Period period;
  Range amount;
  std::vector<DocumentId> documents;  ///< those that state an amount for it, in order
  [[nodiscard]] bool disputed() const { return amount.low != amount.high; }
};

/// The transfers that the edge's claims in scope state, in order of (via, key, period). Claims
/// without an amount give none. Cost: O(c log c) in the edge's claims. Throws Error when a sum
/// overflows.
std::vector<Transfer> transfers_of(const Subset& scope, EdgeId edge);

/// The same for a chosen list of an edge's claims. Reuses its memory from edge to edge.
class TransferReader {
 public:
  explicit TransferReader(const Graph& graph) : graph_(graph) {}
  /// Valid until the next call. Cost and errors as above.
  std::span<const Transfer> read(EdgeId edge, std::span<const ClaimId> claims);

 private:
  /// The amount of one claim, with the values that distinguish transfers. In the order of lines,
  /// the claims of one transfer are next to each other.
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
  /// may be longer than the last result: the rest keeps its memory
  std::vector<Transfer> transfers_;
};

/// Sums by flow and currency.
class Ledger {
 public:
  using Sums = std::vector<std::pair<LedgerKey, Range>>;

  /// Throws Error when a sum overflows.
  void add(const Transfer& transfer);

  [[nodiscard]] bool empty() const { return sums_.empty(); }
  /// In order of key.
  [[nodiscard]] const Sums& sums() const { return sums_; }
  /// nullptr: the amount is unknown.
  [[nodiscard]] const Range* find(const LedgerKey& key) const;

 private:
  Sums sums_;  ///< few, so a linear search is quickest
};

/// The sums over the edge's claims in scope. Cost and errors: as transfers_of().
Ledger ledger_of(const Subset& scope, EdgeId edge);

/// "committed EUR 1,200,000.00", or when disputed "committed EUR 1,000,000.00 to 1,200,000.00".
std::string words(const LedgerKey& key, const Range& amount);

}  // namespace oscegraph
