// SPDX-License-Identifier: Apache-2.0
//
// Stores the places of values and decides how faults are reported. A fault in a record that
// somebody wrote is an error. A fault in a claim that a rule found in running text is a warning
// about that text (text_faults.hpp).
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/loader/inputs/source.hpp"
#include "oscegraph/loader/records/record.hpp"
#include "oscegraph/loader/resolve/text_faults.hpp"

namespace oscegraph {

/// A place in an input, compact enough to store for every claim.
struct Where {
  static constexpr std::uint32_t nowhere = ~std::uint32_t{0};
  std::uint32_t source = 0;
  std::uint32_t column = 0;
  std::uint64_t line = 0;
};

/// The place of a value of the record.
Where where_of(const Record& record, const Value& value);

class LoadReports {
 public:
  /// Both must outlive this object. Records name the sources by position.
  LoadReports(const std::deque<Source>& sources, Problems& problems)
      : sources_(sources),
        problems_(problems) {}

  /// Where the checks of this record report. Call note() afterwards.
  Problems& of(const Record& record) { return record.from_text ? text_faults_.open() : problems_; }
  void note(const Record& record) {
    if (record.from_text) text_faults_.note(record);
  }
  void report(const Where& where, std::string what, std::string allowed = {},
              std::string next = {});

  [[nodiscard]] const std::string& file(std::uint32_t source) const {
    return sources_[source].name;
  }
  /// A Place without a file when `where` is nowhere.
  [[nodiscard]] Place place_of(const Where& where) const;
  /// "file:line", for use in a sentence.
  [[nodiscard]] std::string place_text(const Where& where) const;
  /// Compares by file, line and column; nowhere is last.
  [[nodiscard]] bool is_earlier(const Where& a, const Where& b) const;

  [[nodiscard]] bool is_text(std::uint32_t source) const { return text_faults_.is_text(source); }
  /// One warning for each text: what was left out of it.
  std::vector<Problem> take_text_faults() { return text_faults_.take_warnings(sources_); }

 private:
  const std::deque<Source>& sources_;
  Problems& problems_;
  TextFaults text_faults_;
};

}  // namespace oscegraph
