// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/sums/phrases.hpp"

#include <algorithm>

#include "oscegraph/loader/embedded/embedded_rows.hpp"

namespace oscegraph::press {

void Phrases::add(std::string_view phrase, std::uint32_t value) {
  static const Lexicon no_words;
  std::vector<Token> tokens;
  no_words.tokens(phrase, tokens);
  if (tokens.empty()) return;
  const auto count = static_cast<std::uint32_t>(tokens.size());
  const SentenceWords words{phrase, tokens, 0, count, nullptr, 0};
  std::string joined = words.folded(0);
  for (std::uint32_t i = 1; i < count; ++i) joined += ' ' + words.folded(i);
  values_.try_emplace(joined, value);
  first_.insert(words.folded(0));
  last_.insert(words.folded(count - 1));
  longest_ = std::max(longest_, count);
}

void Phrases::add_list(std::string_view list, std::uint32_t value) {
  for_each_part(list, ';', [&](std::string_view phrase) { add(phrase, value); });
}

std::optional<Phrases::Found> Phrases::from(const SentenceWords& words, std::uint32_t i) const {
  std::optional<Found> found;
  std::string joined = words.folded(i);
  if (joined.empty() || !first_.contains(joined)) return found;
  for (std::uint32_t end = i + 1;; ++end) {
    if (const auto row = values_.find(joined); row != values_.end()) found = {end, row->second};
    if (end >= i + longest_ || !words.has(end)) return found;
    joined += ' ' + words.folded(end);
  }
}

std::optional<Phrases::Found> Phrases::ending_at(const SentenceWords& words,
                                                 std::uint32_t end) const {
  std::optional<Found> found;
  if (end <= words.first || end > words.last) return found;
  std::string joined = words.folded(end - 1);
  if (!last_.contains(joined)) return found;
  for (std::uint32_t begin = end - 1;; --begin) {
    if (const auto row = values_.find(joined); row != values_.end()) found = {begin, row->second};
    if (begin == words.first || end - begin >= longest_) return found;
    joined = words.folded(begin - 1) + ' ' + joined;
  }
}

}  // namespace oscegraph::press
