// SPDX-License-Identifier: Apache-2.0
//
// The description of a table format: its name, path endings, and the function that writes a Table.
// The table of all formats is formats/table_formats.cpp.
#pragma once

#include <cstddef>
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
  bool rows_only = false;  ///< the format has no place for the notes below a table
};

}  // namespace oscegraph
