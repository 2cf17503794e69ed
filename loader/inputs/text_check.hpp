// SPDX-License-Identifier: Apache-2.0
//
// Checks that a text is UTF-8 without NUL. Cost: linear.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "oscegraph/graph/values/error.hpp"

namespace oscegraph {

/// Reports the first byte of `text` that is NUL or not UTF-8. The text begins at `line` and
/// `column`. Returns true when there is none.
bool check_text(std::string_view text, const std::string& file, std::uint64_t line,
                std::uint64_t column, Problems& problems);

}  // namespace oscegraph
