// SPDX-License-Identifier: Apache-2.0
//
// Reads lines of native JSON records for the bulk load, in three ways of falling speed. A claim as
// `export` writes it, with its fields in our order, is compared with the expected text, without
// looking keys up. Any other line without bare numbers is split at its quotes. All other lines are
// parsed by RapidJSON, in place. A line that none of them accepts throws NotForBulk. All three
// decode escapes, since names often have them (\" and, in ASCII-only files, \u00fc).
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
