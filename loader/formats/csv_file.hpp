// SPDX-License-Identifier: Apache-2.0
//
// A CSV file is a table of Gephi's, by its header, or a table of records.
#pragma once

#include <string_view>

#include "oscegraph/loader/records/read_context.hpp"

namespace oscegraph {

void read_csv(Source& source, ReadContext& context);

/// Whether a file is a table of Gephi's with edges: it is read after the tables of their nodes.
bool is_gephi_edge_table(std::string_view path);

}  // namespace oscegraph
