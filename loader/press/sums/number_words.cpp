// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/sums/number_words.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "oscegraph/graph/text.hpp"
#include "oscegraph/loader/embedded_rows.hpp"

namespace oscegraph::press {
namespace {

constexpr std::array<std::string_view, 5> small_kinds{"unit", "teen", "tens", "hundred",
                                                      "hundreds"};

std::uint64_t whole(std::string_view text) {
  std::uint64_t value = 0;
  for (const char c : text) value = value * 10 + static_cast<std::uint64_t>(c - '0');
  return value;
}

/// "venti" of "ventuno": Italian drops the last vowel before another.
std::string_view without_last(std::string_view word) { return word.substr(0, word.size() - 1); }

}  // namespace

Languages language_of(std::string_view code) {
  constexpr std::array<std::string_view, 6> codes{"en", "fr", "de", "it", "es", "ru"};
  const auto found = std::ranges::find(codes, code);
  return found == codes.end() ? any_language : static_cast<Languages>(1 << (found - codes.begin()));
}

const NumberWords& NumberWords::instance() {
  static const NumberWords words;
  return words;
}

NumberWords::NumberWords() {
  for_each_row("numbers.csv", [&](const std::vector<CsvField>& row) {
    const std::string_view kind = row[0].text;
    const Languages language = language_of(row[1].text);
    const std::uint64_t value = whole(row[2].text);
    const auto small = std::ranges::find(small_kinds, kind);
    if (kind == "fraction" || kind == "extra") {
      const auto with_language = static_cast<std::uint32_t>(value | std::uint64_t{language} << 16U);
      (kind == "extra" ? extras_ : fractions_).add_list(row[3].text, with_language);
      return;
    }
    for_each_part(row[3].text, ' ', [&](std::string_view written) {
      const std::string word = fold_word(written);
      if (small != small_kinds.end()) {
        const auto number = static_cast<SmallWord::Kind>(small - small_kinds.begin());
        small_[word].push_back({number, language, static_cast<std::uint32_t>(value)});
      } else if (kind == "scale" || kind == "letter") {
        ScaleWord& scale = scales_[word];
        if (scale.languages == 0) scale.first = language;
        scale.languages |= kind == "letter" ? any_language : language;
        scale.exponent = static_cast<int>(value);
        scale.letter = scale.letter || kind == "letter";
      } else if (kind == "abbreviation") {
        scales_.at(word).abbreviation = true;
      } else if (kind == "alone") {
        alone_.insert(word);
      } else if (kind == "many") {
        many_.insert(word);
      } else if (kind == "joined") {
        joined_[word] = {value, language};
      } else if (kind == "and") {
        and_[word] |= language;
      } else {
        throw std::logic_error("numbers.csv: unknown kind " + std::string(kind));
      }
    });
  });
}

const std::vector<SmallWord>& NumberWords::small(const std::string& folded) const {
  static const std::vector<SmallWord> none;
  const auto found = small_.find(folded);
  return found == small_.end() ? none : found->second;
}

const ScaleWord* NumberWords::scale(const std::string& folded) const {
  const auto found = scales_.find(folded);
  return found == scales_.end() ? nullptr : &found->second;
}

Languages NumberWords::and_in(const std::string& folded) const {
  const auto found = and_.find(folded);
  return found == and_.end() ? Languages{0} : found->second;
}

// --- words put together ---------------------------------------------------------------------------

std::optional<std::uint64_t> NumberWords::value(std::string_view word, Languages language) const {
  for (const SmallWord& small : small(std::string(word)))
    if (small.languages == language && small.kind != SmallWord::Kind::hundred) return small.value;
  return std::nullopt;
}

/// "funfundzwanzig", "ventuno".
std::optional<std::uint64_t> NumberWords::below_hundred(std::string_view word,
                                                        Languages language) const {
  if (const auto known = value(word, language)) return known;
  if (language == german) {
    const std::size_t und = word.find("und");
    if (und == std::string_view::npos || und == 0) return std::nullopt;
    const auto unit = value(word.substr(0, und), german);
    const auto tens = value(word.substr(und + 3), german);
    if (!unit || !tens || *unit > 9 || *tens < 20) return std::nullopt;
    return *tens + *unit;
  }
  for (std::size_t cut = 4; cut + 2 < word.size(); ++cut) {
    const auto unit = value(word.substr(cut), italian);
    if (!unit || *unit > 9) continue;
    for (const char vowel : {'\0', 'i', 'a'}) {
      std::string tens(word.substr(0, cut));
      if (vowel != '\0') tens += vowel;
      const auto ten = value(tens, italian);
      const bool drops = *unit == 1 || *unit == 8;
      if (ten && *ten >= 20 && *ten % 10 == 0 && drops == (vowel != '\0')) return *ten + *unit;
    }
  }
  return std::nullopt;
}

/// "zweihundertfunfzig", "duecentocinquanta", "centottanta".
std::optional<std::uint64_t> NumberWords::below_thousand(std::string_view word,
                                                         Languages language) const {
  const std::string_view name = language == german ? "hundert" : "cento";
  const std::string_view hundred =
      language == italian && word.find(name) == std::string_view::npos ? without_last(name) : name;
  const std::size_t at = word.find(hundred);
  if (at == std::string_view::npos) return below_hundred(word, language);
  std::uint64_t hundreds = 1;
  if (at > 0) {
    const auto count = value(word.substr(0, at), language);
    if (!count || *count > 9) return std::nullopt;
    hundreds = *count;
  }
  std::string rest(word.substr(at + hundred.size()));
  if (rest.empty()) return hundred == name ? std::optional(hundreds * 100) : std::nullopt;
  if (language == german && rest.starts_with("und") && rest.size() > 3)
    if (const auto below = below_hundred(std::string_view(rest).substr(3), german))
      return hundreds * 100 + *below;
  auto below = below_hundred(rest, language);
  if (!below && language == italian) below = below_hundred('o' + rest, italian);  // "centotto"
  if (!below) return std::nullopt;
  return hundreds * 100 + *below;
}

/// "zweihundertfunfzigtausend", "duemilacinquecento", "millecinquecento".
std::optional<std::uint64_t> NumberWords::below_million(std::string_view word,
                                                        Languages language) const {
  std::string_view thousand = language == german ? "tausend" : "mila";
  std::size_t at = word.find(thousand);
  std::uint64_t thousands = 1;
  if (language == italian && at == std::string_view::npos) {
    thousand = "mille";
    at = word.starts_with(thousand) ? 0 : std::string_view::npos;
  }
  if (at == std::string_view::npos) return below_thousand(word, language);
  if (at > 0) {
    const auto count = below_thousand(word.substr(0, at), language);
    if (!count) return std::nullopt;
    thousands = *count;
  }
  std::string_view rest = word.substr(at + thousand.size());
  if (rest.empty()) return thousands * 1000;
  if (language == german && rest.starts_with("und") && rest.size() > 3) rest.remove_prefix(3);
  const auto below = below_thousand(rest, language);
  if (!below) return std::nullopt;
  return thousands * 1000 + *below;
}

std::optional<std::pair<std::uint64_t, Languages>> NumberWords::joined(
    const std::string& folded) const {
  constexpr std::size_t shortest = 6;  // "ventun"
  if (const auto known = joined_.find(folded); known != joined_.end()) return known->second;
  const bool latin = !folded.empty() && static_cast<unsigned char>(folded[0]) < 0x80;
  if (folded.size() < shortest || !latin) return std::nullopt;
  if (!small(folded).empty() || scale(folded) != nullptr) return std::nullopt;
  for (const Languages language : {german, italian})
    if (const auto number = below_million(folded, language)) return std::pair(*number, language);
  return std::nullopt;
}

std::optional<std::uint64_t> NumberWords::and_a_half(const std::string& folded) const {
  constexpr std::string_view half = "einhalb";
  if (!folded.ends_with(half) || folded.size() == half.size()) return std::nullopt;
  std::string_view front = std::string_view(folded).substr(0, folded.size() - half.size());
  if (front.ends_with("und")) front.remove_suffix(3);
  if (const auto whole_part = below_hundred(front, german)) return *whole_part * 2 + 1;
  return std::nullopt;
}

}  // namespace oscegraph::press
