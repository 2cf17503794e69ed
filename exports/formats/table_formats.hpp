// SPDX-License-Identifier: Apache-2.0
//
// The table of the formats that a Table is written in. Help, completion and -o read it. A new format is
// one file, one declaration in tables/table_writers.hpp and one row in table_formats.cpp.
#pragma once

#include <span>
#include <string_view>

#include "oscegraph/exports/tables/table_format.hpp"

namespace oscegraph {

/// In the order people are shown them.
std::span<const TableFormat> table_formats();

/// nullptr when there is none of that name.
const TableFormat* find_table_format(std::string_view name);

/// By the path's extension, whatever its case; nullptr when none fits.
const TableFormat* table_format_for(std::string_view path);

}  // namespace oscegraph
