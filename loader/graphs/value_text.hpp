// SPDX-License-Identifier: Apache-2.0
//
// Values as graph files write them, made plain: blanks and line breaks around them come from how the
// file is laid out, and programs write large numbers with an exponent.
#pragma once

#include <string>
#include <string_view>

namespace oscegraph {

/// Without white space at the ends.
std::string_view trimmed(std::string_view text);

/// Trimmed, and every run of white space inside is one blank.
std::string on_one_line(std::string_view text);

/// "1.2000005E6" -> "1200000.5", exactly: only the point moves. A text without an exponent, or with one
/// of more than two digits, comes back as it is.
std::string without_exponent(std::string_view text);

/// The day of "2015-01-01T00:00:00.000+02:00"; what Gephi writes for an open end is no date.
std::string_view day_of(std::string_view time);

}  // namespace oscegraph
