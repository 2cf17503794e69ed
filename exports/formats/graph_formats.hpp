// SPDX-License-Identifier: Apache-2.0
//
// The table of the formats in which a Subset can be written. The help, the completion and the
// option `-o` use it. A new format needs one file, one declaration in graphs/graph_writers.hpp and
// one row in graph_formats.cpp.
#pragma once

#include <span>
#include <string_view>

#include "oscegraph/exports/model/graph_format.hpp"

namespace oscegraph {

/// All formats, in the order in which help shows them.
std::span<const GraphFormat> graph_formats();

/// The format of that name; nullptr when there is none.
const GraphFormat* find_graph_format(std::string_view name);

/// The format for the path's ending (letter case ignored); nullptr when no format has that ending.
const GraphFormat* graph_format_for(std::string_view path);

}  // namespace oscegraph
