// SPDX-License-Identifier: Apache-2.0
//
// Finds the columns of a table that contain codes, where "8" may mean Norway. The header of the
// column or the mapping decides this, never the cells. So the meaning of a code does not depend on
// the order of the rows or on which rows are in the file.
//
// Every word of the header must be known here, else the column has no codes:
//
//   - "ISO", "ISO2", "ISO alpha-3", "ISO numeric", "M49", "UN code", "DAC", "CRS code", "OECD code",
//     "Channel code" name the list; the bodies may be named beside it ("Donor country ISO3");
//   - "Donor code", "recipient_code", "CountryCode" name no list: any of ISO 3166 and of the DAC.
//     "Agency code" means codes of the DAC's agencies, "8-1", since reports of the DAC number the
//     agencies of each donor separately;
//   - "Project code", "Activity code", "Organisation code", "FIPS country code" and "Code" are no codes
//     here: their numbers may mean anything.
//
// A text with letters in such a column may also be a name, and the input's own ids, references and
// names have priority over codes (resolver.hpp). A text without letters is a code or a mistake. A
// code with different meanings in the possible lists is ambiguous.
#pragma once

#include <bitset>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/columns/schema.hpp"
#include "oscegraph/loader/gazetteer/gazetteer.hpp"

namespace oscegraph {

/// A set of code lists, by number of CodeList.
using CodeListSet = std::bitset<6>;

/// The lists that a column's codes may belong to. None: the column has no codes.
struct CodeLists {
  CodeListSet lists;
  bool agencies = false;  ///< only agencies of the DAC, "8-1", not donors
  bool named = false;     ///< a list is named, not only that there are codes
  friend bool operator==(const CodeLists&, const CodeLists&) = default;
};

/// A name for lists in a mapping: codes "Donor code" = DAC.
struct CodeListsRow {
  std::string_view text;
  CodeLists lists;
};
std::span<const CodeListsRow> code_lists_rows();

/// The lists that a header stands for; nullopt when the column has no codes.
std::optional<CodeLists> code_lists_in_header(std::string_view header);

struct CodeColumn {
  std::string header;
  CodeLists of;
  bool by_mapping = false;  ///< set by the mapping, not by the header
  friend bool operator==(const CodeColumn&, const CodeColumn&) = default;
};

/// A code in a column of codes. In the texts of claims it is a marked text (marked_text.hpp), since
/// the same digits in another column may mean another body.
struct CodeText {
  std::string_view text;  ///< as written
  CodeLists of;
  std::size_t column = 0;  ///< number of the column, for messages
};
/// nullopt when the text is a name.
std::optional<std::string> marked_code(std::string_view text, const CodeLists& of,
                                       std::size_t column);
std::optional<CodeText> parse_marked_code(std::string_view text);
/// Every non-ASCII character counts as a letter.
bool has_letters(std::string_view text);

/// The meaning of a code in one list.
struct CodeReading {
  CodeList list;
  std::string_view name;
  const GazetteerEntry* body;  ///< nullptr: a region, or a body without a code in our list
};
std::vector<CodeReading> readings_of_code(std::string_view text, const CodeLists& of);
/// The body that all readings agree on; nullptr when they do not.
const GazetteerEntry* body_of_code(std::string_view text, const CodeLists& of);

/// The reason why a code means no body, as parts of a Problem.
struct CodeFault {
  std::string what;
  std::string allowed;
  std::string next;
};
CodeFault fault_of_code(std::string_view text, const CodeColumn& column, Field field);

}  // namespace oscegraph
