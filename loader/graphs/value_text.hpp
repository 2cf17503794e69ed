// SPDX-License-Identifier: Apache-2.0
//
// Normalises values of graph files: removes white space that comes from the layout of the file, and
// rewrites without an exponent the numbers that a program wrote with one.
#pragma once

#include <string>
#include <string_view>

namespace oscegraph {

/// The text without white space at its ends.
std::string_view trimmed(std::string_view text);

/// Trimmed, and each run of white space inside becomes one blank.
std::string on_one_line(std::string_view text);

/// "1.2000005E6" -> "1200000.5", exactly, by moving the point. A text without an exponent, or with
/// one of more than two digits, is returned unchanged.
std::string without_exponent(std::string_view text);

/// The day of "2015-01-01T00:00:00.000+02:00"; "" for what Gephi writes for an open end.
std::string_view day_of(std::string_view time);

}  // namespace oscegraph
