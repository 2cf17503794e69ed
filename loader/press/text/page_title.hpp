// SPDX-License-Identifier: Apache-2.0
//
// From the titles that a page gives itself to the one it is called by. A page has up to three, each with its
// own additions.
#pragma once

#include <string>

namespace oscegraph::press {

struct PageTitles {
  std::string shared;   ///< for who links to it: og:title and the like
  std::string head;     ///< the first <title> of the page itself, often with the site's name
  std::string heading;  ///< <h1>
  std::string site;     ///< the site's name, as the page says
};

/// The title without the name of the site where the heading or the site's name shows which part that is:
/// "Bridges for all" of "Bridges for all | OSCE".
std::string page_title(const PageTitles& titles);

}  // namespace oscegraph::press
