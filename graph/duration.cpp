// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/graph/duration.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "oscegraph/graph/text.hpp"

namespace oscegraph {

std::string duration_in_words(double seconds) {
  constexpr double milli = 1000;
  constexpr double minute = 60;
  constexpr double hour = 60 * minute;
  constexpr double day = 24 * hour;
  constexpr double most_days = 1'000'000;
  const auto rounded_up = [](double count) {
    return static_cast<std::uint64_t>(std::max(1.0, std::ceil(count)));
  };
  if (seconds < 1) return counted(rounded_up(seconds * milli), "millisecond");
  if (seconds < minute) return counted(rounded_up(seconds), "second");
  if (seconds <= 2 * hour) return counted(rounded_up(seconds / minute), "minute");
  if (seconds <= 2 * day) return counted(rounded_up(seconds / hour), "hour");
  return counted(rounded_up(std::min(seconds / day, most_days)), "day");
}

}  // namespace oscegraph
