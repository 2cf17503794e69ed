// SPDX-License-Identifier: Apache-2.0
//
// A name for a claim, made from what it says: the same claim has the same name in every file and
// every graph, so that programs which gather graphs know it again.
#pragma once

#include <string>
#include <string_view>

#include "oscegraph/graph/graph.hpp"

namespace oscegraph {

/// 32 hexadecimal digits. `as` tells apart several things made of one claim.
std::string claim_key(const Graph& graph, ClaimId c, std::string_view as = {});

}  // namespace oscegraph
