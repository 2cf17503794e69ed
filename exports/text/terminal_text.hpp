// SPDX-License-Identifier: Apache-2.0
//
// Text as a terminal shows it: how many cells it takes, where it may be broken, and what of it must
// never reach the terminal. Documents are not ours: an escape sequence in a name could repaint the
// screen, and a bidirectional override could make an amount read backwards.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace oscegraph {

/// Line breaks and tabs become spaces; other controls, bidirectional overrides and what Unicode calls
/// noncharacters become '·'.
std::string harmless(std::string_view text);

/// The cells a text takes: 2 for a CJK character or an emoji, 0 for a combining accent.
std::size_t display_width(std::string_view text);

/// The text in lines of at most `width` cells, broken at spaces, and inside a word only when the
/// word alone is wider. Width 0: one line. Always at least one line.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

}  // namespace oscegraph
