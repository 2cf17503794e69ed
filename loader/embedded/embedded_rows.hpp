// SPDX-License-Identifier: Apache-2.0
//
// Reads the tables that are compiled into the program, row by row: the CSV files of the gazetteer
// and those of the rules for running text. Cost: each call parses the CSV again.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "oscegraph/loader/inputs/csv/csv_table.hpp"

namespace oscegraph {

/// Calls `use` with each row below the header. `file` is the end of the table's path: "words.csv",
/// "sums/dates.csv". The texts live as long as the program. Throws std::logic_error for an unknown
/// table.
void for_each_row(std::string_view file, const std::function<void(std::vector<CsvField>&)>& use);

/// Calls `use` with each part of "a;b;c" that is not empty.
void for_each_part(std::string_view list, char separator,
                   const std::function<void(std::string_view)>& use);

}  // namespace oscegraph
