// SPDX-License-Identifier: Apache-2.0
//
// Lines of native JSON records for the bulk load. A claim as `export` writes it, its fields in our
// order, is read by looking for what should come next, which is quicker than looking each key up. Any
// other line without bare numbers gives its events by its quotes alone, and what is left is read by
// RapidJSON, in place. What none expects is Unusual. Names often have escapes (\" and, in files that
// keep to ASCII, \u00fc), so all three take them.
#pragma once

#include <string_view>

#include "oscegraph/loader/bulk/bulk_records.hpp"

namespace oscegraph {

class BulkJson {
 public:
  /// What must lie behind a line's end, for reads of whole registers.
  static constexpr std::size_t padding = 64;

  explicit BulkJson(BulkRecords& records) : records_(&records) {}

  /// The line's bytes are valid UTF-8; they may be changed, and stay until flush(). Whether they were a
  /// record: a blank line is none.
  bool read_line(char* first, char* last);

 private:
  bool read_claim(const char* first, const char* last);

  BulkRecords* records_;
  BulkRecord record_;
};

}  // namespace oscegraph
