// SPDX-License-Identifier: Apache-2.0
//
// The colours of kinds and relations, which are the same in every drawing and on the explorer page.
// They are the palette of Okabe and Ito, whose colours colour-blind readers can distinguish
// (https://jfly.uni-koeln.de/color/).
#pragma once

#include <cstdint>
#include <string>

#include "oscegraph/graph/values/vocabulary.hpp"

namespace oscegraph {

struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  /// "#0072b2"
  [[nodiscard]] std::string hex() const;
  /// The colour mixed with white, for surfaces under text.
  [[nodiscard]] Colour tint() const;
};

namespace okabe_ito {
inline constexpr Colour orange{230, 159, 0};
inline constexpr Colour sky_blue{86, 180, 233};
inline constexpr Colour green{0, 158, 115};
inline constexpr Colour yellow{240, 228, 66};
inline constexpr Colour blue{0, 114, 178};
inline constexpr Colour vermilion{213, 94, 0};
inline constexpr Colour purple{204, 121, 167};
inline constexpr Colour grey{120, 120, 120};
inline constexpr Colour black{0, 0, 0};
}  // namespace okabe_ito

/// Black text is readable on each of these colours and on its tint. See kind_forms.hpp.
Colour colour_of(Kind kind);
/// Each of these colours is visible as a thin line on white.
Colour colour_of(Relation relation);

/// Groups are numbered from 1, the largest first. The first groups have the colours of the palette,
/// the next ones the tints of these colours, all others (and NaN) are grey.
Colour colour_of_group(double number);

}  // namespace oscegraph
