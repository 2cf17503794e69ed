// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/sums/number_words.hpp"

#include <algorithm>
#include <array>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/embedded/embedded_rows.hpp"

namespace oscegraph::press {
namespace {

constexpr auto small_kinds = std::to_array<TableWord<SmallWord::Kind>>({
    {SmallWord::Kind::unit, "unit"},
    {SmallWord::Kind::teen, "teen"},
    {SmallWord::Kind::tens, "tens"},
    {SmallWord::Kind::hundred, "hundred"},
    {SmallWord::Kind::hundreds, "hundreds"},
});
static_assert(has_word_for_each(small_kinds, SmallWord::Kind::hundreds));

/// The kinds of the other rows in numbers.csv.
enum class RowKind : std::uint8_t {
  scale,
  letter,        ///< a scale of one letter, which also has other meanings
  abbreviation,  ///< of a scale
  alone,
  many,
  article,
  billion,
  of,
  joined,
  and_,
  fraction,
  extra  ///< "and a half"
};

constexpr auto row_kinds = std::to_array<TableWord<RowKind>>({
    {RowKind::scale, "scale"},
    {RowKind::letter, "letter"},
    {RowKind::abbreviation, "abbreviation"},
    {RowKind::alone, "alone"},
    {RowKind::many, "many"},
    {RowKind::article, "article"},
    {RowKind::billion, "billion"},
    {RowKind::of, "of"},
    {RowKind::joined, "joined"},
    {RowKind::and_, "and"},
    {RowKind::fraction, "fraction"},
    {RowKind::extra, "extra"},
});
static_assert(has_word_for_each(row_kinds, RowKind::extra));

/// The parts of numbers written as one word.
struct Parts {
  std::string_view and_;
  std::string_view hundred;
  std::string_view thousand;
  std::string_view one_thousand;
};
constexpr Parts german_parts{"und", "hundert", "tausend", "tausend"};
constexpr Parts italian_parts{"", "cento", "mila", "mille"};

constexpr const Parts& parts_of(Languages language) {
  return language == german ? german_parts : italian_parts;
}

/// The part without a leading "and"; the part itself when it has none.
constexpr std::string_view skip_and(std::string_view part, Languages language) {
  const std::string_view joint = parts_of(language).and_;
  return part.size() > joint.size() && part.starts_with(joint) ? part.substr(joint.size()) : part;
}

std::uint64_t whole(std::string_view text) {
  std::uint64_t value = 0;
  for (const char c : text) value = value * 10 + static_cast<std::uint64_t>(c - '0');
  return value;
}

/// The word without its last vowel, which Italian drops before another vowel: "venti" in "ventuno".
std::string_view without_last(std::string_view word) { return word.substr(0, word.size() - 1); }

}  // namespace

const NumberWords& NumberWords::instance() {
  static const NumberWords words;
  return words;
}

NumberWords::NumberWords() {
  for_each_row("numbers.csv", [&](const std::vector<CsvField>& row) {
    enum { kind, language, meaning, words };
    const auto each_word = [&](const auto& use) {
      for_each_part(row.at(words).text, ' ',
                    [&](std::string_view written) { use(fold_word(written)); });
    };
    const Languages spoken = meaning_of(language_codes, row.at(language).text, "numbers.csv");
    const std::uint64_t number = whole(row.at(meaning).text);
    if (const auto small = find_meaning(small_kinds, row.at(kind).text)) {
      each_word([&](const std::string& word) {
        small_[word].push_back({*small, spoken, static_cast<std::uint32_t>(number)});
      });
      return;
    }
    const auto with_language = static_cast<std::uint32_t>(number | std::uint64_t{spoken} << 16U);
    switch (meaning_of(row_kinds, row[kind].text, "numbers.csv")) {
      case RowKind::scale:
        each_word([&](const std::string& word) { add_scale(word, number, spoken, false); });
        break;
      case RowKind::letter:
        each_word([&](const std::string& word) { add_scale(word, number, spoken, true); });
        break;
      case RowKind::abbreviation:
        each_word([&](const std::string& word) { scales_.at(word).abbreviation = true; });
        break;
      case RowKind::alone: each_word([&](const std::string& word) { alone_.insert(word); }); break;
      case RowKind::many: each_word([&](const std::string& word) { many_.insert(word); }); break;
      case RowKind::article:
        each_word([&](const std::string& word) { articles_.insert(word); });
        break;
      case RowKind::billion:
        each_word([&](const std::string& word) { billions_.insert(word); });
        break;
      case RowKind::of:
        for_each_part(row[words].text, ' ',
                      [&](std::string_view word) { of_[std::string(word)] |= spoken; });
        break;
      case RowKind::joined:
        each_word([&](const std::string& word) { joined_[word] = {number, spoken}; });
        break;
      case RowKind::and_: each_word([&](const std::string& word) { and_[word] |= spoken; }); break;
      case RowKind::fraction: fractions_.add_list(row[words].text, with_language); break;
      case RowKind::extra: extras_.add_list(row[words].text, with_language); break;
    }
  });
}

void NumberWords::add_scale(const std::string& word, std::uint64_t exponent, Languages language,
                            bool letter) {
  ScaleWord& scale = scales_[word];
  if (scale.languages == 0) scale.first = language;
  scale.languages |= letter ? any_language : language;
  scale.exponent = static_cast<int>(exponent);
  scale.letter = scale.letter || letter;
}

const std::vector<SmallWord>& NumberWords::small(const std::string& folded) const {
  static const std::vector<SmallWord> none;
  const auto found = small_.find(folded);
  return found == small_.end() ? none : found->second;
}

bool NumberWords::is_hundred(const std::string& folded, Languages language) const {
  return std::ranges::any_of(small(folded), [&](const SmallWord& word) {
    return word.kind == SmallWord::Kind::hundred && word.languages == language;
  });
}

const ScaleWord* NumberWords::scale(const std::string& folded) const {
  const auto found = scales_.find(folded);
  return found == scales_.end() ? nullptr : &found->second;
}

Languages NumberWords::of_in(const SentenceWords& words, std::uint32_t i) const {
  const std::string word = words.folded(i);
  auto found = of_.end();
  if (words.folded(i + 1) == "'") found = of_.find(word + '\'');
  if (found == of_.end()) found = of_.find(word);
  return found == of_.end() ? no_language : found->second;
}

Languages NumberWords::and_in(const std::string& folded) const {
  const auto found = and_.find(folded);
  return found == and_.end() ? Languages{0} : found->second;
}

// --- numbers written as one word ----------------------------------------------------------------

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
    const std::size_t and_at = word.find(german_parts.and_);
    if (and_at == std::string_view::npos || and_at == 0) return std::nullopt;
    const auto unit = value(word.substr(0, and_at), german);
    const auto tens = value(word.substr(and_at + german_parts.and_.size()), german);
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
  const std::string_view name = parts_of(language).hundred;
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
  if (const std::string_view tens = skip_and(rest, language); tens.size() < rest.size())
    if (const auto below = below_hundred(tens, german)) return hundreds * 100 + *below;
  auto below = below_hundred(rest, language);
  if (!below && language == italian) below = below_hundred('o' + rest, italian);  // "centotto"
  if (!below) return std::nullopt;
  return hundreds * 100 + *below;
}

/// "zweihundertfunfzigtausend", "duemilacinquecento", "millecinquecento".
std::optional<std::uint64_t> NumberWords::below_million(std::string_view word,
                                                        Languages language) const {
  std::string_view thousand = parts_of(language).thousand;
  std::size_t at = word.find(thousand);
  std::uint64_t thousands = 1;
  if (language == italian && at == std::string_view::npos) {
    thousand = parts_of(language).one_thousand;
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
  const auto below = below_thousand(skip_and(rest, language), language);
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
  if (front.ends_with(german_parts.and_)) front.remove_suffix(german_parts.and_.size());
  if (const auto whole_part = below_hundred(front, german)) return *whole_part * 2 + 1;
  return std::nullopt;
}

}  // namespace oscegraph::press
