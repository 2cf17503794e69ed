// SPDX-License-Identifier: Apache-2.0
//
// Rounds times up. Rounds sizes up to a whole kB, down to a whole MB, or to the nearest GB.
#include "oscegraph/graph/values/duration.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "oscegraph/graph/text/text.hpp"

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

std::string size_in_words(std::uint64_t bytes) {
  constexpr std::uint64_t kilo = std::uint64_t{1} << 10U;
  constexpr std::uint64_t mega = std::uint64_t{1} << 20U;
  constexpr std::uint64_t giga = mega << 10U;
  if (bytes < mega) return grouped((bytes + kilo - 1) / kilo) + " kB";
  return bytes < giga ? grouped(bytes / mega) + " MB" : grouped((bytes + giga / 2) / giga) + " GB";
}

}  // namespace oscegraph
