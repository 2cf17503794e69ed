// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/claims/quote.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace oscegraph::press {
namespace {

/// Longer sentences are cut. In bytes, since tidied text is seldom much shorter.
constexpr std::size_t longest_sentence = 400;

constexpr std::array<std::string_view, 5> clause_marks{", ", "; ", ": ", " – ", " — "};

/// The positions where clauses begin, in order, and the end of the sentence.
std::vector<std::size_t> clause_borders(std::string_view text, ByteSpan sentence) {
  std::vector<std::size_t> borders{sentence.begin};
  for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
    const std::string_view rest = text.substr(i, sentence.end - i);
    for (const std::string_view mark : clause_marks)
      if (rest.starts_with(mark)) borders.push_back(i + mark.size());
  }
  borders.push_back(sentence.end);
  return borders;
}

/// The clauses that contain `core`, and as many beside them as fit; those before come first, since
/// they name the actor.
ByteSpan clauses_around(std::string_view text, ByteSpan sentence, ByteSpan core) {
  const std::vector<std::size_t> borders = clause_borders(text, sentence);
  auto begin = std::prev(std::ranges::upper_bound(borders, core.begin));
  auto end = std::ranges::lower_bound(borders, core.end);
  for (bool grows = true; grows;) {
    grows = false;
    if (begin != borders.begin() && *end - *std::prev(begin) <= longest_sentence) {
      --begin;
      grows = true;
    }
    if (std::next(end) != borders.end() && *std::next(end) - *begin <= longest_sentence) {
      ++end;
      grows = true;
    }
  }
  // When the clause itself is too long: from the core on.
  if (*end - *begin > longest_sentence) return {core.begin, *end};
  return {*begin, *end};
}

}  // namespace

ByteSpan quote_of(std::string_view text, const FoundClaim& claim) {
  ByteSpan words{claim.begin, claim.end};
  if (claim.words_prove_it) return words;
  if (claim.sum_begin < claim.sum_end)
    words = {std::min(words.begin, claim.sum_begin), std::max(words.end, claim.sum_end)};
  const ByteSpan sentence{std::min(words.begin, claim.sentence_begin),
                          std::max(words.end, claim.sentence_end)};
  if (sentence.end - sentence.begin <= longest_sentence) return sentence;
  return clauses_around(text, sentence, words);
}

}  // namespace oscegraph::press
