// SPDX-License-Identifier: Apache-2.0
//
// Decodes the escapes of a JSON string.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace oscegraph {

/// The text of a JSON string; `written` is what is between its quotes, in valid UTF-8. nullopt for
/// an unknown escape, half of a surrogate pair, or \u0000, which is not allowed in a text.
std::optional<std::string> without_escapes(std::string_view written);

}  // namespace oscegraph
