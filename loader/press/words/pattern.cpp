// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/words/pattern.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "oscegraph/graph/text/names.hpp"
#include "oscegraph/loader/press/words/word_class.hpp"

namespace oscegraph::press {
namespace {

using Elements = std::vector<Element>;

constexpr std::pair<std::string_view, ElementKind> slot_names[] = {
    {"WHO", ElementKind::who},
    {"OWNER", ElementKind::owner},
    {"NATION", ElementKind::nation},
    {"AMOUNT", ElementKind::amount},
    {"PROJECT", ElementKind::project}};

class Compiler {
 public:
  Compiler(std::string_view pattern, const WordSets& sets, Lexicon& lexicon)
      : pattern_(pattern),
        sets_(sets),
        lexicon_(lexicon),
        words_(words_in(pattern)) {}

  std::vector<Elements> compile() {
    auto ways = alternatives();
    if (at_ != words_.size()) fail("a ')' without its '('");
    return ways;
  }

 private:
  [[noreturn]] void fail(const std::string& why) const {
    throw std::logic_error("pattern '" + std::string(pattern_) + "': " + why);
  }

  /// Parses alternatives `a b | c d` up to the end or a closing bracket.
  std::vector<Elements> alternatives() {
    std::vector<Elements> all;
    std::vector<Elements> ways(1);
    for (; at_ < words_.size() && !words_[at_].starts_with(')'); ++at_) {
      if (words_[at_] == "|") {
        all.insert(all.end(), ways.begin(), ways.end());
        ways.assign(1, {});
      } else if (words_[at_] == "(") {
        ++at_;
        std::vector<Elements> inner = alternatives();
        if (at_ == words_.size()) fail("a '(' without its ')'");
        if (words_[at_] == ")?") inner.emplace_back();
        ways = product(ways, inner);
      } else {
        ways = product(ways, {word(words_[at_])});
      }
    }
    all.insert(all.end(), ways.begin(), ways.end());
    return all;
  }

  static std::vector<Elements> product(const std::vector<Elements>& left,
                                       const std::vector<Elements>& right) {
    std::vector<Elements> result;
    for (const Elements& a : left)
      for (const Elements& b : right) {
        result.push_back(a);
        result.back().insert(result.back().end(), b.begin(), b.end());
      }
    return result;
  }

  /// Parses one written word: one element, or several when it contains punctuation ("'s").
  Elements word(std::string_view written) {
    Element element;
    if (written.size() > 1 && written.ends_with('?')) element.optional = true;
    if (written.size() > 1 && written.ends_with('*')) element.optional = element.repeats = true;
    if (element.optional) written.remove_suffix(1);
    for (const auto& [name, kind] : slot_names)
      if (written == name) {
        element.kind = kind;
        return {element};
      }
    if (written.starts_with("..") || (written.size() > 1 && written.starts_with('~'))) {
      element.kind = ElementKind::gap;
      element.any_mark = written.starts_with('~');
      written.remove_prefix(element.any_mark ? 1 : 2);
      std::from_chars(written.data(), written.data() + written.size(), element.gap);
      return {element};
    }
    if (written.size() > 1 && written.starts_with('^')) {
      element.kind = ElementKind::absent;
      written.remove_prefix(1);
    }
    return choices(written, element);
  }

  Elements choices(std::string_view written, Element element) {
    Elements sequence;
    while (!written.empty()) {
      const std::size_t bar = written == "|" ? 1 : std::min(written.find('|'), written.size());
      const std::string_view choice = written.substr(0, bar);
      written.remove_prefix(std::min(bar + 1, written.size()));
      if (choice.starts_with('$') && choice.size() > 1) {
        const auto set = sets_.find(choice.substr(1));
        if (set == sets_.end()) fail("no set " + std::string(choice));
        element.words.insert(element.words.end(), set->second.begin(), set->second.end());
        continue;
      }
      std::vector<Token> tokens;
      lexicon_.add_tokens(choice, tokens);
      if (tokens.size() > 1 && (!written.empty() || !element.words.empty()))
        fail("'" + std::string(choice) + "' is two words, which need a group");
      for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        Element single;
        single.words = {tokens[i].word};
        sequence.push_back(single);
      }
      element.words.push_back(tokens.back().word);
    }
    std::ranges::sort(element.words);
    sequence.push_back(element);
    return sequence;
  }

  std::string_view pattern_;
  const WordSets& sets_;
  Lexicon& lexicon_;
  std::vector<std::string_view> words_;
  std::size_t at_ = 0;
};

/// The anchor: the first required element whose words are all uncommon; else the last required one.
std::uint32_t find_anchor(const Elements& elements, const Lexicon& lexicon,
                          std::string_view pattern) {
  const auto is_common = [&](WordId word) {
    return lexicon.is_in_class(word, static_cast<unsigned>(WordClass::common));
  };
  auto fallback = static_cast<std::uint32_t>(elements.size());
  for (std::uint32_t i = 0; i < elements.size(); ++i) {
    const Element& element = elements[i];
    if (element.kind != ElementKind::words || element.optional) continue;
    if (std::ranges::none_of(element.words, is_common)) return i;
    fallback = i;
  }
  if (fallback < elements.size()) return fallback;
  throw std::logic_error("pattern '" + std::string(pattern) + "': it has no word");
}

/// Whether a gap may skip the token: words, quotation marks and hyphens, but not commas or
/// brackets.
bool in_gap(const Token& token) { return token.is_word || token.inside_phrase; }

/// Backtracking over the elements: `right` after the anchor, `left` before it.
class Matcher {
 public:
  Matcher(const FlatPattern& pattern, const std::vector<Token>& tokens, std::uint32_t first,
          std::uint32_t last, SlotFinder& slots, Match& match)
      : pattern_(pattern),
        tokens_(tokens),
        first_(first),
        last_(last),
        slots_(slots),
        match_(match) {}

  bool right(std::uint32_t element, std::uint32_t at) {
    if (--budget_ < 0) return false;
    if (element == pattern_.elements.size()) {
      match_.whole.end = at;
      return true;
    }
    const Element& e = pattern_.elements[element];
    switch (e.kind) {
      case ElementKind::words:
        if (at < last_ && e.has(tokens_[at].word)) {
          if (e.repeats && right(element, at + 1)) return true;
          if (right(element + 1, at + 1)) return true;
        }
        break;
      case ElementKind::gap:
        for (std::uint32_t n = 0; n <= e.gap && at <= last_; ++n) {
          if (right(element + 1, at)) return true;
          if (at >= last_ || !(e.any_mark || in_gap(tokens_[at]))) break;
          at = slots_.next(at);
        }
        return false;
      case ElementKind::absent:
        return (at >= last_ || !e.has(tokens_[at].word)) && right(element + 1, at);
      default:
        if (const std::uint32_t end = slots_.end_of_slot(e.kind, at); end > at && end <= last_) {
          slot(e.kind) = {at, end};
          if (right(element + 1, end)) return true;
          slot(e.kind) = {};
        }
    }
    return e.optional && right(element + 1, at);
  }

  /// Matches elements [0, count) so that they end before token `at`.
  bool left(std::uint32_t count, std::uint32_t at) {
    if (--budget_ < 0) return false;
    if (count == 0) {
      match_.whole.begin = at;
      return true;
    }
    const Element& e = pattern_.elements[count - 1];
    switch (e.kind) {
      case ElementKind::words:
        if (at > first_ && e.has(tokens_[at - 1].word)) {
          if (e.repeats && left(count, at - 1)) return true;
          if (left(count - 1, at - 1)) return true;
        }
        break;
      case ElementKind::gap:
        for (std::uint32_t n = 0; n <= e.gap; ++n) {
          if (left(count - 1, at)) return true;
          if (at <= first_ || !(e.any_mark || in_gap(tokens_[at - 1]))) break;
          at = slots_.previous(at);
        }
        return false;
      case ElementKind::absent:
        return (at <= first_ || !e.has(tokens_[at - 1].word)) && left(count - 1, at);
      default:
        if (const std::uint32_t begin = slots_.begin_of_slot(e.kind, at);
            begin < at && begin >= first_) {
          slot(e.kind) = {begin, at};
          if (left(count - 1, begin)) return true;
          slot(e.kind) = {};
        }
    }
    return e.optional && left(count - 1, at);
  }

 private:
  Span& slot(ElementKind kind) {
    switch (kind) {
      case ElementKind::nation: return match_.nation;
      case ElementKind::amount: return match_.amount;
      case ElementKind::project: return match_.project;
      default: return match_.who;
    }
  }

  const FlatPattern& pattern_;
  const std::vector<Token>& tokens_;
  std::uint32_t first_;
  std::uint32_t last_;
  SlotFinder& slots_;
  Match& match_;
  int budget_ = 2000;  ///< steps left: a limit, so that no sentence makes a pattern slow
};

}  // namespace

bool Element::has(WordId word) const {
  return word != unknown_word && std::ranges::binary_search(words, word);
}

std::vector<FlatPattern> compile_pattern(std::string_view pattern, std::uint32_t row,
                                         const WordSets& sets, Lexicon& lexicon) {
  std::vector<FlatPattern> result;
  for (Elements& elements : Compiler(pattern, sets, lexicon).compile()) {
    if (elements.empty()) continue;
    const std::uint32_t anchor = find_anchor(elements, lexicon, pattern);
    std::uint32_t needed = 0;
    for (const Element& e : elements)
      if (!e.optional) needed |= 1U << static_cast<unsigned>(e.kind);
    result.push_back({row, anchor, std::move(elements), needed});
  }
  return result;
}

bool match_pattern(const FlatPattern& pattern, const std::vector<Token>& tokens,
                   std::uint32_t first, std::uint32_t last, std::uint32_t at, SlotFinder& slots,
                   Match& match) {
  match = Match();
  Matcher matcher(pattern, tokens, first, last, slots, match);
  return matcher.right(pattern.anchor, at) && matcher.left(pattern.anchor, at);
}

}  // namespace oscegraph::press
