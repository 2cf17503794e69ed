// SPDX-License-Identifier: Apache-2.0
//
// Writes tables and subsets as lines of text, so that a test can compare a whole answer.
#pragma once

#include <string>
#include <vector>

#include "oscegraph/graph/answer.hpp"

namespace oscegraph::test {

/// The columns' names, then the rows: cells joined by " | ", unknown as "-", lists by ", ".
std::string lines(const Table& table);

/// Only the named columns, in that order.
std::string lines(const Table& table, const std::vector<std::string>& columns);

/// All notes, each on a line.
std::string note_lines(const Table& table);

/// Ids of the subset's nodes, joined by " ".
std::string node_ids(const Subset& subset);

/// "from relation to" of each edge, each on a line.
std::string edge_lines(const Subset& subset);

}  // namespace oscegraph::test
