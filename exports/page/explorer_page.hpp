// SPDX-License-Identifier: Apache-2.0
//
// The explorer page, as the build of web/ leaves it: three files that travel inside the library. A
// build without Node.js has none, and then there is nothing to serve or to put data into.
#pragma once

#include <string>
#include <string_view>

namespace oscegraph {

struct PageFile {
  std::string_view text;
  std::string_view sha256;  ///< in hexadecimal
};

struct ExplorerPage {
  PageFile html;
  PageFile css;
  PageFile script;
};

/// nullptr when the page was not built in.
const ExplorerPage* explorer_page();

}  // namespace oscegraph
