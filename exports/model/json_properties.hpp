// SPDX-License-Identifier: Apache-2.0
//
// Writes a row of properties as members of a JSON object: numbers and booleans bare, other values
// as strings; missing values are left out. Amounts keep their exact decimals.
#pragma once

#include <string_view>
#include <vector>

#include "oscegraph/exports/model/property.hpp"
#include "oscegraph/exports/text/json_text.hpp"

namespace oscegraph {

void append_json_properties(JsonObject& object, const std::vector<Property>& columns,
                            const PropertyRow& row);

}  // namespace oscegraph
