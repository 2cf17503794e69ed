// SPDX-License-Identifier: Apache-2.0
//
// Finds the node that a command line or a request names. If there is none, the error says what to
// try.
#pragma once

#include <string_view>

#include "oscegraph/ask/node_finder.hpp"

namespace oscegraph::cli {

/// As NodeFinder::find(). If the error has no similar name to suggest, it says how to list all
/// nodes.
NodeId named_node(std::string_view text, const Subset& scope, const NodeFinder& finder);

}  // namespace oscegraph::cli
