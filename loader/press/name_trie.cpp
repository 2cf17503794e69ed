// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/name_trie.hpp"

#include <algorithm>

namespace oscegraph::press {
namespace {

std::uint64_t step(std::uint32_t state, WordId word) { return std::uint64_t{state} << 32U | word; }

}  // namespace

bool NameTrie::is_ignored(WordId word) const { return std::ranges::count(ignored_, word) > 0; }

void NameTrie::add(Lexicon& lexicon, std::string_view name, std::int32_t entry, bool adjective,
                   Spelling spelling) {
  std::vector<Token> tokens;
  lexicon.add_tokens(name, tokens);
  std::uint32_t state = 0;
  for (const Token& token : tokens) {
    if (is_ignored(token.word)) continue;
    if (state == 0) {
      if (begins_.size() <= token.word) begins_.resize(token.word + 1);
      begins_[token.word] = true;
    }
    const auto [found, is_new] =
        next_.try_emplace(step(state, token.word), static_cast<std::uint32_t>(names_.size()));
    if (is_new) names_.emplace_back();
    state = found->second;
  }
  if (state != 0) names_[state].push_back({name, entry, adjective, spelling});
}

bool NameTrie::is_written(const Name& name, std::string_view text, const std::vector<Token>& tokens,
                          std::uint32_t begin, std::uint32_t end) const {
  const Token& first = tokens[begin];
  switch (name.spelling) {
    case Spelling::any: return true;
    case Spelling::capital: return first.capital || first.number;
    case Spelling::exact:
      return text.substr(first.begin, tokens[end - 1].end - first.begin) == name.written;
    case Spelling::with_organization:
      return begin > 0 && is_ignored(tokens[begin - 1].word) && tokens[begin - 1].all_capitals;
  }
  return false;
}

/// The name that ends in `state`, as it is written here; rather one that is no adjective ("Noruega"
/// is Norway, and "noruega" Norwegian).
const NameTrie::Name* NameTrie::accepted(std::uint32_t state, std::string_view text,
                                         const std::vector<Token>& tokens, std::uint32_t begin,
                                         std::uint32_t end) const {
  const Name* best = nullptr;
  for (const Name& name : names_[state]) {
    if (best != nullptr && !best->adjective) break;
    if (is_written(name, text, tokens, begin, end) && (best == nullptr || !name.adjective))
      best = &name;
  }
  return best;
}

std::optional<Mention> NameTrie::find(std::string_view text, const std::vector<Token>& tokens,
                                      std::uint32_t at) const {
  const WordId first = tokens[at].word;
  if (first == unknown_word || first >= begins_.size() || !begins_[first]) return std::nullopt;
  std::optional<Mention> best;
  std::uint32_t state = 0;
  for (std::uint32_t i = at; i < tokens.size(); ++i) {
    const auto next = next_.find(step(state, tokens[i].word));
    if (next == next_.end()) {
      if (i > at && is_ignored(tokens[i].word)) continue;
      break;
    }
    state = next->second;
    if (const Name* name = accepted(state, text, tokens, at, i + 1))
      best = Mention{at, i + 1, name->entry, name->adjective};
  }
  return best;
}

}  // namespace oscegraph::press
