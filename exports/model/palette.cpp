// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/model/palette.hpp"

#include <array>
#include <cstddef>
#include <string_view>

#include "oscegraph/exports/model/kind_forms.hpp"

namespace oscegraph {
namespace {

using namespace okabe_ito;

struct RelationColour {
  Relation relation;
  Colour colour;
};
constexpr std::array relation_colours{
    RelationColour{Relation::funds, blue},
    RelationColour{Relation::implements, green},
    RelationColour{Relation::partners, purple},
    RelationColour{Relation::assists, orange},
    RelationColour{Relation::hosts, grey},
    RelationColour{Relation::part_of, black},
    RelationColour{Relation::channels_to, vermilion},
};

static_assert(has_row_for_each(relation_colours, &RelationColour::relation),
              "each relation of the vocabulary has a row here");

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

Colour colour_of(Kind kind) { return forms_of(kind).colour; }

Colour colour_of(Relation relation) {
  return relation_colours.at(static_cast<std::size_t>(relation)).colour;
}

Colour colour_of_group(double number) {
  constexpr std::array<Colour, 7> colours{blue, orange, green, purple, sky_blue, vermilion, yellow};
  if (!(number >= 1) || number > 2 * colours.size()) return grey;
  const auto place = static_cast<std::size_t>(number) - 1;
  return place < colours.size() ? colours[place] : colours[place - colours.size()].tint();
}

}  // namespace oscegraph
