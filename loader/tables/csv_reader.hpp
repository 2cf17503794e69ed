// SPDX-License-Identifier: Apache-2.0
//
// Tables of records. documents.csv, nodes.csv and claims.csv have our field names as headers (a
// node's attributes as columns "attributes.NAME", its aliases separated by '|', with '\|' and '\\'
// for those characters themselves); any other table comes with a mapping, and its rows may state
// several records. An empty cell is a field that is not there.
//
// What only follows from a mistake is not said: of a table whose header is wrong no row is read, and of
// a row that is damaged the ids are remembered, so that nobody calls for them.
#pragma once

#include <optional>
#include <string_view>

#include "oscegraph/loader/tables/csv_rows.hpp"

namespace oscegraph {

/// What a table's name says it holds: documents, nodes or claims; nullopt when it says nothing.
std::optional<RecordType> type_of_table(std::string_view path);

/// `rows` are those of the source, and none has been taken. Pushes the records of each row, in order.
void read_table(Source& source, CsvRows& rows, ReadContext& context);

}  // namespace oscegraph
