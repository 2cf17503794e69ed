// SPDX-License-Identifier: Apache-2.0
//
// How right are claims that were read out of texts? They are compared with a gold file: what a careful
// reader found in the same texts. Documents meet by id, else by file name. A statement is a document,
// a relation and its two ends; a project counts as the same whatever its title, since a text that
// gives none leaves its name to the reader. Each statement counts once, however often it is said.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "oscegraph/graph/answer.hpp"

namespace oscegraph {

/// Of the statements of one relation. A share of nothing is 0.
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
  /// For each statement that was missed, the first claim of the gold that says so; in order of
  /// document, relation and ends.
  std::vector<ClaimId> missed{};
  std::vector<ClaimId> invented{};      ///< the same of statements that the gold does not have
  std::vector<std::string> not_read{};  ///< documents of the gold that were not among the inputs
  std::size_t documents_left_out = 0;   ///< that the gold does not have
  Subset subset;                        ///< the whole graph that was found
  Subset gold;                          ///< the whole gold
};

/// Only documents of the gold count. Throws Stopped. Cost: O(n log n) in the claims.
Evaluation evaluate(const Graph& found, const Graph& gold, const Context& context = {});

/// A row for each relation: precision, recall and F1. Notes: every statement that was missed or
/// invented, with its words, and the documents that only one side has.
Table table_of(const Evaluation& evaluation, const Context& context = {});

}  // namespace oscegraph
