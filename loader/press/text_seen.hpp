// SPDX-License-Identifier: Apache-2.0
//
// What a caller of load() is shown of each running text, for a review of what the rules found in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace oscegraph {

namespace press {
struct Found;
}

/// A text that was read, with what was found in it. Views live until the call returns.
struct TextSeen {
  std::string_view document;  ///< its id
  std::string_view title;
  std::string_view text;
  const press::Found& found;
  const std::vector<std::string>& locators;  ///< of the claims found, in their order
};

}  // namespace oscegraph
