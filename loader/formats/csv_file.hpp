// SPDX-License-Identifier: Apache-2.0
//
// Reads a CSV file: as a table of Gephi or as a table of records, which its header decides.
#pragma once

#include <string_view>

#include "oscegraph/loader/records/read_context.hpp"

namespace oscegraph {

void read_csv(Source& source, ReadContext& context);

/// Whether a file is a Gephi table of edges, which must be read after the tables of its nodes.
bool is_gephi_edge_table(std::string_view path);

}  // namespace oscegraph
