// SPDX-License-Identifier: Apache-2.0
//
// Looks up phrases of one or more words in a sentence, forwards or backwards from a position. Words
// are compared in folded form (words.hpp). Punctuation marks are compared as tokens: "jusqu'à" is
// three tokens.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "oscegraph/loader/press/words/words.hpp"

namespace oscegraph::press {

/// The tokens [first, last) of a text, with their folded forms.
struct SentenceWords {
  std::string_view text;
  const std::vector<Token>& tokens;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  /// A cache of folded forms, for tokens from `kept_from` on; nullptr: no cache.
  std::vector<std::string>* kept = nullptr;
  std::uint32_t kept_from = 0;

  [[nodiscard]] bool has(std::uint32_t i) const { return i >= first && i < last; }
  [[nodiscard]] std::string_view written(std::uint32_t i) const {
    return has(i) ? text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin)
                  : std::string_view();
  }
  /// "" outside the range.
  [[nodiscard]] std::string folded(std::uint32_t i) const {
    if (!has(i)) return {};
    if (kept == nullptr || i < kept_from || i - kept_from >= kept->size())
      return fold_word(written(i));
    std::string& known = (*kept)[i - kept_from];
    if (known.empty()) known = fold_word(written(i));
    return known;
  }
  /// Whether no space separates the token from the one before.
  [[nodiscard]] bool glued(std::uint32_t i) const {
    return has(i) && i > first && !tokens[i].spaced && !tokens[i].line_start;
  }
  [[nodiscard]] bool is_word(std::uint32_t i) const { return has(i) && tokens[i].is_word; }
  [[nodiscard]] bool is_number(std::uint32_t i) const { return has(i) && tokens[i].number; }
};

class Phrases {
 public:
  struct Found {
    std::uint32_t at = 0;  ///< forwards: after its last token; backwards: its first token
    std::uint32_t value = 0;
  };

  /// When a phrase is added twice, the first value stays.
  void add(std::string_view phrase, std::uint32_t value = 0);
  /// Adds each phrase of "a;b;c" with the value.
  void add_list(std::string_view list, std::uint32_t value = 0);
  /// The longest phrase that begins at token `i`.
  [[nodiscard]] std::optional<Found> from(const SentenceWords& words, std::uint32_t i) const;
  /// The longest phrase that ends before token `end`.
  [[nodiscard]] std::optional<Found> ending_at(const SentenceWords& words, std::uint32_t end) const;
  [[nodiscard]] bool holds(const std::string& folded) const { return values_.contains(folded); }
  /// The first word or mark of each phrase.
  [[nodiscard]] const std::unordered_set<std::string>& beginnings() const { return first_; }

 private:
  std::unordered_map<std::string, std::uint32_t> values_;
  std::unordered_set<std::string> first_;
  std::unordered_set<std::string> last_;
  std::uint32_t longest_ = 0;  ///< in tokens
};

}  // namespace oscegraph::press
