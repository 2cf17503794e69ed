// SPDX-License-Identifier: Apache-2.0
//
// Chooses the title of a page. A page has up to three titles (for links, in its head, and as a
// heading), each of which may have additions such as the name of the site.
#pragma once

#include <string>

namespace oscegraph::press {

struct PageTitles {
  std::string shared;   ///< for links to it: og:title and the like
  std::string head;     ///< the first <title> of the page itself, often with the site's name
  std::string heading;  ///< <h1>
  std::string site;     ///< the site's name, as the page states it
};

/// The title without the site's name, when the heading or that name shows which part it is:
/// "Bridges for all" from "Bridges for all | OSCE".
std::string page_title(const PageTitles& titles);

}  // namespace oscegraph::press
