// SPDX-License-Identifier: Apache-2.0
//
// Assigns the sums of a sentence to the payers in it. A sum belongs to a payer if it is next to the
// payer's name ("Norway with EUR 50,000", "Norway (EUR 50,000)"), if it belongs to the words of the
// rule ("Norway gave EUR 50,000"), or if it is the only sum nearby. A sum that several payers give
// together is assigned to none of them, unless the text says "each"; if "each" may refer to the
// receivers, the sum is left out.
#pragma once

#include <cstdint>
#include <vector>

#include "oscegraph/loader/press/sentences/actor.hpp"
#include "oscegraph/loader/press/sentences/sentence.hpp"
#include "oscegraph/loader/press/sums/quantity.hpp"
#include "oscegraph/loader/press/words/pattern.hpp"

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
