// SPDX-License-Identifier: Apache-2.0
//
// Which edges of a DOT file Graphviz takes for one without a word: in a strict graph all those of the
// same ends, in any graph those of the same ends and the same key. The attributes of the last one win,
// so a payment that is written twice is one, and a note has to say so.
#pragma once

#include <graphviz/cgraph.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace oscegraph {

/// Graphviz's own numbering of names, which counts the edges whose key has been there before. Only
/// within a GraphvizSession: Graphviz has one for the whole program.
Agiddisc_t* counting_ids();
/// Since this was called last.
std::uint64_t take_repeated_keys();

/// The same graph, not strict; nullopt when it does not begin with "strict".
std::optional<std::string> without_strict(std::string_view dot);

}  // namespace oscegraph
