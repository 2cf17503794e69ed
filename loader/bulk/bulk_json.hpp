// SPDX-License-Identifier: Apache-2.0
//
// Reads lines of native JSON records into BulkRecords, for the bulk load, in three ways. The
// fastest is for a claim as `export` writes it, with the fields in our order: the line is compared
// with the expected text, and no key is looked up. Any other line without bare numbers is split at
// its quotes. The remaining lines are parsed by RapidJSON, in place. A line that none of the three
// accepts throws NotForBulk. All three decode escapes, since names often contain them (\" and, in
// ASCII-only files, \u00fc).
#pragma once

#include <string_view>

#include "oscegraph/loader/bulk/bulk_records.hpp"

namespace oscegraph {

class BulkJson {
 public:
  /// The number of readable bytes needed behind a line, since whole registers are read.
  static constexpr std::size_t padding = 64;

  explicit BulkJson(BulkRecords& records) : records_(&records) {}

  /// The line must be valid UTF-8. Its bytes may be changed and must stay until flush(). Returns
  /// whether it was a record; false for a blank line.
  bool read_line(char* first, char* last);

 private:
  bool read_claim(const char* first, const char* last);

  BulkRecords* records_;
  BulkRecord record_;
};

}  // namespace oscegraph
