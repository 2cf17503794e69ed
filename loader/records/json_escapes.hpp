// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace oscegraph {

/// The text that a JSON string stands for: `written` is what its quotes hold, valid UTF-8. nullopt where
/// an escape is none of JSON's, is half of a surrogate pair, or is \u0000, which no text of ours may have.
std::optional<std::string> without_escapes(std::string_view written);

}  // namespace oscegraph
