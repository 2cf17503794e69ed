// SPDX-License-Identifier: Apache-2.0
//
// From a date as an RSS feed writes it to one as our records do.
#pragma once

#include <string>
#include <string_view>

namespace oscegraph::press {

/// "2024-11-22" of "Fri, 22 Nov 24 10:00 GMT" (RFC 822, as RSS has it, with two or four digits of the
/// year); other texts without blanks around.
std::string feed_date(std::string_view text);

}  // namespace oscegraph::press
