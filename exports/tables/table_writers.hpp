// SPDX-License-Identifier: Apache-2.0
//
// Declares the functions that write tables as text, one file for each; formats/table_formats.cpp
// lists them.
#pragma once

#include "oscegraph/exports/tables/table_format.hpp"

namespace oscegraph {

void write_table_text(const Table& table, const TableStyle& style, Output& out);
void write_table_csv(const Table& table, const TableStyle& style, Output& out);
void write_table_json(const Table& table, const TableStyle& style, Output& out);
void write_table_markdown(const Table& table, const TableStyle& style, Output& out);

}  // namespace oscegraph
