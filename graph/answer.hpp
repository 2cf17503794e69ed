// SPDX-License-Identifier: Apache-2.0
//
// The answer of a query: a table of rows to read, and the subset of the graph that the rows are
// about. Since every query returns both, every command can print its answer, save it as CSV or JSON
// and export it to every graph format without code of its own.
#pragma once

#include "oscegraph/graph/subset.hpp"
#include "oscegraph/graph/table.hpp"

namespace oscegraph {

struct Answer {
  Table table;
  Subset subset;
};

}  // namespace oscegraph
