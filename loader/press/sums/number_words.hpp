// SPDX-License-Identifier: Apache-2.0
//
// Reads the number words of numbers.csv, and numbers that are written as one word:
// "fünfundzwanzigtausend", "venticinquemila".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "oscegraph/loader/press/sums/number.hpp"
#include "oscegraph/loader/press/sums/phrases.hpp"

namespace oscegraph::press {

/// A number word below a thousand.
struct SmallWord {
  enum class Kind : std::uint8_t { unit, teen, tens, hundred, hundreds };
  Kind kind = Kind::unit;
  Languages languages = 0;
  std::uint32_t value = 0;
};

struct ScaleWord {
  int exponent = 0;
  Languages languages = 0;
  Languages first = 0;        ///< the language it suggests
  bool letter = false;        ///< "m", which also means metres
  bool abbreviation = false;  ///< a full stop may follow
};

class NumberWords {
 public:
  static const NumberWords& instance();

  /// The values below a thousand of a folded word; it may have different ones in several languages.
  [[nodiscard]] const std::vector<SmallWord>& small(const std::string& folded) const;
  [[nodiscard]] bool is_hundred(const std::string& folded, Languages language) const;
  [[nodiscard]] const ScaleWord* scale(const std::string& folded) const;
  /// "viertelmillion", "zweihunderttausend", "duemilacinquecento": the value and the language.
  [[nodiscard]] std::optional<std::pair<std::uint64_t, Languages>> joined(
      const std::string& folded) const;
  /// Whether the word is like "viertelmillion", which may have an article before it.
  [[nodiscard]] bool is_whole_number(const std::string& folded) const {
    return joined_.contains(folded);
  }
  /// "zweieinhalb": twice its value, and the language.
  [[nodiscard]] std::optional<std::uint64_t> and_a_half(const std::string& folded) const;
  /// Whether a scale word or a hundred without a number means one: "mille", "миллион".
  [[nodiscard]] bool stands_alone(const std::string& folded) const {
    return alone_.contains(folded);
  }
  /// Whether the word means many without a number: "miles", "hundreds".
  [[nodiscard]] bool means_many(const std::string& folded) const { return many_.contains(folded); }

  /// Their values: hundredths, with the language in the bits from 16 on.
  [[nodiscard]] const Phrases& fractions() const { return fractions_; }
  [[nodiscard]] const Phrases& extras() const { return extras_; }
  /// Whether the word is an article, as in "a million".
  [[nodiscard]] bool is_article(const std::string& folded) const {
    return articles_.contains(folded);
  }
  /// Whether the word is "billion", which means a thousand times as much in other languages.
  [[nodiscard]] bool is_billion(const std::string& folded) const {
    return billions_.contains(folded);
  }
  /// The languages in which token `i` means "of": "d'", "di".
  [[nodiscard]] Languages of_in(const SentenceWords& words, std::uint32_t i) const;
  /// The languages in which the word means "and".
  [[nodiscard]] Languages and_in(const std::string& folded) const;

 private:
  NumberWords();
  void add_scale(const std::string& word, std::uint64_t exponent, Languages language, bool letter);
  [[nodiscard]] std::optional<std::uint64_t> value(std::string_view word, Languages language) const;
  [[nodiscard]] std::optional<std::uint64_t> below_hundred(std::string_view word,
                                                           Languages language) const;
  [[nodiscard]] std::optional<std::uint64_t> below_thousand(std::string_view word,
                                                            Languages language) const;
  [[nodiscard]] std::optional<std::uint64_t> below_million(std::string_view word,
                                                           Languages language) const;

  std::unordered_map<std::string, std::vector<SmallWord>> small_;
  std::unordered_map<std::string, ScaleWord> scales_;
  std::unordered_map<std::string, std::pair<std::uint64_t, Languages>> joined_;
  std::unordered_map<std::string, Languages> and_;
  std::unordered_map<std::string, Languages> of_;  ///< "d'" has its apostrophe
  std::unordered_set<std::string> alone_;
  std::unordered_set<std::string> many_;
  std::unordered_set<std::string> articles_;
  std::unordered_set<std::string> billions_;
  Phrases fractions_;
  Phrases extras_;
};

}  // namespace oscegraph::press
