// SPDX-License-Identifier: Apache-2.0
//
// What stands around the text of a page: menus, sidebars, footers, cookie banners. They are told by
// their element or by their class, id or role. A class may also describe the layout of what holds the
// text ("layout no-sidebar", "menu-open", "footer-widgets-active"), so a word is only a reason to look:
// an element that holds the text of the page is none of these, whatever it is called.
#pragma once

#include <libxml/parser.h>

#include <cstddef>
#include <set>
#include <string_view>

namespace oscegraph::press {

/// How much speaks for an element being furniture.
enum class Suspicion : unsigned char {
  none,
  weak,     ///< a sidebar or the like, whose names are also names of layouts; a form
  strong,   ///< a menu, a footer
  certain,  ///< nav, footer, aside: only <main> inside speaks against it
  code      ///< scripts, drawings, buttons: no text of the page, whatever is inside
};

Suspicion suspicion_of(std::string_view element, const xmlChar** attributes);

/// Whether a class says that the element is one of a list of items.
bool is_row_of_items(const xmlChar** attributes);

/// The elements under suspicion that hold the text of the page, as the parser counts start tags from 0.
std::set<std::size_t> elements_with_the_text(std::string_view html);

}  // namespace oscegraph::press
