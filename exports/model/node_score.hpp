// SPDX-License-Identifier: Apache-2.0
//
// Finds a score of the subset by its name. The score gives nodes their sizes or colours.
#pragma once

#include <string>
#include <string_view>

#include "oscegraph/graph/subset.hpp"

namespace oscegraph {

/// Throws when the subset has no score of that name. `use` says what it is for, in the message:
/// "size".
const Score& node_score(const Subset& subset, const std::string& name, std::string_view use);

}  // namespace oscegraph
