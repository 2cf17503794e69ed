// SPDX-License-Identifier: Apache-2.0
//
// Computes the key of a claim: a hash of its fields. The same claim has the same key in every file
// and every graph, so that programs which merge graphs recognise it.
#pragma once

#include <string>
#include <string_view>

#include "oscegraph/graph/graph.hpp"

namespace oscegraph {

/// 32 hexadecimal digits. `as` is hashed too: it gives different keys to several objects that are
/// made from one claim.
std::string claim_key(const Graph& graph, ClaimId c, std::string_view as = {});

}  // namespace oscegraph
