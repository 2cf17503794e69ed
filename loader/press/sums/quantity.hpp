// SPDX-License-Identifier: Apache-2.0
//
// Finds sums of money and dates in running text: "EUR 3.3 million", "964.196,22 euro", "CHF
// 1'000'000", "fünfundzwanzigtausend Euro"; "22 November 2024", "November 2018 - December 2026",
// "since 2014", "15.08.2025".
//
// A sum has an amount only when it is exact. A range ("EUR 2-3 million"), a bound ("up to",
// "almost"), a part ("half of"), a rate ("a month"), a unit of an unknown country ("2 million
// kroner") and ambiguous marks ("EUR 1,500 million") are still sums, but without an amount; the
// quotation shows it. A number without a currency is no sum.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "oscegraph/graph/values/date.hpp"
#include "oscegraph/graph/values/money.hpp"
#include "oscegraph/loader/press/words/words.hpp"

namespace oscegraph::press {

struct Sum {
  std::uint32_t begin = 0;  ///< tokens, currency and "up to" included
  /// of a range: after both ends; the same sum in another currency included
  std::uint32_t end = 0;
  std::optional<Money> money{};  ///< only when it is exact
};

/// The tokens of one sentence.
struct SentenceTokens {
  std::string_view text;
  const std::vector<Token>& tokens;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// The sums that begin at tokens [from, upto) of a sentence, in order; the whole sentence is used
/// to interpret them. Cheap for a sentence without a currency.
std::vector<Sum> find_sums(const SentenceTokens& sentence, std::uint32_t from, std::uint32_t upto);
inline std::vector<Sum> find_sums(const SentenceTokens& sentence) {
  return find_sums(sentence, sentence.first, sentence.last);
}

struct DatedSpan {
  std::uint32_t end = 0;  ///< the token after it
  Date date;
};
/// The date that begins at tokens[at]; nullopt when there is none.
std::optional<DatedSpan> date_at(std::string_view text, const std::vector<Token>& tokens,
                                 std::uint32_t at, std::uint32_t last);

/// The first period in tokens [first, last): "from A to B", "A - B", "since A".
Period find_period(std::string_view text, const std::vector<Token>& tokens, std::uint32_t first,
                   std::uint32_t last);

}  // namespace oscegraph::press
