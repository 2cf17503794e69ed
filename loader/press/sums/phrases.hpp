// SPDX-License-Identifier: Apache-2.0
//
// Phrases of one or more words, looked up in a sentence from a place forwards or backwards. They are
// compared folded, as words.hpp says, and mark by mark: "jusqu'à" is three tokens.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "oscegraph/loader/press/words.hpp"

namespace oscegraph::press {

/// The tokens [first, last) of a text, and how each is folded.
struct Words {
  std::string_view text;
  const std::vector<Token>& tokens;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  /// What tokens from `kept_from` on fold to, once they have been asked for; nullptr keeps nothing.
  std::vector<std::string>* kept = nullptr;
  std::uint32_t kept_from = 0;

  [[nodiscard]] bool has(std::uint32_t i) const { return i >= first && i < last; }
  [[nodiscard]] std::string_view written(std::uint32_t i) const {
    return has(i) ? text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin)
                  : std::string_view();
  }
  /// "" outside of the range.
  [[nodiscard]] std::string folded(std::uint32_t i) const {
    if (!has(i)) return {};
    if (kept == nullptr || i < kept_from || i - kept_from >= kept->size())
      return fold_word(written(i));
    std::string& known = (*kept)[i - kept_from];
    if (known.empty()) known = fold_word(written(i));
    return known;
  }
  /// Whether the token stands right after the one before it.
  [[nodiscard]] bool glued(std::uint32_t i) const {
    return has(i) && i > first && !tokens[i].spaced && !tokens[i].line_start;
  }
  [[nodiscard]] bool is_word(std::uint32_t i) const { return has(i) && tokens[i].is_word; }
  [[nodiscard]] bool is_number(std::uint32_t i) const { return has(i) && tokens[i].number; }
};

class Phrases {
 public:
  struct Found {
    std::uint32_t at = 0;  ///< forwards: past its last token; backwards: its first
    std::uint32_t value = 0;
  };

  /// Of a phrase that is added twice the first value stays.
  void add(std::string_view phrase, std::uint32_t value = 0);
  /// "a;b;c", each with the value.
  void add_list(std::string_view list, std::uint32_t value = 0);
  /// The longest that begins at token `i`.
  [[nodiscard]] std::optional<Found> from(const Words& words, std::uint32_t i) const;
  /// The longest that ends before token `end`.
  [[nodiscard]] std::optional<Found> upto(const Words& words, std::uint32_t end) const;
  [[nodiscard]] bool holds(const std::string& folded) const { return values_.contains(folded); }
  /// Each word or mark with which a phrase begins.
  [[nodiscard]] const std::unordered_set<std::string>& beginnings() const { return first_; }

 private:
  std::unordered_map<std::string, std::uint32_t> values_;
  std::unordered_set<std::string> first_;
  std::unordered_set<std::string> last_;
  std::uint32_t longest_ = 0;  ///< in tokens
};

}  // namespace oscegraph::press
