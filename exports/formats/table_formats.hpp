// SPDX-License-Identifier: Apache-2.0
//
// The table of the formats in which a Table can be written. The help, the completion and the option
// `-o` use it. A new format needs one file, one declaration in tables/table_writers.hpp and one row
// in table_formats.cpp.
#pragma once

#include <span>
#include <string_view>

#include "oscegraph/exports/tables/table_format.hpp"

namespace oscegraph {

/// All formats, in the order in which help shows them.
std::span<const TableFormat> table_formats();

/// The format of that name; nullptr when there is none.
const TableFormat* find_table_format(std::string_view name);

/// The format for the path's extension (letter case ignored); nullptr when no format has it.
const TableFormat* table_format_for(std::string_view path);

}  // namespace oscegraph
