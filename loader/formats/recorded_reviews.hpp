// SPDX-License-Identifier: Apache-2.0
//
// Which decisions of a review a file of records holds. An output that would replace the file asks: a
// review is work of days, and a claim that was refused is in no graph that could give it back.
#pragma once

#include <cstddef>
#include <string>

namespace oscegraph {

struct RecordedReviews {
  std::size_t refused =
      0;  ///< claims of which a person said no, or something that is no known word
  std::size_t accepted = 0;  ///< said yes, or corrected
  /// The file speaks of reviews, and a part of it cannot be read.
  bool unsure = false;

  [[nodiscard]] bool any() const { return refused + accepted > 0 || unsure; }
};

/// Reads the file as load() would, by its content and its name, so that it does not matter how the JSON or
/// the table is spelt. A table with the columns of claims counts, whatever it is called. Nothing is
/// recorded in a file that is missing or in no format of records. Costs a read of the file, and its
/// parsing where the word stands in it.
RecordedReviews recorded_reviews(const std::string& path);

}  // namespace oscegraph
