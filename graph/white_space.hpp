// SPDX-License-Identifier: Apache-2.0
//
// White space as people's tables have it: plain and no-break blanks, thin blanks between digits, tabs,
// line breaks, and marks that nobody sees (a byte order mark, a zero-width space).
#pragma once

#include <string>
#include <string_view>

namespace oscegraph {

/// How many bytes of white space `text` begins with; 0 when it begins with none.
std::size_t leading_white_space(std::string_view text);

/// The text without the white space at its ends.
std::string_view without_outer_space(std::string_view text);

/// Whether it has nothing else.
inline bool is_white_space(std::string_view text) {
  return leading_white_space(text) == text.size();
}

/// The text without outer white space, and each run of white space inside as one blank.
std::string with_single_blanks(std::string_view text);

/// Whether with_single_blanks() would change nothing.
bool has_single_blanks(std::string_view text);

}  // namespace oscegraph
