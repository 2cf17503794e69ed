// SPDX-License-Identifier: Apache-2.0
//
// What load() passes to the callback LoadOptions::on_text about each running text, so that the
// findings can be reviewed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace oscegraph {

namespace press {
struct Found;
}

/// A text and what was found in it. Views are valid until the call returns.
struct TextSeen {
  std::string_view document;  ///< its id
  std::string_view title;
  std::string_view text;
  const press::Found& found;
  const std::vector<std::string>& locators;  ///< of the claims found, in the same order
};

}  // namespace oscegraph
