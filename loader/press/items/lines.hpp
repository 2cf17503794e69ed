// SPDX-License-Identifier: Apache-2.0
//
// A text as the lines a reader sees: headings, headlines, dates, lists, paragraphs. What a line is, is told
// by its form alone (marks, length, full stop), in any language. Lines that an editor or a PDF broke
// inside a sentence are one paragraph again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "oscegraph/graph/date.hpp"
#include "oscegraph/loader/press/text/page.hpp"

namespace oscegraph::press {

enum class LineKind : std::uint8_t {
  rule,      ///< "***", "-----": drawn between two texts
  address,   ///< an http address alone on its line
  heading,   ///< marked as one: "## Title", <h2>
  headline,  ///< short, without a full stop
  dated,     ///< a day alone, or with a word such as "Published": when the text appeared
  label,     ///< ends in a colon
  list,      ///< begins with a dash, a dot or a number
  text       ///< a paragraph
};

struct Line {
  std::size_t begin = 0;  ///< bytes of the text, without the blanks around them
  std::size_t end = 0;
  LineKind kind = LineKind::text;
  bool begins_item = false;  ///< the markup says that an item begins here
  bool after_blank = false;  ///< an empty line stands above it
  bool repeated = false;  ///< a headline that the page has three times or more, but for its numbers
};

/// The lines of a page in order; empty ones are left out. Cost: linear.
std::vector<Line> lines_of(const Page& page);

/// Of one line, by its form; `heading` only for "# Title". A rule is asked of is_rule().
LineKind kind_of_line(std::string_view line);

/// "***", "- - -", "———".
bool is_rule(std::string_view line);

/// "Read more", "3 min read", "Source: ...", "Page 3 of 12": what a page says around its items.
bool is_of_the_page(std::string_view line);

/// "Subject: New bridges": the title behind the label, else the line itself.
std::string_view without_title_label(std::string_view line);

/// "Funded by ...", "Donor: ...", "Geber: ...": says who paid, and is no title.
bool begins_with_money(std::string_view line);

/// "New bridges open, 22 November 2024": the title beside the day; "" where the words beside it are few.
std::string_view title_beside_day(std::string_view line);

/// "- x", "• x", "1. x" without its mark.
std::string_view without_list_mark(std::string_view line);

/// Whether the first word has a capital, or is a number.
bool begins_with_capital_or_number(std::string_view line);

/// Whether a full stop, a comma or the like stands at its end, perhaps before a quotation mark.
bool ends_like_a_sentence(std::string_view line);

/// "Background", "About the project", "Contact": words that head a part of an item.
bool names_section(std::string_view heading);

/// "Item 3", "## 4.", "No 12": it counts, and tells nothing.
bool is_only_a_number(std::string_view line);

/// Whether a label has a word such as "published": a day should follow.
bool speaks_of_publishing(std::string_view label);

/// The one day with its year in a short text ("22 November 2024", "2024-11-22", "14/03/2018" where
/// only one order of day and month is possible); unknown where it holds none or several.
Date only_day_in(std::string_view text);

}  // namespace oscegraph::press
