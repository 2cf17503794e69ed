// SPDX-License-Identifier: Apache-2.0
//
// Prepares text for a terminal: computes its width in cells, wraps it, and replaces dangerous
// characters. Texts come from documents of strangers: an escape sequence in a name could repaint
// the screen, and a bidirectional override could show an amount backwards.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace oscegraph {

/// The text with line breaks and tabs replaced by spaces, and other control characters,
/// bidirectional overrides and Unicode's noncharacters by '·'.
std::string harmless(std::string_view text);

/// The cells a text takes: 2 for a CJK character or an emoji, 0 for a combining accent.
std::size_t display_width(std::string_view text);

/// The text in lines of at most `width` cells, broken at spaces, or inside a word when the word
/// alone is wider than a line. Width 0: one line. Always returns at least one line.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

}  // namespace oscegraph
