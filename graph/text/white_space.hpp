// SPDX-License-Identifier: Apache-2.0
//
// Finds and removes white space as it occurs in tables: plain and no-break spaces, thin spaces
// between digits, tabs, line breaks, and invisible characters (a byte order mark, a zero-width
// space).
#pragma once

#include <string>
#include <string_view>

namespace oscegraph {

/// The number of bytes of white space at the start of `text`.
std::size_t leading_white_space(std::string_view text);

/// The text without leading and trailing white space.
std::string_view without_outer_space(std::string_view text);

/// Whether the text is empty or only white space.
inline bool is_white_space(std::string_view text) {
  return leading_white_space(text) == text.size();
}

/// The text without outer white space, with each inner run of white space as one blank.
std::string with_single_blanks(std::string_view text);

/// Whether with_single_blanks() would change nothing.
bool has_single_blanks(std::string_view text);

}  // namespace oscegraph
