// SPDX-License-Identifier: Apache-2.0
//
// From a link as a page writes it to the address it leads to.
#pragma once

#include <string>
#include <string_view>

namespace oscegraph::press {

/// The address that a link means on a page at `base` (RFC 3986, section 5, as links use it): "/a" on
/// "https://example.org/b/c" is "https://example.org/a". The link as it is where `base` is no address.
std::string absolute_url(std::string_view link, std::string_view base);

}  // namespace oscegraph::press
