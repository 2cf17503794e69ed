// SPDX-License-Identifier: Apache-2.0
//
// The types of bodies in the gazetteer that have an effect on the rules, with their properties.
// Other types have no effect.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "oscegraph/loader/gazetteer/gazetteer.hpp"

namespace oscegraph::press {

struct BodyType {
  std::string_view name;
  bool is_organization = false;     ///< the OSCE itself: see WordClass::organization
  bool is_field_operation = false;  ///< works in the State that hosts it
  bool has_a_place = false;     ///< its name is a kind of body and a place: "Centre in Ashgabat"
  bool pays_for_owner = false;  ///< pays with the money of the State or donor that it belongs to
};

inline constexpr auto body_types = std::to_array<BodyType>({
    {.name = "organization", .is_organization = true},
    {.name = "field operation", .is_field_operation = true, .has_a_place = true},
    {.name = "attached", .has_a_place = true},
    {.name = "government agency", .pays_for_owner = true},
    {.name = "ministry", .pays_for_owner = true},
    {.name = "eu", .pays_for_owner = true},
    {.name = "academy", .pays_for_owner = true},
});

constexpr BodyType body_type(const GazetteerEntry& entry) {
  const auto row = std::ranges::find(body_types, entry.type, &BodyType::name);
  return row == body_types.end() ? BodyType() : *row;
}

}  // namespace oscegraph::press
