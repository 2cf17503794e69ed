// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/sums/number.hpp"

#include <bit>
#include <string>

#include "oscegraph/loader/press/sums/number_group.hpp"

namespace oscegraph::press {
namespace {

/// A group with its scale words: "25 thousand".
struct ScaledGroup {
  Group group;
  std::uint32_t end = 0;
  int exponent = 0;  ///< from the scale words
  Languages languages = any_language;
  Languages first = 0;  ///< the language that the scale word suggests
  Decimal value;        ///< with the scale applied
  bool scaled = false;
  bool letter = false;
  bool exact = true;
};

class NumberReader {
 public:
  NumberReader(const SentenceWords& words, Languages language) : w_(words), language_(language) {}

  [[nodiscard]] std::optional<Number> read(std::uint32_t i, std::optional<std::size_t> from) const {
    auto part = scaled_group_at(i, from);
    if (!part) return std::nullopt;
    Number number;
    number.plain = part->group.in_digits && part->group.digits.plain && !part->scaled;
    number.thousands_mark = part->scaled ? char{0} : part->group.digits.one_mark;
    number.letter = part->letter;
    take(*part, number);
    number.value = part->value;
    // "1 million and 500 thousand"
    while (part->scaled && !part->letter && !part->group.holds_thousand) {
      const bool with_and = table_.and_in(w_.folded(number.end)) != 0;
      auto next = scaled_group_at(number.end + (with_and ? 1 : 0), std::nullopt);
      if (!next || !continues(number, *part, *next, with_and)) break;
      const auto sum = next->exponent > part->exponent ? thousands_of(number.value, *next)
                                                       : sum_of(number.value, next->value);
      if (!sum) return std::nullopt;
      take(*next, number);
      number.value = *sum;
      part = next;
    }
    return number;
  }

 private:
  static void take(const ScaledGroup& part, Number& number) {
    number.end = part.end;
    number.exact = number.exact && part.exact;
    number.grouped = number.grouped || (part.group.digits.grouped && part.group.digits.valid);
    number.scaled = number.scaled || part.scaled || part.group.holds_thousand;
    number.languages = static_cast<Languages>(number.languages & part.languages);
  }

  // --- compounds ------------------------------------------------------------------------------------

  /// Whether `next` is a smaller part of the same number, not another number.
  [[nodiscard]] bool continues(const Number& number, const ScaledGroup& part,
                               const ScaledGroup& next, bool with_and) const {
    if ((number.languages & next.languages) == 0 || next.letter) return false;
    if (next.group.bare && (!next.exact || next.exponent != 3)) return false;
    // "mil doscientos millones": 1,200 million.
    if (next.exponent == 6 && part.exponent == 3 && !with_and)
      return part.group.digits.one_mark == 0;
    if (!is_less(next.value, {1, part.exponent})) return false;
    if (next.scaled || next.group.holds_thousand) return true;
    if (next.group.in_digits) return next.group.digits.grouped && !with_and;
    const Languages joint = table_.and_in(w_.folded(number.end));
    return !with_and || (joint & number.languages & (english | german)) != 0;
  }

  static std::optional<Decimal> thousands_of(Decimal thousands, const ScaledGroup& millions) {
    Decimal rest = millions.value;
    rest.exponent -= millions.exponent;
    auto sum = sum_of(thousands, rest);
    if (sum) sum->exponent += millions.exponent;
    return sum;
  }

  // --- one part -------------------------------------------------------------------------------------

  [[nodiscard]] std::optional<ScaledGroup> scaled_group_at(std::uint32_t i,
                                                           std::optional<std::size_t> from) const {
    auto group = group_at(w_, i, from);
    if (!group) group = bare_scale(i);
    if (!group) return std::nullopt;
    ScaledGroup part;
    part.group = *group;
    part.end = group->end;
    part.languages = group->languages;
    part.value = group->value;
    const bool extra = take_extra(part);
    if (group->stuck != nullptr) take_scale(*group->stuck, part);
    if (group->bare) take_bare(part);
    take_scales(part);
    if (!part.scaled && (group->needs_scale || extra)) return std::nullopt;
    part.value.exponent += part.exponent;
    if (part.scaled) {
      take_half_after(part);
      check_marks(part);
    }
    return part;
  }

  /// A scale word without a number, "миллион", "mille"; or "millions of", an unknown number.
  [[nodiscard]] std::optional<Group> bare_scale(std::uint32_t i) const {
    if (!w_.is_word(i) || w_.is_number(i)) return std::nullopt;
    const std::string word = w_.folded(i);
    const ScaleWord* scale = table_.scale(word);
    const bool scales = scale != nullptr && !scale->letter;
    if (!scales && !table_.means_many(word)) return std::nullopt;
    return Group{.end = i, .value = {1, 0}, .bare = true};
  }

  /// Adds "and a half" in "two and a half million".
  [[nodiscard]] bool take_extra(ScaledGroup& part) const {
    const auto extra = table_.extras().from(w_, part.end);
    if (!extra || part.group.bare) return false;
    const auto language = static_cast<Languages>(extra->value >> 16U);
    const ScaleWord* scale = scale_at(extra->at);
    if (scale == nullptr || (scale->languages & language & part.languages) == 0) return false;
    const auto more = sum_of(part.value, {extra->value & 0xFFFFU, -2});
    if (!more) return false;
    part.value = *more;
    part.end = extra->at;
    return true;
  }

  [[nodiscard]] const ScaleWord* scale_at(std::uint32_t i) const {
    return w_.is_word(i) && !w_.is_number(i) ? table_.scale(w_.folded(i)) : nullptr;
  }

  void take_scales(ScaledGroup& part) const {
    for (;;) {
      std::uint32_t at = part.end;
      if (w_.folded(at) == "-" && w_.glued(at)) ++at;
      if (part.group.in_digits && !part.scaled && table_.is_hundred(w_.folded(at), english)) {
        part.exponent = 2;  // "5 hundred thousand"
        part.end = at + 1;
        part.languages = english;
        part.scaled = true;
        continue;
      }
      const ScaleWord* scale = scale_at(at);
      if (scale == nullptr || !may_scale(*scale, part)) return;
      part.letter = scale->letter && w_.tokens[at].spaced;
      part.end = at + 1;
      take_scale(*scale, part);
    }
  }

  /// Whether a scale word may follow: only one, except after "hundred" or "mil" ("mil millones").
  static bool may_scale(const ScaleWord& scale, const ScaledGroup& part) {
    if ((part.languages & scale.languages) == 0) return false;
    if (scale.letter && (part.scaled || !part.group.in_digits)) return false;
    if (part.group.holds_thousand) return false;
    return !part.scaled || part.exponent == 2 || (part.exponent == 3 && scale.exponent == 6);
  }

  void take_scale(const ScaleWord& scale, ScaledGroup& part) const {
    part.exponent += scale.exponent;
    part.first = scale.first;
    part.languages = static_cast<Languages>(part.languages & scale.languages);
    part.scaled = true;
    // "3 mln. euro": the full stop belongs to the abbreviation.
    if (scale.abbreviation && w_.folded(part.end) == "." && w_.glued(part.end) &&
        w_.has(part.end + 1))
      ++part.end;
  }

  void take_bare(ScaledGroup& part) const {
    const std::string word = w_.folded(part.end);
    part.exact = table_.stands_alone(word);
    ++part.end;
    part.scaled = true;
    if (const ScaleWord* scale = table_.scale(word)) take_scale(*scale, part);
  }

  /// Adds the half in "un million et demi".
  void take_half_after(ScaledGroup& part) const {
    const auto extra = table_.extras().from(w_, part.end);
    if (!extra) return;
    if ((static_cast<Languages>(extra->value >> 16U) & part.languages) == 0) return;
    const auto more = sum_of(part.value, {extra->value & 0xFFFFU, part.exponent - 2});
    if (!more) return;
    part.value = *more;
    part.end = extra->at;
  }

  // --- marks before a scale word --------------------------------------------------------------------

  /// The language of the number: told by the word after it, else by the sentence, else suggested by
  /// the scale word.
  [[nodiscard]] Languages spoken(const ScaledGroup& part) const {
    const Languages of = table_.of_in(w_, part.end);
    if (std::has_single_bit(of)) return of;
    if ((part.languages & language_) != 0) return language_;
    if ((part.languages & of) != 0) return static_cast<Languages>(part.languages & of);
    return part.first;
  }

  /// Whether the mark is the decimal mark of the language. Russian texts use both.
  static bool divides(char mark, Languages language) {
    if (language == russian) return true;
    return mark == '.' ? language == english : language != english;
  }

  void check_marks(ScaledGroup& part) const {
    const Digits& digits = part.group.digits;
    const Languages language = spoken(part);
    if (digits.one_mark != 0) {  // "1.375 million", "2,125 Millionen"
      part.value.exponent -= 3;
      part.group.digits.grouped = false;
      part.exact = part.exact && divides(digits.one_mark, language);
    }
    // "1.375,5 million": marks of another language.
    if ((digits.group_mark == '.' && (language & (english | russian)) != 0) ||
        (digits.group_mark == ',' && language != english))
      part.exact = false;
    // A German "Billion" is a thousand times an English one.
    const bool billion = part.exponent == 9 || part.exponent == 12;
    if (billion && part.first == english && language_ != no_language && language_ != english)
      part.exact = part.exact && !table_.is_billion(w_.folded(part.end - 1));
  }

  const NumberWords& table_ = NumberWords::instance();
  const SentenceWords& w_;
  Languages language_;
};

}  // namespace

std::optional<Number> number_at(const SentenceWords& words, std::uint32_t i, Languages language,
                                std::optional<std::size_t> from) {
  return NumberReader(words, language).read(i, from);
}

bool may_begin_number(const SentenceWords& words, std::uint32_t i) {
  const NumberWords& table = NumberWords::instance();
  const std::string word = words.folded(i);
  return table.is_article(word) || !table.small(word).empty() || table.scale(word) != nullptr ||
         table.means_many(word) || table.fractions().beginnings().contains(word) ||
         table.and_a_half(word).has_value() || table.joined(word).has_value();
}

bool is_number_word(const SentenceWords& words, std::uint32_t i) {
  if (!words.is_word(i) || words.is_number(i)) return false;
  const NumberWords& table = NumberWords::instance();
  const std::string word = words.folded(i);
  for (const SmallWord& small : table.small(word))
    if (small.value > 1) return true;
  const ScaleWord* scale = table.scale(word);
  return (scale != nullptr && !scale->letter) || table.means_many(word) ||
         table.joined(word).has_value();
}

bool may_be_year(const Number& number) {
  return number.plain && number.value.exponent == 0 && number.value.digits >= 1900 &&
         number.value.digits <= 2100;
}

}  // namespace oscegraph::press
