// SPDX-License-Identifier: Apache-2.0
//
// Reads CSV tables into records. The tables documents.csv, nodes.csv and claims.csv have our field
// names as headers. In nodes.csv, each attribute has a column "attributes.NAME", and aliases are
// separated by '|', with '\|' and '\\' for those characters themselves. Any other table needs a
// mapping, and each of its rows may state several records. An empty cell is a missing field.
//
// Errors that only follow from another one are not reported: no row is read of a table with a wrong
// header, and the ids of a damaged row are remembered, so that references to them are no errors.
#pragma once

#include <optional>
#include <string_view>

#include "oscegraph/loader/tables/csv_rows.hpp"

namespace oscegraph {

/// The record type in a table's name: documents, nodes or claims; nullopt for other names.
std::optional<RecordType> type_of_table(std::string_view path);

/// Reads the remaining rows of the source, of which none may have been taken, and pushes the
/// records of each, in order.
void read_table(Source& source, CsvRows& rows, ReadContext& context);

}  // namespace oscegraph
