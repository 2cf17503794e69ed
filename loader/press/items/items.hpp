// SPDX-License-Identifier: Apache-2.0
//
// Finds where one item of a text ends and the next begins (text segmentation). A saved page, a mail
// or a pasted text may contain many releases, and a statement of one release must not be attributed
// to another.
//
// Items are recognised as a reader would: by the markup, separator lines, addresses, headings,
// publication dates, datelines, first sentences that begin with a day, a change of language, and a
// change of all names. A paragraph that refers back begins no item.
//
// When it is not certain, a place is "in doubt": the item continues, but nothing before the place
// is joined to anything after it. A decision depends only on the text since the item's beginning
// and on the current paragraph, so that an item is read the same whatever stands before it.
//
// Cost: linear; the first 4 kB of each paragraph are tokenised once more.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "oscegraph/loader/press/text/page.hpp"

namespace oscegraph::press {

struct Item {
  std::size_t begin = 0;  ///< bytes of the page's text
  std::size_t end = 0;
  std::size_t head = 0;  ///< where its title begins, after the name of the page or its contents
  bool marked = false;   ///< it begins at a mark in the text, and so does the next
  std::string_view address{};         ///< the address above it, from which it was taken
  std::vector<std::size_t> doubts{};  ///< where another item may begin, in order
};

/// The items of a page in order. They do not overlap; between them are only blanks, separators,
/// addresses, or lines of the page around its items. One item when nothing separates any; none when
/// the text is blank.
std::vector<Item> find_items(const Page& page);

}  // namespace oscegraph::press
