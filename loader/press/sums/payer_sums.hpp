// SPDX-License-Identifier: Apache-2.0
//
// Assigns the sums of a sentence to the payers in it. A sum stands beside its payer ("Norway with
// EUR 50,000", "Norway (EUR 50,000)"), belongs to the words of the rule ("Norway gave EUR 50,000"),
// or is the only one nearby. A sum that several give together is no single share, unless it says
// "each"; when "each" may mean the receivers, it is left out.
#pragma once

#include <cstdint>
#include <vector>

#include "oscegraph/loader/press/actor.hpp"
#include "oscegraph/loader/press/pattern.hpp"
#include "oscegraph/loader/press/sentence.hpp"
#include "oscegraph/loader/press/sums/quantity.hpp"

namespace oscegraph::press {

/// What a rule has found about payers.
struct PayersFound {
  const std::vector<Actor>& actors;
  const Match& match;
  const std::vector<Span>& recipients;  ///< those who receive money in the sentence
  std::uint32_t anchor = 0;
  bool all = false;  ///< no rule has found other payers in the sentence
};

/// One entry for each actor: its exact sum, or nullptr. Valid until the sentence changes.
std::vector<const Sum*> sums_of_payers(Sentence& sentence, const PayersFound& found);

}  // namespace oscegraph::press
