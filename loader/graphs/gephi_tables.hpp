// SPDX-License-Identifier: Apache-2.0
//
// Reads tables in the form that Gephi imports and exports into records, whether we or others wrote
// them. The header shows which table it is: nodes have a column "Id", edges "Source" and "Target".
// Other columns are attributes, as in any graph file. For columns with other names, a mapping that
// begins with `records = graph` says what they mean.
//
// Our own export has a third table, the evidence: one row per claim, with its document. It holds
// more than the table of edges, which is its sum, so in a folder that has it the edges are skipped.
//
// An edge of type "Undirected" has no direction, one of type "Mutual" both; without a type it is
// directed. The nodes of the edges are in another table, which is read before.
#pragma once

#include "oscegraph/loader/tables/csv_rows.hpp"

namespace oscegraph {

bool is_gephi_table(const CsvRows& rows);
/// Precondition: is_gephi_table(rows).
void read_gephi_table(const Source& source, CsvRows& rows, ReadContext& context);

/// Whether a file in a folder is such a table by its name, edges.csv, and there is no evidence.csv
/// beside it.
bool is_gephi_table_to_read(std::string_view path);

/// Whether a CSV file is a table of edges, by its header.
bool has_gephi_edges(std::string_view path);

}  // namespace oscegraph
