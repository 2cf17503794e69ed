// SPDX-License-Identifier: Apache-2.0
//
// Splits text into tokens: words and punctuation marks. A word that some table uses (a name in the
// gazetteer, a pattern, a list of prepositions) has a number; all other words have the number 0.
// Cost: one hash look-up per word; unknown words take no memory.
//
// Words are compared folded: lower case, no diacritics, British for American spelling in the
// organisation's own terms ("Center", "Program"), "co-" and "extra-" joined to the next word.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace oscegraph::press {

using WordId = std::uint32_t;
inline constexpr WordId unknown_word = 0;

/// One word or punctuation mark; positions are bytes of the text.
struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  WordId word = unknown_word;
  bool is_word = false;
  bool capital = false;        ///< begins with a capital letter
  bool all_capitals = false;   ///< at least two letters, none of them small
  bool number = false;         ///< begins with a digit
  bool spaced = false;         ///< preceded by white space
  bool line_start = false;     ///< first on its line
  bool inside_phrase = false;  ///< a quotation mark, apostrophe or hyphen
};

/// The words that tables use, each with a number and a set of classes (bits).
class Lexicon {
 public:
  Lexicon();
  /// The number of an already folded word, which is added if it is new.
  WordId add(std::string_view folded);
  [[nodiscard]] WordId find(std::string_view folded) const;
  [[nodiscard]] std::string_view text(WordId word) const { return texts_[word]; }
  [[nodiscard]] std::size_t size() const { return texts_.size(); }

  /// Splits `text` into tokens. Numbers keep their separators ("1'000'000", "964.196,22").
  void tokens(std::string_view text, std::vector<Token>& result) const;
  /// As above, but adds new words.
  void add_tokens(std::string_view text, std::vector<Token>& result);

  static constexpr unsigned most_classes = 192;
  void put_in_class(WordId word, unsigned number) {
    classes_[word].at(number / 64) |= std::uint64_t{1} << (number % 64);
  }
  [[nodiscard]] bool is_in_class(WordId word, unsigned number) const {
    return (classes_[word][number / 64] >> (number % 64) & 1U) != 0;
  }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    WordId word = unknown_word;
  };
  void grow();

  std::vector<Slot> slots_;
  std::vector<std::string> texts_;
  std::vector<std::array<std::uint64_t, most_classes / 64>> classes_;  ///< bits
};

/// The beginning of valid UTF-8 text: whole characters, at most `most` bytes.
std::string_view beginning(std::string_view text, std::size_t most);

/// The folded form of a word, by which the lexicon compares.
std::string fold_word(std::string_view word);

}  // namespace oscegraph::press
