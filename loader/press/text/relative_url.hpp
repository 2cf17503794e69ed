// SPDX-License-Identifier: Apache-2.0
//
// Resolves a link on a page to an absolute address.
#pragma once

#include <string>
#include <string_view>

namespace oscegraph::press {

/// The address of a link on a page at `base` (RFC 3986, section 5): "/a" on
/// "https://example.org/b/c" is "https://example.org/a". The link itself when `base` is no address.
std::string absolute_url(std::string_view link, std::string_view base);

}  // namespace oscegraph::press
