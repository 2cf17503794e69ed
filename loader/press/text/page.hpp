// SPDX-License-Identifier: Apache-2.0
//
// The text of a page without markup, as a reader of the page sees it. For each stretch of the text
// it has the offset in the file, so that a claim can refer to bytes of the file.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/values/error.hpp"

namespace oscegraph::press {

/// text[text_begin ...] are the file's bytes from `file_begin` on, up to the next stretch.
struct Stretch {
  std::size_t text_begin = 0;
  std::size_t file_begin = 0;
};

/// A day given by the markup, and its position in the text.
struct DayMark {
  std::size_t at = 0;
  std::string day;  ///< as written: "2024-11-22T10:00:00"
};

struct Page {
  std::string text;
  std::vector<Stretch> stretches;
  /// positions in the text where items begin; empty for one item
  std::vector<std::size_t> item_begins;
  bool one_item = false;              ///< the markup has one article and no other separation
  std::vector<std::size_t> headings;  ///< positions where headings of any rank begin, in order
  std::vector<std::size_t> rules;     ///< positions of <hr>, in order
  std::vector<DayMark> days;          ///< <time>, in order
  std::string title;
  std::string url;
  std::string site;             ///< the publisher, as the page states it
  std::string date;             ///< as the page states it: "2024-11-22T10:00:00"
  std::size_t boilerplate = 0;  ///< number of bytes left out: menus, scripts, footers
};

/// The offset in the file of text[at].
std::size_t place_in_file(const Page& page, std::size_t at);

/// Reads HTML in any condition. Malformed markup is no error; throws Error only when the parser is
/// not installed. `html` is UTF-8. Deep nesting costs no stack, and no tree is built.
Page read_page(std::string_view html);

/// The entries of an RSS or Atom feed, in order; empty when it is no feed. `problem` says on which
/// line the XML breaks, and why; entries before that are returned.
std::vector<Page> read_entries(std::string_view xml, std::optional<Problem>& problem);

}  // namespace oscegraph::press
