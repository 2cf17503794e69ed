// SPDX-License-Identifier: Apache-2.0
//
// The score by which a drawing sizes or colours nodes, by name.
#pragma once

#include <string>
#include <string_view>

#include "oscegraph/graph/subset.hpp"

namespace oscegraph {

/// Throws when the subset has none of that name; `use` is what for: "size".
const Score& node_score(const Subset& subset, const std::string& name, std::string_view use);

}  // namespace oscegraph
