// SPDX-License-Identifier: Apache-2.0
//
// Counts the review decisions in a file of records, so that an export can refuse to replace the
// file. A review can be the work of days, and a refused claim is in no graph from which it could be
// restored.
#pragma once

#include <cstddef>
#include <string>

namespace oscegraph {

struct RecordedReviews {
  /// Claims that a person refused, or with a review that is no known word.
  std::size_t refused = 0;
  std::size_t accepted = 0;  ///< claims accepted or corrected
  /// The file has reviews, and a part of it cannot be read.
  bool unsure = false;

  [[nodiscard]] bool any() const { return refused + accepted > 0 || unsure; }
};

/// Reads the file as load() would, by its content and name, whatever its layout. A table with the
/// columns of claims counts under any name. A missing file, or one in a format without records, has
/// no reviews. Cost: reads the file, and parses it when it contains the word.
RecordedReviews recorded_reviews(const std::string& path);

}  // namespace oscegraph
