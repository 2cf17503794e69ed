// SPDX-License-Identifier: Apache-2.0
//
// Recognises the parts of a page that are not its text: menus, sidebars, footers, cookie banners.
// They are recognised by their element, or by their class, id or role. A class may also describe
// the layout of an element that holds the text ("layout no-sidebar", "menu-open",
// "footer-widgets-active"). Therefore a word only makes an element suspect, and a suspect element
// is kept if it holds the text of the page.
#pragma once

#include <libxml/parser.h>

#include <cstddef>
#include <set>
#include <string_view>

namespace oscegraph::press {

/// How likely an element is boilerplate.
enum class Boilerplate : unsigned char {
  none,
  weak,     ///< a sidebar or the like, whose names also occur in layouts; a form
  strong,   ///< a menu, a footer
  certain,  ///< nav, footer, aside: kept only if <main> is inside
  code      ///< scripts, drawings, buttons: never text of the page
};

Boilerplate boilerplate_of(std::string_view element, const xmlChar** attributes);

/// Whether a class marks the element as one of a list of items.
bool is_row_of_items(const xmlChar** attributes);

/// The suspect elements that hold the text of the page, as the numbers of their start tags, from 0.
std::set<std::size_t> elements_with_the_text(std::string_view html);

}  // namespace oscegraph::press
