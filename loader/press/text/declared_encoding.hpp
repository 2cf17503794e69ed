// SPDX-License-Identifier: Apache-2.0
//
// Finds the name of the encoding that a feed or page declares in its first kilobytes.
#pragma once

#include <string_view>

namespace oscegraph::press {

/// The markup of a text.
enum class Markup : unsigned char { none, html, xml };

/// The name in `<?xml encoding="..."?>` or, in HTML, in `<meta charset="...">` or a meta element
/// for Content-Type; "" when there is none. `bytes` must have ASCII characters as single bytes.
std::string_view declared_encoding(std::string_view bytes, Markup markup);

}  // namespace oscegraph::press
