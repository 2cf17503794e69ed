// SPDX-License-Identifier: Apache-2.0
//
// Declares the readers of graph files. Each reader turns nodes and edges into records and pushes
// the records into the context's sink.
#pragma once

#include "oscegraph/loader/records/read_context.hpp"

namespace oscegraph {

void read_graphml(Source& source, ReadContext& context);
void read_gexf(Source& source, ReadContext& context);
void read_dot(Source& source, ReadContext& context);
/// Reads a graph file that is in memory; load() maps one that is a regular file.
void read_oscg(Source& source, ReadContext& context);

}  // namespace oscegraph
