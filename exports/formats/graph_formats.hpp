// SPDX-License-Identifier: Apache-2.0
//
// The table of the formats that a Subset is written in. Help, completion and -o read it. A new format is
// one file, one declaration in graphs/graph_writers.hpp and one row in graph_formats.cpp.
#pragma once

#include <span>
#include <string_view>

#include "oscegraph/exports/model/graph_format.hpp"

namespace oscegraph {

/// In the order people are shown them.
std::span<const GraphFormat> graph_formats();

/// nullptr when there is none of that name.
const GraphFormat* find_graph_format(std::string_view name);

/// By the path's ending, whatever its case; nullptr when none fits.
const GraphFormat* graph_format_for(std::string_view path);

}  // namespace oscegraph
