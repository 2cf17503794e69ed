// SPDX-License-Identifier: Apache-2.0
//
// Writes times and sizes as words, for sentences that a person reads.
#pragma once

#include <cstdint>
#include <string>

namespace oscegraph {

/// A time, rounded up: "200 milliseconds", "1 second", "40 minutes", "3 hours", "12 days".
std::string duration_in_words(double seconds);

/// A number of bytes: "3 kB", "1 MB", "900 MB", "12 GB".
std::string size_in_words(std::uint64_t bytes);

}  // namespace oscegraph
