// SPDX-License-Identifier: Apache-2.0
//
// Counts the edges of a DOT file that Graphviz silently merges: in a strict graph, all edges with
// the same ends; in any graph, all edges with the same ends and the same key. Only the attributes
// of the last merged edge remain, so one of two payments may be lost, and a note must report the
// count.
#pragma once

#include <graphviz/cgraph.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace oscegraph {

/// Graphviz's own numbering of names, extended to count edges whose key occurred before. Use it
/// only within a GraphvizSession, since the counters are global.
Agiddisc_t* counting_ids();
/// The count since the last call.
std::uint64_t take_repeated_keys();

/// The text without "strict"; nullopt when the graph is not strict.
std::optional<std::string> without_strict(std::string_view dot);

}  // namespace oscegraph
