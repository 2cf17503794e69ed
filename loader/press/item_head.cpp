// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/item_head.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "oscegraph/loader/press/knowledge.hpp"
#include "oscegraph/loader/press/lines.hpp"
#include "oscegraph/loader/press/quantity.hpp"

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

/// The first day in the first sentence of a paragraph that is no end or limit of something.
Date day_of_sentence(std::string_view paragraph) {
  const Knowledge& knowledge = Knowledge::instance();
  const std::string_view text = beginning(paragraph, longest_line);
  std::vector<Token> tokens;
  knowledge.lexicon().tokens(text, tokens);
  const auto count = static_cast<std::uint32_t>(tokens.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    const Token& token = tokens[i];
    const bool stops = !token.is_word && i + 1 < count && tokens[i + 1].spaced &&
                       tokens[i + 1].capital && i > 4 && !tokens[i - 1].number &&
                       knowledge.lexicon().text(token.word) == "." &&
                       !knowledge.is(tokens[i - 1].word, WordClass::abbreviation);
    if (stops) return {};
    if (!token.is_word || !(token.number || knowledge.is(token.word, WordClass::month))) continue;
    const auto date = date_at(text, tokens, i, count);
    if (!date) continue;
    const bool limit = i > 0 && knowledge.is(tokens[i - 1].word, WordClass::limit);
    if (date->date.day() > 0 && !limit) return date->date;
    i = date->end - 1;
  }
  return {};
}

}  // namespace

std::string tidy(std::string_view text, std::size_t longest) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    // Where a line broke inside a word.
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
    result.resize(cut == std::string::npos ? 0 : cut);
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
    if (const std::string_view title = title_beside_day(line); kind == LineKind::dated && !title.empty()) {
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
    else if (kind == LineKind::text) day = day_of_sentence(line);
    return kind == LineKind::text || day.known();
  });
  return day;
}

}  // namespace oscegraph::press
