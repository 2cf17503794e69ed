// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/sentences/sentence_end.hpp"

#include <algorithm>

#include "oscegraph/loader/press/sentences/knowledge.hpp"

namespace oscegraph::press {
namespace {

constexpr std::uint32_t longest_sentence = 400;

class Splitter {
 public:
  explicit Splitter(const Block& block) : block_(block), tokens_(block.tokens) {}

  [[nodiscard]] std::uint32_t end(std::uint32_t first) const {
    const auto count = static_cast<std::uint32_t>(tokens_.size());
    for (std::uint32_t i = first; i < count; ++i) {
      if (i > first && tokens_[i].line_start && line_ends_sentence(i) && !is_label(first, i) &&
          !continues_label(first, i))
        return i;
      if (i - first >= longest_sentence) return i;
      if (tokens_[i].is_word) continue;
      const std::string_view mark = knowledge_.lexicon().text(tokens_[i].word);
      if (mark != "." && mark != "!" && mark != "?" && mark != "…") continue;
      std::uint32_t next = i + 1;
      while (next < count && !tokens_[next].is_word && !tokens_[next].spaced)
        ++next;  // closing quotes
      if (next >= count) return count;
      if (!tokens_[next].spaced) continue;
      if (mark == "." && abbreviates(i, next)) continue;
      return next;
    }
    return count;
  }

 private:
  [[nodiscard]] bool is(std::uint32_t i, WordClass wanted) const {
    return knowledge_.is(tokens_[i].word, wanted);
  }

  /// Whether the line at `i` continues a label on an earlier line: States and bodies, one per line.
  [[nodiscard]] bool continues_label(std::uint32_t first, std::uint32_t i) const {
    std::uint32_t label = first;
    while (label < i && (label == first || !tokens_[label].line_start)) ++label;
    const Mention* name = block_.mention(i);
    if (!is_label(first, label) || name == nullptr) return false;
    return name->end >= tokens_.size() || tokens_[name->end].line_start;
  }

  /// Whether the line is a label, "Donors" or "Implementing partners:": what it labels is on the
  /// next line.
  [[nodiscard]] bool is_label(std::uint32_t first, std::uint32_t end) const {
    if (end - first > 5) return false;
    bool any = false;
    for (std::uint32_t i = first; i < end; ++i) {
      if (!is(i, WordClass::label) && (tokens_[i].is_word || i == first)) return false;
      any = any || tokens_[i].is_word;
    }
    return any;
  }

  /// Whether a line break ends the sentence; not so when the next line continues in small letters.
  [[nodiscard]] bool line_ends_sentence(std::uint32_t i) const {
    if (std::ranges::count(block_.gap_before(i), '\n') > 1) return true;
    // Hard-wrapped text goes on in small letters.
    return !tokens_[i].is_word || tokens_[i].capital || tokens_[i].number;
  }

  /// Whether the full stop belongs to an abbreviation: "U.S. Department", "Dr. Novak", "22.
  /// Februar".
  [[nodiscard]] bool abbreviates(std::uint32_t stop, std::uint32_t next) const {
    if (!tokens_[next].capital && tokens_[next].is_word && !tokens_[next].number) return true;
    if (stop == 0) return false;
    const Token& before = tokens_[stop - 1];
    if (before.end != tokens_[stop].begin) return false;
    if (is(stop - 1, WordClass::abbreviation)) return true;
    if (before.number && before.end - before.begin <= 2 && is(next, WordClass::month)) return true;
    const bool initial = before.capital && before.end - before.begin <= 2 && !before.all_capitals;
    if (!initial) return false;
    // "in the U.S. The project": an article begins a sentence.
    return !is(next, WordClass::det);
  }

  const Knowledge& knowledge_ = Knowledge::instance();
  const Block& block_;
  const std::vector<Token>& tokens_;
};

}  // namespace

std::uint32_t sentence_end(const Block& block, std::uint32_t first) {
  return Splitter(block).end(first);
}

}  // namespace oscegraph::press
