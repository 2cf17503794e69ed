// SPDX-License-Identifier: Apache-2.0
//
// The tables that Gephi imports and exports, ours and other people's, told by their headers: nodes have
// an "Id", edges a "Source" and a "Target". The other columns are attributes, as in any graph file; a
// mapping that begins with `records = graph` says what foreign ones mean.
//
// Our own export has a third table, the evidence: a row for each claim and what its document is. Where
// it is there, it has more to say than the edges, which add it up, so a folder is read without those.
//
// An edge whose type is "Undirected" or "Mutual" is one without direction, or of both; without a type it
// is directed. The nodes of an edge are in another table, which is read before it.
#pragma once

#include "oscegraph/loader/tables/csv_rows.hpp"

namespace oscegraph {

bool is_gephi_table(const CsvRows& rows);
/// Precondition: is_gephi_table(rows).
void read_gephi_table(const Source& source, CsvRows& rows, ReadContext& context);

/// Whether a file of a folder is one of these by its name, edges.csv, and is not made needless by an
/// evidence.csv beside it.
bool is_gephi_table_to_read(std::string_view path);

/// Whether a CSV file is a table of edges, by its header.
bool has_gephi_edges(std::string_view path);

}  // namespace oscegraph
