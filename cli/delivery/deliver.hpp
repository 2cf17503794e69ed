// SPDX-License-Identifier: Apache-2.0
//
// Where an answer goes and as what. A table format gets the answer's rows, a graph format its part
// of the graph. `--as` names the format, else the extension of `-o` does, else it is a table for the
// terminal. Where a name fits both (.json), a command that answers with rows writes its rows and
// `export` writes the graph; a path that ends in '/' is always a graph, as a folder of CSV files.
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

/// Looks at no file. Throws UsageError that lists what would do.
Delivery plan_delivery(const Command& command, const Values& values);

/// Writes it, whole or not at all, then tells on standard error what is not in the output itself:
/// what narrowing left out, what the format could not carry, what was written. Throws Error.
void deliver(const Answer& answer, const Subset& scope, const Delivery& delivery,
             Terminal& terminal);

}  // namespace oscegraph::cli
