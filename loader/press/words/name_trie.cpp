// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/words/name_trie.hpp"

#include <algorithm>

namespace oscegraph::press {
namespace {

std::uint64_t step(std::uint32_t state, WordId word) { return std::uint64_t{state} << 32U | word; }

}  // namespace

bool NameTrie::is_ignored(WordId word) const { return std::ranges::count(ignored_, word) > 0; }

void NameTrie::reserve(std::size_t words) {
  next_.reserve(words);
  names_.reserve(words);
}

void NameTrie::add(Lexicon& lexicon, std::string_view name, std::int32_t entry, bool adjective,
                   Spelling spelling) {
  std::vector<Token> tokens;
  lexicon.add_tokens(name, tokens);
  std::uint32_t state = 0;
  for (const Token& token : tokens) {
    if (is_ignored(token.word)) continue;
    const bool begins = state == 0;
    const auto [found, is_new] =
        next_.try_emplace(step(state, token.word), static_cast<std::uint32_t>(names_.size()));
    if (is_new) names_.emplace_back();
    state = found->second;
    if (!begins) continue;
    if (first_.size() <= token.word) first_.resize(token.word + 1);
    first_[token.word] = state;
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
    case Spelling::alone: return first.capital && stands_alone(tokens, begin, end);
  }
  return false;
}

/// Whether the tokens beside it do not make another name of it: "Michael Jordan", "Georgia Tech". A
/// word before that is known from names or rules ("Kingdom", "UNDP") does not, and neither does a
/// heading in capitals.
bool NameTrie::stands_alone(const std::vector<Token>& tokens, std::uint32_t begin,
                            std::uint32_t end) {
  const auto joins = [](const Token& left, const Token& right) {
    return left.is_word && right.is_word && left.capital && right.capital && right.spaced &&
           !right.line_start && !(left.all_capitals && right.all_capitals);
  };
  if (end < tokens.size() && joins(tokens[end - 1], tokens[end])) return false;
  return begin == 0 || tokens[begin - 1].word != unknown_word ||
         !joins(tokens[begin - 1], tokens[begin]);
}

/// The name that ends in `state` and is written as here; one that is no adjective is preferred
/// ("Noruega" is Norway, and "noruega" Norwegian).
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

/// The position after "of the OSCE" at `at`, which may stand inside any name of an OSCE structure.
std::uint32_t NameTrie::skip_owner(const std::vector<Token>& tokens, std::uint32_t at) const {
  if (tokens[at].word != of_) return at;
  std::uint32_t i = at + 1;
  bool organization = false;
  for (; i < tokens.size() && i < at + 3 && is_ignored(tokens[i].word); ++i)
    organization = organization || tokens[i].all_capitals;
  return organization ? i : at;
}

std::optional<Mention> NameTrie::find(std::string_view text, const std::vector<Token>& tokens,
                                      std::uint32_t at) const {
  const WordId first = tokens[at].word;
  if (first == unknown_word || first >= first_.size() || first_[first] == 0) return std::nullopt;
  std::optional<Mention> best;
  const auto accept = [&](std::uint32_t state, std::uint32_t end) {
    if (const Name* name = accepted(state, text, tokens, at, end))
      best = Mention{at, end, name->entry, name->adjective};
  };
  std::uint32_t state = first_[first];
  accept(state, at + 1);
  for (std::uint32_t i = at + 1; i < tokens.size(); ++i) {
    if (const auto next = next_.find(step(state, tokens[i].word)); next != next_.end()) {
      state = next->second;
      accept(state, i + 1);
    } else if (const std::uint32_t past = skip_owner(tokens, i); past > i) {
      i = past - 1;
    } else if (!is_ignored(tokens[i].word)) {
      break;
    }
  }
  return best;
}

}  // namespace oscegraph::press
