// SPDX-License-Identifier: Apache-2.0
//
// Reads a CSV file into records. Its header decides whether it is read as a Gephi table of nodes or
// edges or as an ordinary table. With a mapping for ordinary tables, it is always read as one.
#pragma once

#include <string_view>

#include "oscegraph/loader/records/read_context.hpp"

namespace oscegraph {

void read_csv(Source& source, ReadContext& context);

/// Whether a file is a Gephi table of edges, which must be read after the tables of its nodes.
bool is_gephi_edge_table(std::string_view path);

}  // namespace oscegraph
