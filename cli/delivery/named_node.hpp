// SPDX-License-Identifier: Apache-2.0
//
// Finds the node that a command line or a request names. When there is none, the error says what to try.
#pragma once

#include <string_view>

#include "oscegraph/ask/node_finder.hpp"

namespace oscegraph::cli {

/// As NodeFinder::find(); an error that knows nothing near says where all nodes are listed.
NodeId named_node(std::string_view text, const Subset& scope, const NodeFinder& finder);

}  // namespace oscegraph::cli
