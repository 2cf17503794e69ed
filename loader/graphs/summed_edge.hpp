// SPDX-License-Identifier: Apache-2.0
//
// An exported edge is a sum over claims: how many there were, which documents state them, what each
// currency and flow adds up to, the earliest start and the latest end, and in GEXF the days on which
// any of them holds. Here that is shared out again, so that exporting the result gives the same edge.
//
// Each document gets at least one claim and each amount exactly one, in turn. With one document that
// is what it states; with several, which of them states which amount is not in the file. Days outside
// of the stated period are those of documents that state none.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "oscegraph/graph/date.hpp"
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
  std::size_t amount = 0;  ///< one of the amounts; their number: none
  /// As GEXF and our dates write them; empty: not stated.
  std::string start;
  std::string end;
};

/// How many claims the edge needs at least; `claims` may be more.
std::size_t least_claims(const SummedEdge& edge);

/// max(claims, least_claims) shares. Spells that are no days are passed over.
std::vector<ClaimShare> share_out(const SummedEdge& edge);

}  // namespace oscegraph
