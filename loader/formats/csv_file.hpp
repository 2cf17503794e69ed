// SPDX-License-Identifier: Apache-2.0
//
// Reads a CSV file into records. The header decides how: a table of nodes, edges or evidence as
// we write it for Gephi is read as a part of a graph; any other file is read as an ordinary table.
// If the user gives a mapping for ordinary tables, every CSV file is read as an ordinary table.
#pragma once

#include <string_view>

#include "oscegraph/loader/records/read_context.hpp"

namespace oscegraph {

void read_csv(Source& source, ReadContext& context);

/// Whether a file is a Gephi table of edges, which must be read after the tables of its nodes.
bool is_gephi_edge_table(std::string_view path);

}  // namespace oscegraph
