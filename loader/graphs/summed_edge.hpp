// SPDX-License-Identifier: Apache-2.0
//
// Splits an exported edge into claims again. An exported edge is a sum over claims: it has the
// number of claims, the documents that state them, the total for each currency and flow, the
// earliest start and the latest end, and in GEXF the days on which any of the claims holds.
// Exporting the new claims gives the same edge.
//
// Each document gets at least one claim and each amount is given to exactly one claim, in turn.
// With one document this is what it states; with several, the file does not say which one states
// which amount. Days outside the stated period belong to documents whose claims state none.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "oscegraph/graph/values/date.hpp"
#include "oscegraph/loader/graphs/graph_element.hpp"

namespace oscegraph {

struct SummedEdge {
  std::size_t claims = 1;
  std::vector<Date> documents;  ///< the date of each
  std::size_t amounts = 0;
  Period period;                     ///< of all claims that state one
  std::vector<ElementSpell> spells;  ///< days on which some claim holds, in order
};

struct ClaimShare {
  std::size_t document = 0;
  std::size_t amount = 0;  ///< index of an amount; `amounts` (one past the last): none
  /// As written in GEXF and in our dates; empty: not stated.
  std::string start;
  std::string end;
};

/// The least number of claims that the edge needs; `claims` may be higher.
std::size_t least_claims(const SummedEdge& edge);

/// Returns max(claims, least_claims) shares. Spells that are not days are ignored.
std::vector<ClaimShare> share_out(const SummedEdge& edge);

}  // namespace oscegraph
