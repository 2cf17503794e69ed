// SPDX-License-Identifier: Apache-2.0
//
// Collects faults in records that rules made from running texts. An impossible claim (a relation
// that does not allow these kinds, a period that ends before it begins) is a fault of one text
// only: the claim is left out, one warning per text reports it, and the load goes on. The same
// fault in a record that somebody wrote is an error.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <vector>

#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/loader/inputs/source.hpp"
#include "oscegraph/loader/records/record.hpp"

namespace oscegraph {

class TextFaults {
 public:
  /// Where the checks of a record report. Call note() with the record afterwards.
  Problems& open() { return open_; }
  /// Counts the problems reported for `record`, if any.
  void note(const Record& record);
  /// Counts a fault that is found after all records are in.
  void note(std::uint32_t source, Problem problem);

  /// Whether the source is a running text.
  [[nodiscard]] bool is_text(std::uint32_t source) const {
    return source < texts_.size() && texts_[source];
  }

  /// One warning for each text with a fault, in order of reading: the first fault, and how many
  /// more there are.
  std::vector<Problem> take_warnings(const std::deque<Source>& sources);

 private:
  struct OfText {
    Problem first;
    std::size_t count = 0;
  };
  static constexpr std::size_t no_limit = SIZE_MAX;
  Problems open_{no_limit};
  std::vector<bool> texts_;  ///< by source
  std::map<std::uint32_t, OfText> faults_;
};

}  // namespace oscegraph
