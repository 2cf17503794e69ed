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
// begins one more record that every row states; lines above the first one belong to the record it names,
// unless they are a claim and what follows says one of their fields again, or is of another type: then
// they are a record of their own. Without any, rows are claims. `numbers` (also 1,234.56; default
// 1234.56) and `dates` (also DD/MM/YYYY, DD-MM-YYYY, MM/DD/YYYY; default YYYY-MM-DD) say how the whole
// table writes them. `relation "gives to" = "funds"` translates a word of theirs into one of ours, and ""
// says that it stands for nothing. `codes "Donor code" = DAC` says that payers or receivers stand in this
// column by their codes, and in which list (ISO, ISO alpha-2, ISO alpha-3, ISO numeric, DAC, channel), or
// that they do not (none); without it the header decides (code_columns.hpp). A line that starts with # is a comment. White space counts as one
// blank, in headers and words.
//
// `records = graph` is for GraphML, GEXF and the like: columns are then the attributes of nodes and of
// edges, and the fields are a node's (kind, name, ...) and a claim's (relation, document, ...); ids and
// ends come from the graph itself.
//
// Columns it does not name are left out. Claims without a `document` are stated by the table itself:
// the document is the file, by its name.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/error.hpp"
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
    std::uint64_t field_at = 0;  ///< the column of the mapping file where the field is named
    std::uint64_t value_at = 0;  ///< likewise what it is mapped to
  };
  /// What one row states.
  struct RecordMap {
    RecordType type = RecordType::claim;
    std::vector<Entry> entries;
    std::uint64_t line = 1;
  };
  /// What a word of theirs means: relation "gives to" is "funds".
  struct Word {
    std::string field;
    std::string written;
    std::string meant;
    std::uint64_t line = 0;
    std::uint64_t field_at = 0;
    std::uint64_t value_at = 0;
  };
  /// Which codes stand in a column: codes "Donor code" = DAC.
  struct Codes {
    CodeColumn column;
    std::uint64_t line = 0;
    std::uint64_t header_at = 0;
  };
  std::string file;
  std::vector<RecordMap> records;  ///< one or more
  bool graph = false;  ///< the one record is of nodes and edges, not of one type of record
  std::vector<Word> words;
  std::vector<Codes> codes;
  CellStyles styles;
};

/// Our word for a word of theirs; the same word when the mapping does not mention it. White space
/// counts as one blank.
std::string_view translated(const Mapping& map, std::string_view field, std::string_view written);

/// Whether codes may stand for what the field of a claim names in this column, and which.
std::optional<CodeColumn> codes_in(const Mapping& map, Field field, std::string_view column);

/// Puts what a cell or an attribute of theirs says into a field of the record, in our words, numbers and
/// dates; nothing when a word is translated to "". `constant`: the mapping itself says it. `kept` owns the
/// texts that are made; the record's views point into it.
void put_mapped(const Mapping& map, Field field, Value value, bool constant, Record& record,
                std::deque<std::string>& kept);

/// Reads a mapping file. Reports everything that is wrong with it; nullopt when there was something.
std::optional<Mapping> parse_mapping(const std::string& file, std::string_view text,
                                     Problems& problems);

}  // namespace oscegraph
