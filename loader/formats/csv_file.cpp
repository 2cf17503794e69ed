// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/formats/csv_file.hpp"

#include "oscegraph/loader/formats/format.hpp"
#include "oscegraph/loader/graphs/gephi_tables.hpp"
#include "oscegraph/loader/tables/csv_reader.hpp"
#include "oscegraph/loader/tables/mapping.hpp"

namespace oscegraph {

void read_csv(Source& source, ReadContext& context) {
  CsvRows rows(source, context);
  const bool tables_have_map = context.map != nullptr && !context.map->graph;
  if (!tables_have_map && is_gephi_table(rows)) read_gephi_table(source, rows, context);
  else read_table(source, rows, context);
}

bool is_gephi_edge_table(std::string_view path) {
  const InputFormat* format = input_format_for_path(path);
  return format != nullptr && format->table && has_gephi_edges(path);
}

}  // namespace oscegraph
