// SPDX-License-Identifier: Apache-2.0
//
// A mapping says which column of somebody's own table is which field of a record:
//
//   # grants.csv, from the ministry's web page
//   records  = claims
//   from     = Donor country
//   relation = "funds"
//   to       = Project title
//   amount   = Amount
//   currency = "EUR"
//   numbers  = 1.234,56
//   dates    = DD.MM.YYYY
//
// A bare word is the header of a column; in quotes it is the value for every row. `numbers` (also
// 1,234.56; default 1234.56) and `dates` (also MM/DD/YYYY; default YYYY-MM-DD) say how the table
// writes them. A line that starts with # is a comment.
//
// Columns it does not name are left out. Claims without a `document` are stated by the table itself:
// the document is the file, by its name.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "oscegraph/loader/record.hpp"
#include "oscegraph/loader/source.hpp"

namespace oscegraph {

enum class NumberStyle : std::uint8_t { plain, point, comma };
enum class DateStyle : std::uint8_t { iso, day_first, month_first };

struct Mapping {
  struct Entry {
    std::string field;   ///< a field name, "aliases" or "attributes.NAME"
    std::string column;  ///< header of the column; empty: constant
    std::string constant;
    std::uint64_t line = 0;
  };
  std::string file;
  RecordType type = RecordType::claim;
  std::vector<Entry> entries;
  NumberStyle numbers = NumberStyle::plain;
  DateStyle dates = DateStyle::iso;
};

/// Reads a mapping file. Throws Error naming the line that is wrong.
Mapping parse_mapping(const Source& source);

/// "1.200.000,50" -> "1200000.50" by the style; text that is not such a number comes back as it is.
std::string plain_number(std::string_view text, NumberStyle style);
/// "22.11.2024" -> "2024-11-22" by the style; other text comes back as it is.
std::string iso_date(std::string_view text, DateStyle style);

}  // namespace oscegraph
