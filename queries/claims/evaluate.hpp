// SPDX-License-Identifier: Apache-2.0
//
// Measures how many of the claims found in texts are right. They are compared with a gold file,
// which contains the claims that a person found in the same texts. Two documents are the same if
// their file names are equal without folder and ending; for a document without a file, its id is
// used as the file name. A statement consists of a document, a relation and two nodes. All projects
// count as the same node, since a text often gives no title and then the title is invented by
// whoever read it. A statement that several claims make counts once. The result has precision,
// recall and F1 for each relation.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "oscegraph/graph/answer.hpp"

namespace oscegraph {

/// The counts and shares for the statements of one relation. A share of nothing is 0.
struct RelationScore {
  Relation relation{};
  std::size_t right = 0;
  std::size_t invented = 0;
  std::size_t missed = 0;
  double precision = 0;
  double recall = 0;
  double f1 = 0;  ///< harmonic mean of the two
};

struct Evaluation {
  std::vector<RelationScore> relations{};  ///< in the order of the vocabulary
  /// For each statement that was missed, the first claim of the gold graph that states it; in order
  /// of document, relation and ends.
  std::vector<ClaimId> missed{};
  /// The same for found statements that the gold graph does not have.
  std::vector<ClaimId> invented{};
  /// Documents of the gold graph that were not among the inputs.
  std::vector<std::string> not_read{};
  std::size_t documents_left_out = 0;  ///< documents that only the found graph has
  Subset subset;                       ///< the whole graph that was found
  Subset gold;                         ///< the whole gold graph
};

/// Only documents that the gold graph has count. Throws Stopped. Cost: O(n log n) in the claims.
Evaluation evaluate(const Graph& found, const Graph& gold, const Context& context = {});

/// A row for each relation: precision, recall and F1. Notes: every statement that was missed or
/// invented, with its words, and the documents that only one side has.
Table table_of(const Evaluation& evaluation, const Context& context = {});

}  // namespace oscegraph
