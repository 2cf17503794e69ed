// SPDX-License-Identifier: Apache-2.0
//
// Decides where an answer is written and in which format, and writes it. A table format gets the
// rows of the answer, a graph format its part of the graph. `--as` names the format; without it,
// the extension of `-o` decides; without both, the answer is a table for the terminal. Some
// extensions (.json) belong to a format of each sort: then `export` writes the graph, and all other
// commands write their rows. A path that ends in '/' always means a graph, as a folder of CSV
// files.
#pragma once

#include <string>

#include "oscegraph/cli/delivery/look.hpp"
#include "oscegraph/cli/model/command.hpp"
#include "oscegraph/cli/terminal/terminal.hpp"
#include "oscegraph/exports/formats/graph_formats.hpp"
#include "oscegraph/exports/formats/table_formats.hpp"
#include "oscegraph/graph/answer.hpp"

namespace oscegraph::cli {

struct Delivery {
  std::string path;  ///< empty: standard output
  const TableFormat* table = nullptr;
  const GraphFormat* graph = nullptr;  ///< exactly one of the two is set
  Look look{};                         ///< of a graph's nodes
  GraphStyle style{};                  ///< what options and inputs say; the answer gives the title
  std::string loss_report{};           ///< a path; empty: standard error is enough
};

/// Opens no file. Throws a UsageError that lists what is possible.
Delivery plan_delivery(const Command& command, const Values& values);

/// Writes the answer, whole or not at all. Then prints on standard error what the output does not
/// contain: what narrowing left out, what the format could not carry, what was written. Throws
/// Error.
void deliver(const Answer& answer, const Subset& scope, const Delivery& delivery,
             Terminal& terminal);

}  // namespace oscegraph::cli
