// SPDX-License-Identifier: Apache-2.0
//
// Defines the first examples of the overview, and the version, which the build passes in.
#include "oscegraph/cli/model/program.hpp"

#include <array>

namespace oscegraph::cli {
namespace {

constexpr std::array steps{
    Example{"oscegraph funding", "which States fund which offices"},
    Example{"oscegraph why Germany Tajikistan", "who says so, and where"},
    Example{"oscegraph path Germany Norway -o between.svg", "a drawing of what connects them"},
};

}  // namespace

std::span<const Example> first_steps() { return steps; }

// The build says; it is the only place that knows.
std::string_view version() { return OSCEGRAPH_VERSION; }

}  // namespace oscegraph::cli
