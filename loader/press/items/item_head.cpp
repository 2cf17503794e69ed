// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/items/item_head.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "oscegraph/loader/press/items/lines.hpp"
#include "oscegraph/loader/press/sentences/knowledge.hpp"
#include "oscegraph/loader/press/sums/quantity.hpp"

namespace oscegraph::press {
namespace {

constexpr std::size_t longest_line = 400;
constexpr int most_head_lines = 8;

/// Calls `use` with the first lines that are not empty, until it returns true.
template <typename Use>
void for_first_lines(std::string_view text, int most, Use use) {
  for (int i = 0; i < most && !text.empty();) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t first = line.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) continue;
    line = line.substr(first, line.find_last_not_of(" \t\r") + 1 - first);
    if (use(line)) return;
    ++i;
  }
}

/// Finds the day of an item in the first sentence of a paragraph: that of the dateline, the one
/// with which the sentence begins, or the day on which people met. "Set up on 3 March 1999",
/// "signed on 4 May 2020", "the law of 5 May" and "by 30 June" are days of something else.
class FirstSentence {
 public:
  explicit FirstSentence(std::string_view paragraph) : text_(beginning(paragraph, longest_line)) {
    knowledge_.lexicon().tokens(text_, tokens_);
  }

  [[nodiscard]] Date day() const {
    const auto count = static_cast<std::uint32_t>(tokens_.size());
    for (std::uint32_t i = 0; i < count; ++i) {
      if (stops(i)) return {};
      if (!tokens_[i].is_word || !(tokens_[i].number || is(i, WordClass::month))) continue;
      const auto date = date_at(text_, tokens_, i, count);
      if (!date) continue;
      const bool limit = i > 0 && is(i - 1, WordClass::limit);
      if (date->date.day() > 0 && !limit && (stands_first(i) || is_of_event(i))) return date->date;
      i = date->end - 1;
    }
    return {};
  }

 private:
  [[nodiscard]] bool is(std::uint32_t i, WordClass wanted) const {
    return i < tokens_.size() && knowledge_.is(tokens_[i].word, wanted);
  }
  [[nodiscard]] bool is_of_day(std::uint32_t i) const {
    return tokens_[i].number || is(i, WordClass::month) || is(i, WordClass::weekday);
  }
  [[nodiscard]] bool stops(std::uint32_t i) const {
    return !tokens_[i].is_word && i + 1 < tokens_.size() && tokens_[i + 1].spaced &&
           tokens_[i + 1].capital && i > 4 && !tokens_[i - 1].number &&
           knowledge_.lexicon().text(tokens_[i].word) == "." && !is(i - 1, WordClass::abbreviation);
  }

  /// Whether only places and parts of the day stand before the day: "VIENNA, 22 November 2024", "On
  /// 4 October 2024", "TIRANA, le 8 novembre 2023". A small word may stand first, after a comma, or
  /// after a part of the day.
  [[nodiscard]] bool stands_first(std::uint32_t day) const {
    for (std::uint32_t i = 0; i < day; ++i) {
      if (!tokens_[i].is_word || is_of_day(i)) continue;
      const bool small = is(i, WordClass::before_day) || is(i, WordClass::locative) ||
                         is(i, WordClass::det) || is(i, WordClass::and_) || is(i, WordClass::of);
      const bool may = i == 0 || !tokens_[i - 1].is_word || is_of_day(i - 1) ||
                       is(i - 1, WordClass::before_day) || is(i - 1, WordClass::locative);
      if (small ? !may : !tokens_[i].capital) return false;
      // "Founded on", "Das am": a word before "on" that is no place.
      if (!small && i + 1 < day && is(i + 1, WordClass::before_day)) return false;
    }
    return true;
  }

  /// Whether it is the day of an event: "... met in Astana from 20 to 21 November 2024".
  [[nodiscard]] bool is_of_event(std::uint32_t day) const {
    bool happened = false;
    for (std::uint32_t i = 0; i < day; ++i) {
      if (is(i, WordClass::project_noun) || is(i, WordClass::relative)) return false;
      const bool comma = !tokens_[i].is_word && knowledge_.lexicon().text(tokens_[i].word) == ",";
      if (happened && comma && !tokens_[i + 1].capital) happened = false;
      happened = happened || is(i, WordClass::event_verb);
    }
    std::uint32_t before = day;
    while (before > 0 &&
           (is_of_day(before - 1) || !tokens_[before - 1].is_word ||
            is(before - 1, WordClass::locative) || is(before - 1, WordClass::and_)) &&
           !is(before - 1, WordClass::before_day))
      --before;
    return happened && before > 0 && is(before - 1, WordClass::before_day);
  }

  const Knowledge& knowledge_ = Knowledge::instance();
  std::string_view text_;
  std::vector<Token> tokens_;
};

}  // namespace

std::string tidy(std::string_view text, std::size_t longest) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    // Remove the marks that column.cpp left where a line broke inside a word.
    if (text.substr(i).starts_with("\xC2\xAD")) {
      ++i;
      continue;
    }
    if (text.substr(i).starts_with("\xE2\x81\xA0")) {
      i += 2;
      continue;
    }
    const char c = text[i];
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (blank && (result.empty() || result.back() == ' ')) continue;
    result += blank ? ' ' : c;
    if (result.size() > longest) break;
  }
  if (result.size() > longest) {
    const std::size_t cut = result.rfind(' ', longest);
    result.resize(cut == std::string::npos ? beginning(result, longest).size() : cut);
    result += " …";
  }
  while (result.ends_with(' ')) result.pop_back();
  return result;
}

Date day_of_metadata(std::string_view text) {
  if (const auto date = Date::parse(text.substr(0, 10))) return *date;
  static const Lexicon no_words;
  std::vector<Token> tokens;
  no_words.tokens(text, tokens);
  const auto count = static_cast<std::uint32_t>(tokens.size());
  for (std::uint32_t i = 0; i < count; ++i)
    if (const auto date = date_at(text, tokens, i, count); date && date->date.day() > 0)
      return date->date;
  return {};
}

std::string_view first_line(std::string_view item) {
  std::string_view result;
  for_first_lines(item, most_head_lines, [&](std::string_view line) {
    line.remove_prefix(std::min(line.find_first_not_of("# "), line.size()));
    line = without_title_label(line);
    LineKind kind = kind_of_line(line);
    if (const std::string_view title = title_beside_day(line);
        kind == LineKind::dated && !title.empty()) {
      line = title;
      kind = LineKind::headline;
    }
    const bool tells = kind != LineKind::dated && kind != LineKind::address && !line.empty() &&
                       !line.ends_with(':') && !is_only_a_number(line) && !is_of_the_page(line);
    if (tells) result = line;
    return tells;
  });
  return beginning(result, longest_line);
}

std::string title_of(std::string_view item) {
  const std::string_view first = first_line(item);
  const bool is_all = first.empty() || first.data() + first.size() == item.data() + item.size();
  if (is_all || first.size() > 200) return {};
  std::string line = tidy(first, 200);
  if (line.ends_with('.') || line.ends_with(',')) return {};
  return line;
}

Date day_of(std::string_view item) {
  Date day;
  for_first_lines(item, most_head_lines, [&](std::string_view line) {
    const LineKind kind = kind_of_line(line);
    if (kind == LineKind::dated) day = only_day_in(line);
    else if (kind == LineKind::text) day = FirstSentence(line).day();
    return kind == LineKind::text || day.known();
  });
  return day;
}

}  // namespace oscegraph::press
