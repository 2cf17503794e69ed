// SPDX-License-Identifier: Apache-2.0
//
// The colours of kinds and relations, the same in every drawing: Okabe and Ito's set, which stays
// apart for colour-blind readers (https://jfly.uni-koeln.de/color/).
#pragma once

#include <cstdint>
#include <string>

#include "oscegraph/graph/vocabulary.hpp"

namespace oscegraph {

struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  /// "#0072b2"
  [[nodiscard]] std::string hex() const;
  /// Mixed with white, for surfaces that text stands on.
  [[nodiscard]] Colour tint() const;
};

/// Black text is readable on all of them and on their tints.
Colour colour_of(Kind kind);
/// All are readable as thin lines on white.
Colour colour_of(Relation relation);

/// Groups are numbered from 1, the largest first: those have colours of their own, the next ones
/// the tints of these, all others (and NaN) are grey.
Colour colour_of_group(double number);

}  // namespace oscegraph
