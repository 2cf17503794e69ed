// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace oscegraph {

/// A time for a sentence, rounded up: "200 milliseconds", "1 second", "40 minutes", "3 hours", "12 days".
std::string duration_in_words(double seconds);

}  // namespace oscegraph
