// SPDX-License-Identifier: Apache-2.0
//
// Writes the graph as Cypher statements that add it to a running Neo4j server. The statements
// contain the data, so the server need not read a file. They merge by id: running the script twice
// changes nothing, and running the script of a newer graph leaves no property of the older one.
#pragma once

#include "oscegraph/exports/graphs/neo4j/neo4j_model.hpp"
#include "oscegraph/exports/output/output.hpp"

namespace oscegraph {

void write_cypher_script(Neo4jModel& model, Output& out, LossReport& losses);

/// Appends the text in quotes, with its quotes, backslashes and line breaks escaped.
void append_cypher_string(Output& out, std::string_view text);

}  // namespace oscegraph
