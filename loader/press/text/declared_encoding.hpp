// SPDX-License-Identifier: Apache-2.0
//
// From the first kilobytes of a feed or page to the name of the encoding that it declares, as it is written
// there.
#pragma once

#include <string_view>

namespace oscegraph::press {

/// What a text is written in, beside words.
enum class Markup : unsigned char { none, html, xml };

/// The name in `<?xml encoding="..."?>` or, in HTML, in `<meta charset="...">` or the meta element that
/// stands for the Content-Type; "" when there is none. `bytes` has ASCII as single bytes.
std::string_view declared_encoding(std::string_view bytes, Markup markup);

}  // namespace oscegraph::press
