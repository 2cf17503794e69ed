// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/sentences/block.hpp"

#include "oscegraph/loader/press/sentences/knowledge.hpp"
#include "oscegraph/loader/press/sentences/office_name.hpp"

namespace oscegraph::press {
namespace {

constexpr std::size_t longest_block = std::size_t{1} << 16U;

/// The end of the block: after a paragraph, else a line, else a sentence, else a word.
std::size_t block_end(std::string_view text, std::size_t begin) {
  if (text.size() - begin <= longest_block) return text.size();
  for (const std::string_view separator : {"\n\n", "\n", ". ", " "}) {
    const std::size_t found = text.substr(begin, longest_block).rfind(separator);
    if (found != std::string_view::npos && found > longest_block / 2)
      return begin + found + separator.size();
  }
  std::size_t end = begin + longest_block;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return end;
}

}  // namespace

void Block::read(std::string_view item, std::size_t from) {
  const Knowledge& knowledge = Knowledge::instance();
  begin = from;
  text = item.substr(from, block_end(item, from) - from);
  tokens.clear();
  knowledge.lexicon().tokens(text, tokens);
  mentions.clear();
  mention_at.assign(tokens.size(), -1);
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const auto mention = knowledge.names().find(text, tokens, i);
    if (!mention || is_of_somebody_else(*this, *mention)) continue;
    for (std::uint32_t k = mention->begin; k < mention->end; ++k)
      mention_at[k] = static_cast<std::int32_t>(mentions.size());
    mentions.push_back(*mention);
    i = mention->end - 1;
  }
}

}  // namespace oscegraph::press
