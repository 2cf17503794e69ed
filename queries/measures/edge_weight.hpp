// SPDX-License-Identifier: Apache-2.0
//
// Computes the weight of an edge: 1 for every edge, the number of claims or of documents that state
// it, or the money of one flow in one currency. Amounts of other flows and currencies are not
// converted. An edge without money of the kind asked for has no weight, and is left out of weighted
// measures.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "oscegraph/graph/ledger.hpp"

namespace oscegraph {

enum class WeightBy : std::uint8_t { one, claims, documents, amount };

struct EdgeWeight {
  WeightBy by = WeightBy::one;
  LedgerKey key{};  ///< of amounts

  static constexpr std::string_view allowed =
      "a weight is 1, claims, documents or amount:CURRENCY:FLOW, as in amount:EUR:committed";
};

/// Reads the words of `allowed`; nullopt for anything else.
std::optional<EdgeWeight> parse_edge_weight(std::string_view text);

/// "1", "claims", "documents", "committed EUR": for sentences.
std::string words(const EdgeWeight& weight);

/// The exact weight of the edge in units, at least one: claims, documents, or the smallest units of
/// the currency (cents, not euros). A disputed amount counts with its lowest reading. nullopt when
/// the edge has no amount of this kind above zero. Errors: a sum that overflows.
std::optional<std::uint64_t> units_of(const Subset& scope, EdgeId edge, const EdgeWeight& weight);

/// How many units make a weight of 1: 100 for euros, 1 for claims.
double units_in_one(const EdgeWeight& weight);

}  // namespace oscegraph
