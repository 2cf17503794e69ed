// SPDX-License-Identifier: Apache-2.0
//
// Sums of money and dates as running text writes them: "EUR 3.3 million", "964.196,22 euro",
// "CHF 1'000'000", "almost one million euros"; "22 November 2024", "November 2018 - December 2026",
// "since 2014", "15.08.2025". "Almost" and "more than" are left to the quotation: the sum is the one
// that stands there. A sum without a currency is no sum.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "oscegraph/graph/date.hpp"
#include "oscegraph/graph/money.hpp"
#include "oscegraph/loader/press/words.hpp"

namespace oscegraph::press {

struct Sum {
  std::uint32_t begin = 0;  ///< tokens, currency included
  std::uint32_t end = 0;
  Money money;
};

/// The sums in tokens [first, last), in order.
std::vector<Sum> find_sums(std::string_view text, const std::vector<Token>& tokens,
                           std::uint32_t first, std::uint32_t last);

struct DatedSpan {
  std::uint32_t end = 0;  ///< the token after it
  Date date;
};
/// The date that begins at tokens[at].
std::optional<DatedSpan> date_at(std::string_view text, const std::vector<Token>& tokens,
                                 std::uint32_t at, std::uint32_t last);

/// The first period in tokens [first, last): "from A to B", "A - B", "since A".
Period find_period(std::string_view text, const std::vector<Token>& tokens, std::uint32_t first,
                   std::uint32_t last);

}  // namespace oscegraph::press
