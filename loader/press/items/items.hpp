// SPDX-License-Identifier: Apache-2.0
//
// Text segmentation: where one item of a file ends and the next begins. A saved page, a mail or a pasted
// text may hold many releases; what one says must not be put on another.
//
// Items are told apart by what a reader uses: what the markup says, rules, addresses, headings, lines that
// say when something was published, datelines, first sentences that begin with a day, another language, and
// names that all change. A paragraph that refers back begins nothing.
//
// Where it is not sure, a place is in doubt: the item goes on, but nothing said before the place is joined
// to what is said after it. What is decided depends on the text since the item's beginning and on the
// paragraph at hand only, so that an item is read the same whatever stands before it.
//
// Cost: linear; each paragraph's first 4 kB are taken apart into words once more.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "oscegraph/loader/press/text/page.hpp"

namespace oscegraph::press {

struct Item {
  std::size_t begin = 0;  ///< bytes of the page's text
  std::size_t end = 0;
  std::size_t head = 0;  ///< where its title begins, below the name of the page or its contents
  bool marked = false;   ///< it begins where the text is marked so, and so does the next
  std::string_view address{};         ///< that stands above it: where it was taken from
  std::vector<std::size_t> doubts{};  ///< where another item may begin, in order
};

/// The items of a page in order; they do not overlap, and what lies between them is blank, a rule, an
/// address, or a line of the page around its items. One item where nothing tells any apart; none where the
/// text is blank.
std::vector<Item> find_items(const Page& page);

}  // namespace oscegraph::press
