// SPDX-License-Identifier: Apache-2.0
//
// Who of those that pay gives which sum of a sentence. A sum stands beside its payer ("Norway with EUR
// 50,000", "Norway (EUR 50,000)"), belongs to the words of the rule ("Norway gave EUR 50,000"), or is the
// only one in their neighbourhood. A sum that several give together is nobody's share, unless it says
// "each"; and where "each" may mean those who are given something, it is left out.
#pragma once

#include <cstdint>
#include <vector>

#include "oscegraph/loader/press/actor.hpp"
#include "oscegraph/loader/press/pattern.hpp"
#include "oscegraph/loader/press/sentence.hpp"
#include "oscegraph/loader/press/sums/quantity.hpp"

namespace oscegraph::press {

/// What a rule found of those that pay.
struct PayersFound {
  const std::vector<Actor>& actors;
  const Match& match;
  const std::vector<Span>& recipients;  ///< who is given money in the sentence
  std::uint32_t anchor = 0;
  bool all = false;  ///< whether no rule found others in the sentence
};

/// One for each actor, nullptr where none that is exact is its own. They live until the sentence moves on.
std::vector<const Sum*> sums_of_payers(Sentence& sentence, const PayersFound& found);

}  // namespace oscegraph::press
