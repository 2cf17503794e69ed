// SPDX-License-Identifier: Apache-2.0
//
// Converts a date in the form of RSS feeds to the form of our records.
#pragma once

#include <string>
#include <string_view>

namespace oscegraph::press {

/// "Fri, 22 Nov 24 10:00 GMT" (RFC 822, with a year of two or four digits) becomes "2024-11-22";
/// other texts are returned without surrounding blanks.
std::string feed_date(std::string_view text);

}  // namespace oscegraph::press
