// SPDX-License-Identifier: Apache-2.0
//
// The tables beside this file (words.csv, numbers.csv, ...) are compiled into the program; this reads
// them row by row.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "oscegraph/loader/csv_table.hpp"

namespace oscegraph::press {

/// Calls `use` with each row below the header of "words.csv" and the like; the texts live as long as
/// the program. Throws std::logic_error when there is no such table.
void for_each_row(std::string_view file, const std::function<void(std::vector<CsvField>&)>& use);

/// Calls `use` with each part of "a;b;c".
void for_each_part(std::string_view list, char separator,
                   const std::function<void(std::string_view)>& use);

}  // namespace oscegraph::press
