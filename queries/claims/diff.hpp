// SPDX-License-Identifier: Apache-2.0
//
// What has changed between two states of a graph: nodes, documents, edges, claims and sums that
// appeared, vanished or are now told differently. Nodes and documents meet by id, edges by their ends
// and relation, claims by edge, document, place and the project they run inside.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "oscegraph/graph/ledger.hpp"
#include "oscegraph/graph/subset.hpp"
#include "oscegraph/graph/table.hpp"
#include "oscegraph/graph/threads/context.hpp"

namespace oscegraph {

enum class Change : std::uint8_t { appeared, vanished, changed };
enum class Compared : std::uint8_t { node, document, edge, claim, sum };

/// A field that is not what it was, as text: an amount with its currency, a date as stated, a node by
/// its id. Empty: not stated.
struct FieldChange {
  std::string field;  ///< "name", "amount", the name of an attribute
  std::string before;
  std::string after;
};

/// An edge's sum that is another one, by the rules of graph/ledger.hpp. None: no amount is stated.
struct SumChange {
  LedgerKey key;
  std::optional<Range> before;
  std::optional<Range> after;
};

struct DifferenceRow {
  Change change{};
  Compared what{};
  /// In the graph before and in the graph after: a NodeId, DocumentId or ClaimId; of an edge, and of a
  /// sum, the EdgeId. `none` where it is not there.
  std::uint32_t before = none;
  std::uint32_t after = none;
  std::variant<std::monostate, FieldChange, SumChange> told{};
};

/// The answer to diff(). It is about two graphs, and so has two subsets.
struct Difference {
  /// For each node, document and edge that came or went; for each claim that came or went along an
  /// edge that stays; for each field that changed; for each edge's sum that is another one. In order
  /// of nodes, documents, edges; an edge's sums and claims follow it.
  std::vector<DifferenceRow> rows{};
  /// By Change, then Compared. Claims of an edge that came or went count too; what changed counts once,
  /// however many fields did.
  std::array<std::array<std::size_t, 5>, 3> counts{};
  Subset gone;  ///< of the graph before: nodes and claims that vanished or were told differently
  Subset come;  ///< of the graph after: nodes and claims that appeared or are told differently

  [[nodiscard]] std::size_t count(Change change, Compared what) const {
    return counts.at(static_cast<std::size_t>(change)).at(static_cast<std::size_t>(what));
  }
};

/// Errors: a sum that overflows. Throws Stopped. Cost: linear in both graphs, and sorting the claims
/// that one document makes about one edge.
Difference diff(const Subset& before, const Subset& after, const Context& context = {});

/// Columns `change` (appeared, vanished, changed), `what` (node, document, edge, sum, claim), `about`
/// (a name, or two with an arrow), `relation`, `document`, `field` (of a sum: its flow and currency),
/// `before` and `after`, with ids as details. Notes: how many of what.
Table table_of(const Difference& difference, const Context& context = {});

}  // namespace oscegraph
