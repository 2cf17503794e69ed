// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/items/column.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "oscegraph/graph/text/ascii.hpp"
#include "oscegraph/loader/press/items/lines.hpp"
#include "oscegraph/loader/press/sentences/knowledge.hpp"

namespace oscegraph::press {
namespace {

constexpr std::string_view blanks = " \t\r\f\v";
constexpr std::size_t narrowest = 40;  // characters of a column
constexpr std::size_t widest = 120;

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

struct Row {
  std::size_t begin = 0;  ///< begin and end exclude the blanks around it
  std::size_t end = 0;
  std::size_t indent = 0;
  bool after_blank = false;  ///< an empty line stands above it
  LineKind kind = LineKind::text;
};

class Column {
 public:
  explicit Column(std::string& text) : text_(text) {
    read_rows();
    measure();
  }

  void join() {
    if (width_ < narrowest) return;
    for (std::size_t i = 1; i < rows_.size(); ++i) {
      if (!goes_on(i)) continue;
      // A continuation of a list is part of the list.
      if (rows_[i - 1].kind == LineKind::list) rows_[i].kind = LineKind::list;
      close_gap(rows_[i - 1].end, rows_[i].begin);
    }
  }

 private:
  [[nodiscard]] std::string_view row(std::size_t i) const {
    return std::string_view(text_).substr(rows_[i].begin, rows_[i].end - rows_[i].begin);
  }

  void read_rows() {
    const std::string_view text = text_;
    bool after_blank = true;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      const std::string_view line = text.substr(at, end - at);
      const std::size_t first = line.find_first_not_of(blanks);
      if (first == std::string_view::npos) {
        after_blank = true;
      } else {
        const std::size_t last = line.find_last_not_of(blanks) + 1;
        const std::string_view words = line.substr(first, last - first);
        rows_.push_back({at + first, at + last, first, after_blank,
                         is_drawn(words) ? LineKind::rule : kind_of_line(words)});
        after_blank = line.find('\f') != std::string_view::npos;
      }
      at = end + 1;
    }
  }

  /// A separator line, or a row of a table.
  static bool is_drawn(std::string_view line) {
    return is_rule(line) || line.front() == '|' || line.find('\t') != std::string_view::npos;
  }

  /// Sets the column width to that of the longest line that continues in small letters. Some items
  /// of a file may be set in a column and others not.
  void measure() {
    std::size_t width = 0;
    for (std::size_t i = 1; i < rows_.size(); ++i)
      if (may_go_on(i) && goes_on_in_small_letters(i))
        if (const std::size_t length = characters(row(i - 1)); length <= widest)
          width = std::max(width, length);
    width_ = width;
    for (std::size_t i = 1; i < rows_.size(); ++i)
      if (may_go_on(i) && ends_like_a_sentence(row(i - 1)) && !is_full(i - 1, i) &&
          rows_[i].kind == LineKind::text && rows_[i].indent <= rows_[i - 1].indent)
        tight_ = true;
  }

  /// Whether row i may continue the row before, by position and kind.
  [[nodiscard]] bool may_go_on(std::size_t i) const {
    const Row& before = rows_[i - 1];
    const Row& next = rows_[i];
    if (next.after_blank || !is_running(next.kind) || next.kind == LineKind::list) return false;
    if (!is_running(before.kind)) return false;
    // An indented line begins a paragraph, except below a list mark.
    return next.indent <= before.indent || before.kind == LineKind::list;
  }
  static bool is_running(LineKind kind) {
    return kind == LineKind::text || kind == LineKind::headline || kind == LineKind::dated ||
           kind == LineKind::list || kind == LineKind::label;
  }

  [[nodiscard]] bool goes_on_in_small_letters(std::size_t i) const {
    // A continued line is nearly full; "by Jane Doe" below a headline continues nothing.
    if (width_ > 0 && 2 * characters(row(i - 1)) < width_) return false;
    return rows_[i].kind == LineKind::text && !begins_with_capital_or_number(row(i)) &&
           !ends_like_a_sentence(row(i - 1)) && !row(i - 1).ends_with(':');
  }

  /// Whether the first word of the next line would not have fitted into this one.
  [[nodiscard]] bool is_full(std::size_t i, std::size_t next) const {
    const std::size_t length = characters(row(i));
    const std::string_view line = row(next);
    return length <= width_ && length + 1 + characters(line.substr(0, line.find(' '))) > width_;
  }

  [[nodiscard]] bool goes_on(std::size_t i) const {
    if (!may_go_on(i)) return false;
    if (goes_on_in_small_letters(i)) return true;
    return is_full(i - 1, i) && !(tight_ && ends_like_a_sentence(row(i - 1)));
  }

  void close_gap(std::size_t begin, std::size_t end) {
    const auto at = [&](std::size_t i) { return text_.begin() + static_cast<std::ptrdiff_t>(i); };
    std::fill(at(begin), at(end), ' ');
    if (!breaks_word(begin, end)) return;
    // A soft hyphen has as many bytes as a hyphen and "\n", a word joiner as many as with "\r\n".
    const std::string_view joint = end - begin == 1 ? "\xC2\xAD" : "\xE2\x81\xA0";
    std::ranges::copy(joint, at(begin - 1));
  }
  /// Whether a word is broken at the line end: "the Re-" and "public of Malta".
  [[nodiscard]] bool breaks_word(std::size_t begin, std::size_t end) const {
    if (text_[begin - 1] != '-' || begin < 3 || end - begin > 2) return false;
    const auto is_small = [&](std::size_t i) {
      return is_small_letter(text_[i]) || static_cast<unsigned char>(text_[i]) >= 0x80;
    };
    if (!is_small(begin - 2) || !is_small(end)) return false;
    // "Norway-" and "funded": the hyphen belongs to the word.
    const std::size_t word = text_.find_last_of(" \n", begin - 2) + 1;
    std::vector<Token> tokens;
    const Knowledge& knowledge = Knowledge::instance();
    knowledge.lexicon().tokens(std::string_view(text_).substr(word, begin - 1 - word), tokens);
    return tokens.size() == 1 && !knowledge.names().find(row_text(word, begin - 1), tokens, 0);
  }
  [[nodiscard]] std::string_view row_text(std::size_t begin, std::size_t end) const {
    return std::string_view(text_).substr(begin, end - begin);
  }

  std::string& text_;
  std::vector<Row> rows_;
  std::size_t width_ = 0;  ///< 0: no line continues in the next
  bool tight_ = false;     ///< paragraphs end without an empty line
};

}  // namespace

void join_lines(std::string& text) { Column(text).join(); }

}  // namespace oscegraph::press
