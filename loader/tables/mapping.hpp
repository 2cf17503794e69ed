// SPDX-License-Identifier: Apache-2.0
//
// Reads mapping files and applies them to records. A mapping says which column of somebody's own
// table is which field of a record:
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
// An unquoted word is the header of a column; a quoted one is the value for every row. Each
// `records` line begins one more record that every row states. Lines above the first `records` line
// belong to the record that it names, unless they are a complete claim and what follows repeats one
// of their fields or is of another type: then they are a record of their own. Without any `records`
// line, rows are claims. `numbers` (also 1,234.56; default 1234.56) and `dates` (also DD/MM/YYYY,
// DD-MM-YYYY, MM/DD/YYYY; default YYYY-MM-DD) give the style of the whole table. `relation "gives
// to" = "funds"` translates a word; "" means that it stands for nothing. `codes "Donor code" = DAC`
// says that payers or receivers are given by codes in this column, and of which list (ISO, ISO
// alpha-2, ISO alpha-3, ISO numeric, DAC, channel), or that they are not (none); without it the
// header decides (code_columns.hpp). A line that starts with # is a comment. In headers and words,
// white space counts as one blank.
//
// `records = graph` is for GraphML, GEXF and the like: columns are then the attributes of nodes and
// edges, and the fields are those of a node (kind, name, ...) and of a claim (relation, document,
// ...); ids and ends come from the graph itself.
//
// Columns that it does not name are ignored. Claims without a `document` are stated by the table
// itself: a document named like the file.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/loader/inputs/source.hpp"
#include "oscegraph/loader/records/cell_styles.hpp"
#include "oscegraph/loader/records/record.hpp"
#include "oscegraph/loader/tables/code_columns.hpp"

namespace oscegraph {

struct Mapping {
  struct Entry {
    std::string field;   ///< a field name, "aliases" or "attributes.NAME"
    std::string column;  ///< header of the column; empty: constant
    std::string constant;
    std::uint64_t line = 0;
    std::uint64_t field_at = 0;  ///< column in the mapping file of the field name
    std::uint64_t value_at = 0;  ///< column in the mapping file of its value
  };
  /// A record that each row states.
  struct RecordMap {
    RecordType type = RecordType::claim;
    std::vector<Entry> entries;
    std::uint64_t line = 1;
  };
  /// The translation of a word: relation "gives to" is "funds".
  struct Word {
    std::string field;
    std::string written;
    std::string meant;
    std::uint64_t line = 0;
    std::uint64_t field_at = 0;
    std::uint64_t value_at = 0;
  };
  /// The codes in a column: codes "Donor code" = DAC.
  struct Codes {
    CodeColumn column;
    std::uint64_t line = 0;
    std::uint64_t header_at = 0;
  };
  std::string file;
  std::vector<RecordMap> records;  ///< at least one
  bool graph = false;              ///< the only record maps nodes and edges, not one record type
  std::vector<Word> words;
  std::vector<Codes> codes;
  CellStyles styles;
};

/// The translation of a word; the word itself when the mapping does not translate it. White space
/// counts as one blank.
std::string_view translated(const Mapping& map, std::string_view field, std::string_view written);

/// The codes that this column may hold for the claim's field; nullopt when it holds none.
std::optional<CodeColumn> codes_in(const Mapping& map, Field field, std::string_view column);

/// Sets a field of the record from a cell or an attribute, with words, numbers and dates converted
/// to ours; leaves it empty when a word is translated to "". `constant`: the value is from the
/// mapping itself. `kept` owns new texts, to which the record's views point.
void put_mapped(const Mapping& map, Field field, Value value, bool constant, Record& record,
                std::deque<std::string>& kept);

/// Parses a mapping file. Reports all faults; nullopt when there was any.
std::optional<Mapping> parse_mapping(const std::string& file, std::string_view text,
                                     Problems& problems);

}  // namespace oscegraph
