// SPDX-License-Identifier: Apache-2.0
//
// What a query answers: rows to read, and the part of the graph the rows are about. Having both,
// every command prints, saves as CSV or JSON, and exports to every graph format, with no code of
// its own.
#pragma once

#include "oscegraph/graph/subset.hpp"
#include "oscegraph/graph/table.hpp"

namespace oscegraph {

struct Answer {
  Table table;
  Subset subset;
};

}  // namespace oscegraph
