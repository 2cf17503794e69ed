// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/palette.hpp"

#include <array>
#include <string_view>

namespace oscegraph {
namespace {

constexpr Colour orange{230, 159, 0};
constexpr Colour sky_blue{86, 180, 233};
constexpr Colour green{0, 158, 115};
constexpr Colour yellow{240, 228, 66};
constexpr Colour blue{0, 114, 178};
constexpr Colour vermilion{213, 94, 0};
constexpr Colour purple{204, 121, 167};
constexpr Colour grey{120, 120, 120};
constexpr Colour black{0, 0, 0};

}  // namespace

std::string Colour::hex() const {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string result = "#";
  for (const std::uint8_t part : {red, green, blue}) {
    result += digits[part >> 4U];
    result += digits[part & 15U];
  }
  return result;
}

Colour Colour::tint() const {
  const auto lighter = [](std::uint8_t part) {
    return static_cast<std::uint8_t>(255 - (255 - part) * 11 / 20);
  };
  return {lighter(red), lighter(green), lighter(blue)};
}

Colour colour_of(Kind kind) {
  switch (kind) {
    case Kind::state: return sky_blue;
    case Kind::office: return green;
    case Kind::donor: return orange;
    case Kind::project: return yellow;
    case Kind::agency: return purple;
  }
  return grey;
}

Colour colour_of_group(double number) {
  constexpr std::array<Colour, 7> colours{blue, orange, green, purple, sky_blue, vermilion, yellow};
  if (!(number >= 1) || number > 2 * colours.size()) return grey;
  const auto place = static_cast<std::size_t>(number) - 1;
  return place < colours.size() ? colours[place] : colours[place - colours.size()].tint();
}

Colour colour_of(Relation relation) {
  switch (relation) {
    case Relation::funds: return blue;
    case Relation::implements: return green;
    case Relation::partners: return purple;
    case Relation::assists: return orange;
    case Relation::hosts: return grey;
    case Relation::part_of: return black;
    case Relation::channels_to: return vermilion;
  }
  return grey;
}

}  // namespace oscegraph
