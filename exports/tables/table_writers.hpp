// SPDX-License-Identifier: Apache-2.0
//
// One writer a table format; table_formats.cpp lists them.
#pragma once

#include "oscegraph/exports/tables/table_format.hpp"

namespace oscegraph {

void write_table_text(const Table& table, const TableStyle& style, Output& out);
void write_table_csv(const Table& table, const TableStyle& style, Output& out);
void write_table_json(const Table& table, const TableStyle& style, Output& out);
void write_table_markdown(const Table& table, const TableStyle& style, Output& out);
void write_heat_map(const Table& table, const TableStyle& style, Output& out);
void write_heat_map_png(const Table& table, const TableStyle& style, Output& out);
void write_heat_map_pdf(const Table& table, const TableStyle& style, Output& out);

}  // namespace oscegraph
