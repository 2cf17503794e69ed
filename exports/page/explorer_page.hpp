// SPDX-License-Identifier: Apache-2.0
//
// Gives the three files of the explorer page, which the build of web/ makes and which are embedded
// in the library. A build without Node.js does not have the files, and then the page can be neither
// served nor exported.
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
