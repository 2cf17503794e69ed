// SPDX-License-Identifier: Apache-2.0
//
// Compares two states of a graph, and returns the nodes, documents, edges, claims and sums that
// appeared, vanished or changed. Two nodes, or two documents, are the same if their ids are equal.
// Two edges are the same if their ends and relation are. Two claims are the same if they have the
// same edge, document, place, and project they run inside.
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

/// A field whose value has changed. Values are texts: an amount with its currency, a date as
/// stated, a node by its id. Empty: not stated.
struct FieldChange {
  std::string field;  ///< "name", "amount", the name of an attribute
  std::string before;
  std::string after;
};

/// A sum of an edge that has changed, by the rules of graph/ledger.hpp. None: no amount is stated.
struct SumChange {
  LedgerKey key;
  std::optional<Range> before;
  std::optional<Range> after;
};

struct DifferenceRow {
  Change change{};
  Compared what{};
  /// Its number in the graph before and in the graph after: a NodeId, DocumentId or ClaimId; for an
  /// edge or a sum, the EdgeId. `none` where it does not exist.
  std::uint32_t before = none;
  std::uint32_t after = none;
  std::variant<std::monostate, FieldChange, SumChange> told{};
};

/// The answer of diff(). It is about two graphs, so it has two subsets.
struct Difference {
  /// A row for each node, document and edge that appeared or vanished; for each claim that appeared
  /// or vanished on an edge that both graphs have; for each field that changed; and for each sum of
  /// an edge that changed. In order of nodes, documents, edges; an edge is followed by its sums and
  /// claims.
  std::vector<DifferenceRow> rows{};
  /// By Change, then Compared. Claims of an edge that appeared or vanished count too. What changed
  /// counts once, however many of its fields did.
  std::array<std::array<std::size_t, 5>, 3> counts{};
  Subset gone;  ///< of the graph before: nodes and claims that vanished or have changed since
  Subset come;  ///< of the graph after: nodes and claims that appeared or have changed

  [[nodiscard]] std::size_t count(Change change, Compared what) const {
    return counts.at(static_cast<std::size_t>(change)).at(static_cast<std::size_t>(what));
  }
};

/// Errors: a sum that overflows. Throws Stopped. Cost: linear in both graphs, plus sorting the
/// claims that one document makes about one edge.
Difference diff(const Subset& before, const Subset& after, const Context& context = {});

/// Columns `change` (appeared, vanished, changed), `what` (node, document, edge, sum, claim), `about`
/// (a name, or two with an arrow), `relation`, `document`, `field` (of a sum: its flow and currency),
/// `before` and `after`, with ids as details. Notes: how many of what.
Table table_of(const Difference& difference, const Context& context = {});

}  // namespace oscegraph
