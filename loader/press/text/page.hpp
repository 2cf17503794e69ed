// SPDX-License-Identifier: Apache-2.0
//
// What is left of a file when its markup is gone: the text a reader of the page sees, and where each
// stretch of it stands in the file, so that a claim can point at bytes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/error.hpp"

namespace oscegraph::press {

/// text[text_begin ...] is the file's bytes from `file_begin` on, up to the next stretch.
struct Stretch {
  std::size_t text_begin = 0;
  std::size_t file_begin = 0;
};

/// A day that the markup gives, and where.
struct DayMark {
  std::size_t at = 0;
  std::string day;  ///< as written: "2024-11-22T10:00:00"
};

struct Page {
  std::string text;
  std::vector<Stretch> stretches;
  std::vector<std::size_t> item_begins;  ///< where in the text one of several items begins
  bool one_item = false;              ///< the markup has one article and nothing else to tell apart
  std::vector<std::size_t> headings;  ///< where one begins, of any rank, in order
  std::vector<std::size_t> rules;     ///< <hr>, in order
  std::vector<DayMark> days;          ///< <time>, in order
  std::string title;
  std::string url;
  std::string site;           ///< who publishes it, as the page says
  std::string date;           ///< as the page says: "2024-11-22T10:00:00"
  std::size_t furniture = 0;  ///< bytes of menus, scripts and footers that were left out
};

/// The byte of the file that text[at] comes from.
std::size_t place_in_file(const Page& page, std::size_t at);

/// Reads HTML, whatever its state; never fails on markup, only when the parser is not installed
/// (throws Error). `html` is UTF-8. Nesting costs no stack and no tree is built.
Page read_page(std::string_view html);

/// The entries of an RSS or Atom feed, in order; empty when it is none. `problem` says in which line the
/// XML ends being XML, and why; what came before is returned.
std::vector<Page> read_entries(std::string_view xml, std::optional<Problem>& problem);

}  // namespace oscegraph::press
