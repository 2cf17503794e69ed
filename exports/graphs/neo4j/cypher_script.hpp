// SPDX-License-Identifier: Apache-2.0
//
// The graph as Cypher statements that add it to a running Neo4j server. They carry the data in
// themselves, so the server needs to read no file; they merge by id, so running them twice changes
// nothing, and running those of a newer graph leaves no property of an older one.
#pragma once

#include "oscegraph/exports/graphs/neo4j/neo4j_model.hpp"
#include "oscegraph/exports/output/output.hpp"

namespace oscegraph {

void write_cypher_script(Neo4jModel& model, Output& out, LossReport& losses);

/// 'text' with its quotes, backslashes and line breaks escaped.
void append_cypher_string(Output& out, std::string_view text);

}  // namespace oscegraph
