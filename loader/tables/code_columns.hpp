// SPDX-License-Identifier: Apache-2.0
//
// Columns of codes: in somebody's own table "8" may stand for Norway. Whether it does is decided by
// the header of the column or by the mapping, never by what the cells hold, so neither the order of rows
// nor the rows that happen to be there change what a code means.
//
// Every word of the header has to be known here, or the column is not one of codes:
//
//   - "ISO", "ISO2", "ISO alpha-3", "ISO numeric", "M49", "UN code", "DAC", "CRS code", "OECD code",
//     "Channel code" name the list; beside them may stand who it is about ("Donor country ISO3");
//   - "Donor code", "recipient_code", "CountryCode" say a code and no list: any of ISO 3166 and of the
//     DAC. "Agency code" says codes of the DAC's agencies, "8-1", since reports of the DAC number the
//     agencies of each donor anew;
//   - "Project code", "Activity code", "Organisation code", "FIPS country code" and "Code" are none of
//     these: their numbers may be anything.
//
// A text of such a column that has letters may also be a name, and the input's own ids, references and
// names come before codes (resolver.hpp). One without letters is a code or a mistake. A code that has
// different meanings in the lists that the column may be of is ambiguous.
#pragma once

#include <bitset>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/schema.hpp"
#include "oscegraph/loader/gazetteer/gazetteer.hpp"

namespace oscegraph {

/// By number of CodeList.
using CodeListSet = std::bitset<6>;

/// The lists that the codes of a column may be of. None: the texts of the column are no codes.
struct CodeLists {
  CodeListSet lists;
  bool agencies = false;  ///< of the DAC only agencies, "8-1", and no donors
  bool named = false;     ///< it is said which list, not only that there are codes
  friend bool operator==(const CodeLists&, const CodeLists&) = default;
};

/// A way to name lists in a mapping: codes "Donor code" = DAC.
struct CodeListsRow {
  std::string_view text;
  CodeLists lists;
};
std::span<const CodeListsRow> code_lists_rows();

/// What a header says; nullopt when it does not say that codes stand below it.
std::optional<CodeLists> code_lists_in_header(std::string_view header);

struct CodeColumn {
  std::string header;
  CodeLists of;
  bool by_mapping = false;  ///< and not by its header
  friend bool operator==(const CodeColumn&, const CodeColumn&) = default;
};

/// A text of a column of codes that is a code and no name. It travels among the texts of claims as a marked
/// text (marked_text.hpp): the same digits in another column may mean another body.
struct CodeText {
  std::string_view text;  ///< as it is written
  CodeLists of;
  std::size_t column = 0;  ///< its number, for messages
};
/// nullopt when the text is to be read as a name.
std::optional<std::string> marked_code(std::string_view text, const CodeLists& of,
                                       std::size_t column);
std::optional<CodeText> parse_marked_code(std::string_view text);
/// Every sign beyond ASCII counts as a letter.
bool has_letters(std::string_view text);

/// What a code means in one list.
struct CodeReading {
  CodeList list;
  std::string_view name;
  const GazetteerEntry* body;  ///< nullptr: a region, or a body that has no code in our list
};
std::vector<CodeReading> readings_of_code(std::string_view text, const CodeLists& of);
/// The body that all readings agree on; nullptr when there is none.
const GazetteerEntry* body_of_code(std::string_view text, const CodeLists& of);

/// Why a code means no body, as the parts of a Problem.
struct CodeFault {
  std::string what;
  std::string allowed;
  std::string next;
};
CodeFault fault_of_code(std::string_view text, const CodeColumn& column, Field field);

}  // namespace oscegraph
