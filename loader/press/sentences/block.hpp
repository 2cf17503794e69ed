// SPDX-License-Identifier: Apache-2.0
//
// A part of an item's text, as tokens with the names found in them (mention detection). An item is
// processed block by block, so that the memory does not grow with the length of the item.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "oscegraph/loader/press/words/name_trie.hpp"
#include "oscegraph/loader/press/words/words.hpp"

namespace oscegraph::press {

/// A range of bytes in the item's text.
struct ByteSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct Block {
  std::string_view text;
  std::size_t begin = 0;  ///< offset of the text in the item
  std::vector<Token> tokens;
  std::vector<Mention> mentions;         ///< in order; they do not overlap
  std::vector<std::int32_t> mention_at;  ///< by token: position in `mentions`, or -1

  /// Replaces the content by the block of `item` that begins at byte `from`.
  void read(std::string_view item, std::size_t from);

  /// The name that token `i` belongs to, or nullptr.
  [[nodiscard]] const Mention* mention(std::uint32_t i) const {
    return mention_at[i] < 0 ? nullptr : &mentions[static_cast<std::size_t>(mention_at[i])];
  }
  /// The byte range of tokens [first, last), which must not be empty, in the item.
  [[nodiscard]] ByteSpan bytes(std::uint32_t first, std::uint32_t last) const {
    return {begin + tokens[first].begin, begin + tokens[last - 1].end};
  }
  /// The text between token `i` and the one before it.
  [[nodiscard]] std::string_view gap_before(std::uint32_t i) const {
    return text.substr(tokens[i - 1].end, tokens[i].begin - tokens[i - 1].end);
  }
};

}  // namespace oscegraph::press
