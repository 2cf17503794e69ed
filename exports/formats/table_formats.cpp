// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/formats/table_formats.hpp"

#include <algorithm>

#include "oscegraph/exports/output/path_ending.hpp"
#include "oscegraph/exports/pictures/picture_writers.hpp"
#include "oscegraph/exports/tables/table_writers.hpp"

namespace oscegraph {

std::span<const TableFormat> table_formats() {
  static const std::vector<TableFormat> formats{
      {"text", {".txt"}, "aligned columns, for people", write_table_text},
      {"csv", {".csv"}, "comma-separated values, for spreadsheets and R", write_table_csv, true},
      {"json", {".json"}, "one JSON object, for programs", write_table_json},
      {"md", {".md", ".markdown"}, "a Markdown table, for reports", write_table_markdown},
      {"heatmap", {".heat.svg"}, "counts as shades of one colour, for the web", write_heat_map},
      {"heatmap-png", {".heat.png"}, "the same as an image", write_heat_map_png},
      {"heatmap-pdf", {".heat.pdf"}, "the same for print", write_heat_map_pdf},
  };
  return formats;
}

const TableFormat* find_table_format(std::string_view name) {
  const auto found = std::ranges::find(table_formats(), name, &TableFormat::name);
  return found == table_formats().end() ? nullptr : &*found;
}

const TableFormat* table_format_for(std::string_view path) {
  return format_by_ending(table_formats(), path);
}

}  // namespace oscegraph
