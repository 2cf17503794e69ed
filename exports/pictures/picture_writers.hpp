// SPDX-License-Identifier: Apache-2.0
//
// Declares the functions that write pictures: networks, flows (Sankey diagrams) and heat maps of
// tables. The tables in formats/ list them.
#pragma once

#include "oscegraph/exports/model/graph_format.hpp"
#include "oscegraph/exports/tables/table_format.hpp"

namespace oscegraph {

void write_svg(const Subset&, const GraphStyle&, Output&, LossReport&);
void write_png(const Subset&, const GraphStyle&, Output&, LossReport&);
void write_sankey(const Subset&, const GraphStyle&, Output&, LossReport&);
void write_sankey_png(const Subset&, const GraphStyle&, Output&, LossReport&);
void write_sankey_pdf(const Subset&, const GraphStyle&, Output&, LossReport&);
void write_pdf(const Subset&, const GraphStyle&, Output&, LossReport&);
void write_heat_map(const Table& table, const TableStyle& style, Output& out);
void write_heat_map_png(const Table& table, const TableStyle& style, Output& out);
void write_heat_map_pdf(const Table& table, const TableStyle& style, Output& out);

}  // namespace oscegraph
