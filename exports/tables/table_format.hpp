// SPDX-License-Identifier: Apache-2.0
//
// The ways to write a Table: one row each, one file each (table_text.cpp, table_csv.cpp, ...). Help,
// completion and -o read this list; a new format is one file, one declaration in table_writers.hpp
// and one row in table_formats.cpp.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "oscegraph/exports/output/output.hpp"
#include "oscegraph/graph/table.hpp"

namespace oscegraph {

struct TableStyle {
  std::size_t width = 0;  ///< columns of the terminal; 0: as wide as the table is
  bool colour = false;    ///< bold title and header, by ANSI escapes
};

struct TableFormat {
  std::string_view name;
  std::vector<std::string_view> extensions;  ///< ".csv"; the first is the usual one
  std::string_view description;
  void (*write)(const Table&, const TableStyle&, Output&);
  bool rows_only = false;  ///< no place for the notes below a table
};

/// In the order people are shown them.
std::span<const TableFormat> table_formats();

/// nullptr when there is none of that name.
const TableFormat* find_table_format(std::string_view name);

/// By the path's extension, whatever its case; nullptr when none fits.
const TableFormat* table_format_for(std::string_view path);

}  // namespace oscegraph
