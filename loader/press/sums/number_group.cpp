// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/sums/number_group.hpp"

#include <array>
#include <string>
#include <utility>

namespace oscegraph::press {
namespace {

/// The value of words below a thousand.
struct Small {
  std::uint32_t end = 0;
  std::uint64_t value = 0;
};

class GroupReader {
 public:
  explicit GroupReader(const SentenceWords& words) : w_(words) {}

  [[nodiscard]] std::optional<Group> read(std::uint32_t i, std::optional<std::size_t> from) const {
    if (!w_.has(i)) return std::nullopt;
    if (from || w_.is_number(i)) return in_digits(i, from.value_or(w_.tokens[i].begin));
    if (!w_.is_word(i)) return fraction_sign(i);
    if (const auto fraction = table_.fractions().from(w_, i))
      if (auto group = fraction_of(*fraction)) return group;
    const std::string word = w_.folded(i);
    if (const auto halves = table_.and_a_half(word))
      return Group{
          .end = i + 1, .value = {*halves * 5, -1}, .languages = german, .needs_scale = true};
    if (const auto joined = table_.joined(word))
      return Group{.end = i + 1,
                   .value = {joined->first, 0},
                   .languages = joined->second,
                   .holds_thousand = joined->first >= 1000};
    auto group = in_words(i);
    if (group && group->value.digits == 1 && table_.is_whole_number(w_.folded(group->end)))
      return read(group->end, std::nullopt);  // "eine Viertelmillion"
    return group;
  }

 private:
  [[nodiscard]] std::optional<Group> in_digits(std::uint32_t i, std::size_t from) const {
    Group group;
    group.in_digits = true;
    group.digits = digits_at(w_.text, from);
    if (!group.digits.valid) return std::nullopt;
    group.value = group.digits.value;
    group.needs_scale = group.digits.fraction;
    group.end = i;
    while (w_.has(group.end) && w_.tokens[group.end].begin < group.digits.end) ++group.end;
    const Token& last = w_.tokens[group.end - 1];
    if (last.end > group.digits.end) {  // "2m", but not "5th"
      group.stuck =
          table_.scale(fold_word(w_.text.substr(group.digits.end, last.end - group.digits.end)));
      if (group.stuck == nullptr) return std::nullopt;
    } else {
      group.end = skip_no_cents(group.end);
    }
    return group;
  }

  /// The position after ".-", ",-" or ".–", which mean "no cents".
  [[nodiscard]] std::uint32_t skip_no_cents(std::uint32_t i) const {
    const std::string mark = w_.folded(i);
    const std::string dash = w_.folded(i + 1);
    if ((mark != "." && mark != ",") || !w_.glued(i) || !w_.glued(i + 1)) return i;
    if (dash != "-" && dash != "–") return i;
    std::uint32_t end = i + 2;
    if (w_.folded(end) == "-" && w_.glued(end)) ++end;
    return w_.glued(end) && w_.is_word(end) ? i : end;
  }

  /// "½ million".
  [[nodiscard]] std::optional<Group> fraction_sign(std::uint32_t i) const {
    const std::uint64_t hundredths = hundredths_of_sign(w_.written(i));
    if (hundredths == 0) return std::nullopt;
    return Group{.end = i + 1, .value = {hundredths, -2}, .needs_scale = true};
  }

  /// "half a", only when a scale word follows.
  [[nodiscard]] std::optional<Group> fraction_of(const Phrases::Found& fraction) const {
    std::uint32_t at = fraction.at;
    if (w_.folded(at) == "-" && w_.glued(at)) ++at;
    const ScaleWord* scale = table_.scale(w_.folded(at));
    const auto language = static_cast<Languages>(fraction.value >> 16U);
    if (scale == nullptr || scale->letter || (scale->languages & language) == 0)
      return std::nullopt;
    return Group{.end = at,
                 .value = {fraction.value & 0xFFFFU, -2},
                 .languages = language,
                 .needs_scale = true};
  }

  // --- "two hundred and five", "quatre-vingt-dix-sept", "treinta y cinco" ----------------------------

  /// Reads number words in the language that understands most of them.
  [[nodiscard]] std::optional<Group> in_words(std::uint32_t i) const {
    Group best;
    for (unsigned bit = english; bit <= russian; bit <<= 1U) {
      const auto language = static_cast<Languages>(bit);
      const Small small =
          table_.is_article(w_.folded(i)) ? after_a(i, language) : small_words(i, language);
      if (small.end == 0 || small.end < best.end) continue;
      if (small.end > best.end)
        best = Group{.end = small.end, .value = {small.value, 0}, .languages = 0};
      if (best.value.digits == small.value)
        best.languages = static_cast<Languages>(best.languages | language);
    }
    if (best.end == 0) return std::nullopt;
    best.needs_scale = best.end == i + 1 && table_.is_article(w_.folded(i));
    return best;
  }

  /// "a hundred and fifty", "a million".
  [[nodiscard]] Small after_a(std::uint32_t i, Languages language) const {
    if (language != english) return {};
    if (table_.is_hundred(w_.folded(i + 1), english))
      return small_words(i + 1, english, {i + 1, 1}, 10);
    const ScaleWord* scale = table_.scale(w_.folded(i + 1));
    const bool scales = scale != nullptr && !scale->letter && (scale->languages & english) != 0;
    return scales ? Small{i + 1, 1} : Small{};
  }

  /// Adds words from `at` on; `room`: each further word's value must be below it.
  [[nodiscard]] Small small_words(std::uint32_t at, Languages language, Small small = {},
                                  std::uint64_t room = 1000) const {
    while (w_.has(at)) {
      std::uint32_t next = at;
      if (small.end > 0 && !skip_joint(next, language, small.value)) break;
      const SmallWord* word = small_word(next, language);
      if (word == nullptr || !add(*word, language, small.value, room)) break;
      small.end = at = next + 1;
    }
    return small;
  }

  /// Moves `at` past "-", "and", "et" or "y" between two number words, if allowed there; else
  /// returns false.
  [[nodiscard]] bool skip_joint(std::uint32_t& at, Languages language, std::uint64_t value) const {
    const std::string word = w_.folded(at);
    if (word == "-") return w_.glued(at) && w_.glued(++at);
    if ((table_.and_in(word) & language) == 0) return true;
    ++at;
    if (language == english) return value >= 100;
    return (language == french || language == spanish) && value % 100 >= 20 && value % 10 == 0;
  }

  [[nodiscard]] const SmallWord* small_word(std::uint32_t i, Languages language) const {
    if (!w_.is_word(i) || w_.is_number(i)) return nullptr;
    for (const SmallWord& word : table_.small(w_.folded(i)))
      if (word.languages == language) return &word;
    return nullptr;
  }

  static bool add(const SmallWord& word, Languages language, std::uint64_t& value,
                  std::uint64_t& room) {
    using enum SmallWord::Kind;
    if (word.kind == hundred) {
      const bool first = value == 0;
      if (first && language == english) return false;
      if (!first && (value > (language == english ? 19U : 9U))) return false;
      value = first ? 100 : value * 100;
      room = 100;
      return true;
    }
    // "quatre-vingts": the "quatre" is already counted as 4.
    if (language == french && word.value == 20 && value % 100 == 4) {
      value += 76;
      room = 20;
      return true;
    }
    if (word.value >= room) return false;
    value += word.value;
    switch (word.kind) {
      case hundreds: room = 100; break;
      case tens: room = language == french && word.value == 60 ? 20 : 10; break;
      case teen: room = language == french && word.value == 10 ? 10 : 0; break;
      default: room = 0; break;
    }
    return true;
  }

  const NumberWords& table_ = NumberWords::instance();
  const SentenceWords& w_;
};

}  // namespace

std::uint64_t hundredths_of_sign(std::string_view sign) {
  constexpr std::array<std::pair<std::string_view, std::uint64_t>, 3> signs{
      {{"¼", 25}, {"½", 50}, {"¾", 75}}};
  for (const auto& [written, hundredths] : signs)
    if (sign == written) return hundredths;
  return 0;
}

std::optional<Group> group_at(const SentenceWords& words, std::uint32_t i,
                              std::optional<std::size_t> from) {
  return GroupReader(words).read(i, from);
}

}  // namespace oscegraph::press
