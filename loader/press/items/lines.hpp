// SPDX-License-Identifier: Apache-2.0
//
// Splits a text into the lines that a reader sees, each with its kind: heading, headline, date,
// list, paragraph and so on. The form of a line alone (marks, length, full stop) decides its kind,
// in any language. Lines that an editor or a PDF broke inside a sentence are joined into one
// paragraph. Cost: linear.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "oscegraph/graph/values/date.hpp"
#include "oscegraph/loader/press/text/page.hpp"

namespace oscegraph::press {

enum class LineKind : std::uint8_t {
  rule,      ///< "***", "-----": a separator between two texts
  address,   ///< an http address alone on its line
  heading,   ///< marked as a heading: "## Title", <h2>
  headline,  ///< short, without a full stop
  dated,     ///< only a day, or a day with a word such as "Published"
  label,     ///< ends in a colon
  list,      ///< begins with a dash, a dot or a number
  text       ///< a paragraph
};

struct Line {
  std::size_t begin = 0;  ///< byte range without surrounding blanks
  std::size_t end = 0;
  LineKind kind = LineKind::text;
  bool begins_item = false;  ///< the markup begins an item here
  bool after_blank = false;  ///< an empty line stands above it
  bool repeated = false;     ///< a headline that the page has three times or more, numbers ignored
};

/// The lines of a page in order, without empty ones. Cost: linear.
std::vector<Line> lines_of(const Page& page);

/// The kind of one line by its form; `heading` only for "# Title". For separators call is_rule().
LineKind kind_of_line(std::string_view line);

/// Whether a line is a separator: "***", "- - -", "———".
bool is_rule(std::string_view line);

/// Whether the line belongs to the page around its items: "Read more", "3 min read", "Source: ...",
/// "Page 3 of 12".
bool is_of_the_page(std::string_view line);

/// "Subject: New bridges": the title behind the label, else the line itself.
std::string_view without_title_label(std::string_view line);

/// Whether the line says who paid, and so is no title: "Funded by ...", "Donor: ...", "Geber: ...".
bool begins_with_money(std::string_view line);

/// The title beside the day in "New bridges open, 22 November 2024"; "" when only few words are
/// there.
std::string_view title_beside_day(std::string_view line);

/// The text without a list mark: "- x", "• x", "1. x".
std::string_view without_list_mark(std::string_view line);

/// Whether the first word has a capital, or is a number.
bool begins_with_capital_or_number(std::string_view line);

/// Whether it ends in a full stop, a comma or the like, perhaps followed by a quotation mark.
bool ends_like_a_sentence(std::string_view line);

/// Whether a heading only names a part of an item: "Background", "About the project", "Contact".
bool names_section(std::string_view heading);

/// Whether the text is only a number: "Item 3", "## 4.", "No 12".
bool is_only_a_number(std::string_view line);

/// Whether a label has a word such as "published", so that a day should follow.
bool speaks_of_publishing(std::string_view label);

/// The only day with a year in a short text ("22 November 2024", "2024-11-22", and "14/03/2018"
/// when just one order of day and month is possible); unknown when it has none or several.
Date only_day_in(std::string_view text);

}  // namespace oscegraph::press
