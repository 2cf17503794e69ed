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
//   records  = claims
//   from     = Carried out by
//   relation = "implements"
//   to       = Project title
//
// A bare word is the header of a column; in quotes it is the value for every row. Each `records` line
// begins one more record that every row states; lines above the first one belong to the first record,
// and without any, rows are claims. `numbers` (also 1,234.56; default 1234.56) and `dates` (also
// MM/DD/YYYY; default YYYY-MM-DD) say how the whole table writes them. A line that starts with # is a
// comment.
//
// Columns it does not name are left out. Claims without a `document` are stated by the table itself:
// the document is the file, by its name.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/error.hpp"
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
    std::uint64_t field_at = 0;  ///< the column of the mapping file where the field is named
    std::uint64_t value_at = 0;  ///< likewise what it is mapped to
  };
  /// What one row states.
  struct RecordMap {
    RecordType type = RecordType::claim;
    std::vector<Entry> entries;
    std::uint64_t line = 1;
  };
  std::string file;
  std::vector<RecordMap> records;
  NumberStyle numbers = NumberStyle::plain;
  DateStyle dates = DateStyle::iso;
};

/// Reads a mapping file. Reports everything that is wrong with it; nullopt when there was something.
std::optional<Mapping> parse_mapping(const Source& source, Problems& problems);

/// "1.200.000,50" -> "1200000.50" by the style; text that is not such a number comes back as it is.
std::string plain_number(std::string_view text, NumberStyle style);
/// "22.11.2024" -> "2024-11-22" by the style; other text comes back as it is.
std::string iso_date(std::string_view text, DateStyle style);

}  // namespace oscegraph
