// SPDX-License-Identifier: Apache-2.0
//
// Declares the functions that write graphs, for other programs and for our own reader, one file for
// each; formats/graph_formats.cpp lists them.
#pragma once

#include "oscegraph/exports/model/graph_format.hpp"

namespace oscegraph {

void write_jsonl(const Subset&, const GraphStyle&, Output&, LossReport&);
void write_json(const Subset&, const GraphStyle&, Output&, LossReport&);
void write_csv_folder(const Subset&, const GraphStyle&, OutputFolder&, LossReport&);
/// Writes only the claims.csv of write_csv_folder().
void write_claims_csv(const Subset& subset, Output& out);
void write_oscg(const Subset&, const GraphStyle&, Output&, LossReport&);
void write_graphml(const Subset&, const GraphStyle&, Output&, LossReport&);
void write_graphml_strict(const Subset&, const GraphStyle&, Output&, LossReport&);
void write_graphml_yed(const Subset&, const GraphStyle&, Output&, LossReport&);
void write_gexf(const Subset&, const GraphStyle&, Output&, LossReport&);
void write_gexf_1_3(const Subset&, const GraphStyle&, Output&, LossReport&);
void write_gexf_desktop(const Subset&, const GraphStyle&, Output&, LossReport&);
void write_dot(const Subset&, const GraphStyle&, Output&, LossReport&);
void write_dot_gephi(const Subset&, const GraphStyle&, Output&, LossReport&);
void write_csv_gephi(const Subset&, const GraphStyle&, OutputFolder&, LossReport&);
void write_cyjs(const Subset&, const GraphStyle&, Output&, LossReport&);
void write_jgf(const Subset&, const GraphStyle&, Output&, LossReport&);
void write_graphology(const Subset&, const GraphStyle&, Output&, LossReport&);
void write_neo4j(const Subset&, const GraphStyle&, OutputFolder&, LossReport&);
void write_ftm(const Subset&, const GraphStyle&, Output&, LossReport&);
void write_sqlite(const Subset&, const GraphStyle&, Output&, LossReport&);

}  // namespace oscegraph
