// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "oscegraph/graph/error.hpp"

namespace oscegraph {

/// Reports the first byte of `text` that is not UTF-8 or is NUL, as a place `column` bytes into its
/// line; true when there is none.
bool check_text(std::string_view text, const std::string& file, std::uint64_t line,
                std::uint64_t column, Problems& problems);

}  // namespace oscegraph
