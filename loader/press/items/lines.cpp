// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/items/lines.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>

#include "oscegraph/graph/text/ascii.hpp"
#include "oscegraph/loader/press/sentences/knowledge.hpp"
#include "oscegraph/loader/press/sums/quantity.hpp"

namespace oscegraph::press {
namespace {

constexpr std::size_t longest_headline = 200;
constexpr std::size_t longest_dated = 80;
constexpr std::size_t longest_label = 60;
constexpr std::string_view blanks = " \t\r\n\f\v";
constexpr std::array<std::string_view, 8> rule_marks{"-", "*", "_", "=", "~", "•", "–", "—"};

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) + 1 - first);
}

bool is_address(std::string_view line) {
  return (line.starts_with("http://") || line.starts_with("https://")) &&
         line.find_first_of(" \t") == std::string_view::npos;
}

/// Whether a line is a heading in Markdown, "# Title".
bool is_marked_heading(std::string_view line) {
  const std::size_t marks = line.find_first_not_of('#');
  if (marks == std::string_view::npos) return false;
  return marks > 0 && marks <= 6 && line[marks] == ' ' && line.size() <= longest_headline + 8;
}

/// The length of a list mark, as in "- x", "• x", "1. x", "2) x"; 0 when there is none.
std::size_t list_mark(std::string_view line) {
  for (const std::string_view mark : {"- ", "* ", "• ", "– ", "— ", "· ", "▪ ", "● "})
    if (line.starts_with(mark)) return mark.size();
  std::size_t digits = 0;
  while (digits < line.size() && is_digit(line[digits])) ++digits;
  const bool counts = digits > 0 && digits <= 2 && digits + 1 < line.size() &&
                      (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
  return counts ? digits + 2 : 0;
}

/// Whether the line has a full stop followed by a blank inside.
bool holds_a_sentence(std::string_view line) {
  for (std::size_t at = line.find(". "); at != std::string_view::npos; at = line.find(". ", at + 1))
    if (at > 3 && line[at - 2] != ' ' && line[at - 2] != '.') return true;
  return false;
}

std::optional<Date> day_in_digits(std::string_view word) {
  if (word.size() == 10 && word[4] == '-' && word[7] == '-') return Date::parse(word);
  // "14/03/2018": only when the first number cannot be a month.
  if (word.size() != 10 || word[2] != '/' || word[5] != '/') return std::nullopt;
  if (!is_digit(word[0]) || !is_digit(word[1]) || word.substr(0, 2) <= "12") return std::nullopt;
  return Date::parse(std::string(word.substr(6)) + '-' + std::string(word.substr(3, 2)) + '-' +
                     std::string(word.substr(0, 2)));
}

/// All days with their year in a short text, in order.
std::vector<Date> days_in(std::string_view text) {
  std::vector<Date> days;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(" \t(,", at);
    if (begin == std::string_view::npos) break;
    at = std::min(text.find_first_of(" \t),T", begin + 1), text.size());
    if (const auto day = day_in_digits(text.substr(begin, at - begin))) days.push_back(*day);
  }
  if (!days.empty()) return days;
  std::vector<Token> tokens;
  Knowledge::instance().lexicon().tokens(text, tokens);
  const auto count = static_cast<std::uint32_t>(tokens.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto date = date_at(text, tokens, i, count);
    if (!date) continue;
    if (date->date.day() > 0) days.push_back(date->date);
    i = date->end - 1;
  }
  return days;
}

/// Whether a line is an entry of a list; an entry of several sentences is a paragraph.
bool is_list(std::string_view line) {
  constexpr std::size_t longest = 120;
  const std::size_t mark = list_mark(line);
  if (mark == 0) return false;
  line.remove_prefix(mark);
  return line.size() < longest || !holds_a_sentence(line) || !ends_like_a_sentence(line);
}

/// Whether all words of a line, at least one, are in a word class; numbers are ignored.
bool consists_of(std::string_view line, WordClass wanted) {
  const Knowledge& knowledge = Knowledge::instance();
  std::vector<Token> tokens;
  knowledge.lexicon().tokens(line, tokens);
  const auto is_wanted = [&](const Token& token) {
    return token.is_word && !token.number && knowledge.is(token.word, wanted);
  };
  return std::ranges::any_of(tokens, is_wanted) &&
         std::ranges::all_of(tokens, [&](const Token& token) {
           return !token.is_word || token.number || is_wanted(token);
         });
}

/// Whether a line begins with a label of a word class: "Source:", "Fuente :".
bool has_label(std::string_view line, WordClass wanted) {
  const std::string_view label = line.substr(0, std::min(line.find(':'), line.size()));
  constexpr std::size_t longest = 24;
  return label.size() < line.size() && label.size() <= longest && consists_of(label, wanted);
}

/// Whether the line is one day with at most a few words. Two days are a period of something else.
bool is_dated(std::string_view line) {
  if (line.size() > longest_dated || std::ranges::none_of(line, is_digit)) return false;
  if (ends_like_a_sentence(line) && holds_a_sentence(line)) return false;
  if (days_in(line).size() != 1) return false;
  if (has_label(line, WordClass::publishing)) return true;
  std::vector<Token> tokens;
  Knowledge::instance().lexicon().tokens(line, tokens);
  // "The office will open on 1 September 2025." is a sentence about something else.
  constexpr std::ptrdiff_t most_in_sentence = 4;
  const bool publishes = std::ranges::any_of(tokens, [](const Token& token) {
    return Knowledge::instance().is(token.word, WordClass::publishing);
  });
  const auto plain = std::ranges::count_if(
      tokens, [](const Token& token) { return token.is_word && !token.number; });
  if (line.ends_with('.') && !publishes && plain >= most_in_sentence) return false;
  constexpr std::ptrdiff_t most_words = 8;
  return std::ranges::count_if(tokens, &Token::is_word) <= most_words;
}

/// Splits a text into lines, with what the markup says of each.
class LineReader {
 public:
  explicit LineReader(const Page& page) : page_(page), text_(page.text) {}

  std::vector<Line> all() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      add(at, end);
      at = end + 1;
    }
    see_repeated();
    return std::move(lines_);
  }

 private:
  /// Marks lines that the page repeats: "Field Digest, page 3", "Background". They are no titles.
  void see_repeated() {
    constexpr std::size_t often = 3;
    const auto may_repeat = [](const Line& line) {
      return line.kind == LineKind::headline || line.kind == LineKind::heading;
    };
    std::map<std::string, std::size_t> counts;
    for (const Line& line : lines_)
      if (may_repeat(line)) ++counts[without_digits(line)];
    for (Line& line : lines_)
      line.repeated = may_repeat(line) && counts[without_digits(line)] >= often;
  }
  [[nodiscard]] std::string without_digits(const Line& line) const {
    std::string result(text_.substr(line.begin, line.end - line.begin));
    std::erase_if(result, is_digit);
    return result;
  }

  void add(std::size_t begin, std::size_t end) {
    const std::string_view line = trimmed(text_.substr(begin, end - begin));
    if (line.empty()) {
      after_blank_ = true;
      return;
    }
    begin = static_cast<std::size_t>(line.data() - text_.data());
    const bool begins_item = reaches(page_.item_begins, next_item_, end);
    Line next{begin, begin + line.size(), kind_of_line(line), begins_item, false, false};
    if (reaches(page_.headings, next_heading_, end)) next.kind = LineKind::heading;
    if (reaches(page_.rules, next_rule_, end))
      lines_.push_back({begin, begin, LineKind::rule, false, after_blank_, false});
    if (is_rule(line)) {
      next.kind = LineKind::rule;
      if (underlines(line)) {
        lines_.back().kind = LineKind::heading;
        return;
      }
    }
    next.after_blank = after_blank_;
    if (goes_on(next)) {
      lines_.back().end = next.end;
      if (lines_.back().kind == LineKind::headline) lines_.back().kind = LineKind::text;
    } else {
      lines_.push_back(next);
    }
    last_line_ = line;
    after_blank_ = false;
  }

  /// Whether one of the places lies between the line before and the end of this line: a mark is
  /// placed where its element begins, and white space may follow.
  static bool reaches(const std::vector<std::size_t>& places, std::size_t& next, std::size_t end) {
    const std::size_t before = next;
    while (next < places.size() && places[next] < end) ++next;
    return next > before;
  }

  /// "=====" or "-----" below a headline: Markdown's other form of a heading.
  [[nodiscard]] bool underlines(std::string_view line) const {
    return !after_blank_ && !lines_.empty() && lines_.back().kind == LineKind::headline &&
           (line.front() == '=' || line.front() == '-') && line.find(' ') == std::string_view::npos;
  }

  /// Whether the line continues a sentence of the line before: in small letters, or after a hyphen.
  [[nodiscard]] bool goes_on(const Line& next) const {
    if (lines_.empty() || after_blank_ || next.begins_item) return false;
    const LineKind before = lines_.back().kind;
    if (next.kind != LineKind::text && next.kind != LineKind::headline) return false;
    if (before != LineKind::text && before != LineKind::headline && before != LineKind::list)
      return false;
    const std::string_view line = text_.substr(next.begin, next.end - next.begin);
    const bool small = !begins_with_capital_or_number(line) && next.kind == LineKind::text;
    // A full line of a text column.
    const bool full = last_line_.size() >= 45 && last_line_.size() <= 110 &&
                      !ends_like_a_sentence(last_line_) && !last_line_.ends_with(':');
    return (small && !ends_like_a_sentence(last_line_)) || (full && before == LineKind::text) ||
           (last_line_.ends_with('-') && last_line_.size() > 20);
  }

  const Page& page_;
  std::string_view text_;
  std::vector<Line> lines_;
  std::size_t next_item_ = 0;  ///< the first item mark of the page that no line has reached
  std::size_t next_heading_ = 0;
  std::size_t next_rule_ = 0;
  std::string_view last_line_;
  bool after_blank_ = true;
};

}  // namespace

/// Whether a line is a separator: "***", "- - -", "———".
bool is_rule(std::string_view line) {
  for (const std::string_view mark : rule_marks) {
    if (!line.starts_with(mark)) continue;
    std::size_t count = 0;
    std::string_view rest = line;
    while (!rest.empty()) {
      if (rest.starts_with(mark)) {
        rest.remove_prefix(mark.size());
        ++count;
      } else if (rest.front() == ' ') {
        rest.remove_prefix(1);
      } else {
        return false;
      }
    }
    return count >= 3;
  }
  return false;
}

bool is_of_the_page(std::string_view line) {
  constexpr std::size_t longest = 80;
  return line.size() <= longest &&
         (has_label(line, WordClass::page_label) ||
          (!line.ends_with('.') && consists_of(line, WordClass::page_word)));
}

std::string_view without_title_label(std::string_view line) {
  if (!has_label(line, WordClass::title_label)) return line;
  return trimmed(line.substr(line.find(':') + 1));
}

bool begins_with_money(std::string_view line) {
  const Knowledge& knowledge = Knowledge::instance();
  std::vector<Token> tokens;
  knowledge.lexicon().tokens(beginning(line, 64), tokens);
  constexpr std::size_t first_words = 3;
  for (std::size_t i = 0; i < std::min(tokens.size(), first_words); ++i) {
    if (!knowledge.is(tokens[i].word, WordClass::label) || !tokens[i].is_word) return false;
    const bool labels =
        i + 1 < tokens.size() && knowledge.lexicon().text(tokens[i + 1].word) == ":";
    if (labels || (i > 0 && knowledge.is(tokens[i].word, WordClass::by))) return true;
  }
  return false;
}

std::string_view title_beside_day(std::string_view line) {
  const Knowledge& knowledge = Knowledge::instance();
  std::vector<Token> tokens;
  knowledge.lexicon().tokens(line, tokens);
  const auto count = static_cast<std::uint32_t>(tokens.size());
  if (count == 0 || has_label(line, WordClass::publishing)) return {};
  std::size_t begin = 0;
  std::size_t end = line.size();
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto date = date_at(line, tokens, i, count);
    if (!date || date->date.day() == 0) continue;
    if (i == 0) begin = tokens[date->end - 1].end;
    else if (date->end + 1 >= count) end = tokens[i].begin;
    break;
  }
  if (begin == 0 && day_in_digits(line.substr(0, line.find(' ')))) begin = line.find(' ');
  if (end == line.size())
    if (const std::size_t word = line.rfind(' ');
        word != std::string_view::npos && day_in_digits(line.substr(word + 1)))
      end = word;
  if ((begin == 0 && end == line.size()) || begin >= end) return {};
  constexpr std::string_view around = " \t,;:|-()[]*_.";
  const auto is_around = [&](std::size_t i) {
    return around.find(line[i]) != std::string_view::npos || line.substr(i).starts_with("–");
  };
  while (begin < end && is_around(begin)) begin += line.substr(begin).starts_with("–") ? 3 : 1;
  while (end > begin && (around.find(line[end - 1]) != std::string_view::npos ||
                         line.substr(0, end).ends_with("–")))
    end -= line.substr(0, end).ends_with("–") ? 3 : 1;
  const std::string_view title = line.substr(begin, end - begin);
  constexpr std::ptrdiff_t fewest = 3;
  std::vector<Token> words;
  knowledge.lexicon().tokens(title, words);
  const auto tells = std::ranges::count_if(words, [&](const Token& token) {
    return token.is_word && !token.number && !knowledge.is(token.word, WordClass::publishing) &&
           !knowledge.is(token.word, WordClass::weekday);
  });
  return tells >= fewest ? title : std::string_view();
}

std::string_view without_list_mark(std::string_view line) { return line.substr(list_mark(line)); }

bool begins_with_capital_or_number(std::string_view line) {
  std::vector<Token> tokens;
  Knowledge::instance().lexicon().tokens(beginning(line, 64), tokens);
  const auto word = std::ranges::find_if(tokens, &Token::is_word);
  return word != tokens.end() && (word->capital || word->number);
}

bool ends_like_a_sentence(std::string_view line) {
  while (!line.empty() && std::string_view("\"')]*_").find(line.back()) != std::string_view::npos)
    line.remove_suffix(1);
  for (const std::string_view mark : {".", "!", "?", ";", ",", "…"})
    if (line.ends_with(mark)) return true;
  for (const std::string_view mark : {"”", "»", "“"})
    if (line.ends_with(mark))
      return ends_like_a_sentence(line.substr(0, line.size() - mark.size()));
  return false;
}

LineKind kind_of_line(std::string_view line) {
  if (is_address(line)) return LineKind::address;
  if (is_marked_heading(line)) return LineKind::heading;
  if (is_list(line)) return LineKind::list;
  if (is_dated(line)) return LineKind::dated;
  // "24 November:" is a headline for that day.
  if (line.ends_with(':') && line.size() <= longest_label)
    return is_digit(line.front()) ? LineKind::headline : LineKind::label;
  const bool short_line = line.size() <= longest_headline && !holds_a_sentence(line);
  if (short_line && !ends_like_a_sentence(line) && begins_with_capital_or_number(line))
    return line.ends_with(':') ? LineKind::label : LineKind::headline;
  return LineKind::text;
}

bool is_only_a_number(std::string_view line) {
  std::vector<Token> tokens;
  Knowledge::instance().lexicon().tokens(beginning(line, 40), tokens);
  const auto words = std::ranges::count_if(tokens, &Token::is_word);
  const auto last = std::ranges::find_if(tokens.rbegin(), tokens.rend(), &Token::is_word);
  return words > 0 && words <= 2 && line.size() < 24 && last->number &&
         last->end - last->begin <= 3;
}

bool names_section(std::string_view heading) {
  const Knowledge& knowledge = Knowledge::instance();
  std::vector<Token> tokens;
  knowledge.lexicon().tokens(heading, tokens);
  return std::ranges::all_of(tokens, [&](const Token& token) {
    return !token.is_word || knowledge.is(token.word, WordClass::section);
  });
}

bool speaks_of_publishing(std::string_view label) {
  const Knowledge& knowledge = Knowledge::instance();
  std::vector<Token> tokens;
  knowledge.lexicon().tokens(label, tokens);
  return std::ranges::any_of(
      tokens, [&](const Token& token) { return knowledge.is(token.word, WordClass::publishing); });
}

Date only_day_in(std::string_view text) {
  const std::vector<Date> days = days_in(text);
  return days.size() == 1 ? days.front() : Date();
}

std::vector<Line> lines_of(const Page& page) { return LineReader(page).all(); }

}  // namespace oscegraph::press
