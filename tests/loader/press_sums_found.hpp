// SPDX-License-Identifier: Apache-2.0
//
// Writes the sums that are found in a sentence as one line, for comparisons: "2000000.00 EUR", or
// "?" for a sum that is not exact.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/loader/press/sentences/knowledge.hpp"
#include "oscegraph/loader/press/sums/quantity.hpp"

namespace oscegraph::testing {

inline std::string sums_in(std::string_view sentence) {
  std::vector<press::Token> tokens;
  press::Knowledge::instance().lexicon().tokens(sentence, tokens);
  std::string result;
  for (const press::Sum& sum :
       press::find_sums({sentence, tokens, 0, static_cast<std::uint32_t>(tokens.size())})) {
    if (!result.empty()) result += ", ";
    if (!sum.money) result += "?";
    else result += sum.money->decimal() + ' ' + std::string(sum.money->currency.code());
  }
  return result.empty() ? "none" : result;
}

}  // namespace oscegraph::testing
