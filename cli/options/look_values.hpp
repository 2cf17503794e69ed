// SPDX-License-Identifier: Apache-2.0
//
// What --size and --colour take.
#pragma once

#include <array>
#include <cstdint>

#include "oscegraph/cli/options/choice.hpp"

namespace oscegraph::cli {

enum class ColourBy : std::uint8_t { kind, community };
inline constexpr std::array<Choice<ColourBy>, 2> colours{
    {{"kind", ColourBy::kind}, {"community", ColourBy::community}}};

extern const ValueType size_value;
extern const ValueType colour_value;

}  // namespace oscegraph::cli
