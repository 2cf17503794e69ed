// SPDX-License-Identifier: Apache-2.0
//
// A pattern of words, as patterns.csv writes it, and how it is matched against a sentence.
//
//   funded|financed      one of these words
//   $adverb              one of a set in words.csv; $adverb|jointly adds a word to it
//   also?   the*         may be missing; may be missing or repeat
//   ( by | through )     one of these phrases; ( ... )? may be missing
//   ..6                  up to six words, the fewest that do; a name or a title counts as one
//   ~12                  the same, past commas and brackets too
//   ^by|from             none of these words next
//   WHO OWNER NATION AMOUNT PROJECT    what is looked for: actors (a list of them; before a verb, its
//                        subject), an actor that something belongs to, an adjective or a name used as
//                        one ("Norwegian"), a sum of money, a project
//
// Each pattern is tried where its rarest word stands (the anchor: the first word that is not in the
// set `common`), from there to the right and then to the left, with backtracking. A sentence is
// short, so this is cheap; and a sentence without any anchor is never looked at.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/loader/press/words.hpp"

namespace oscegraph::press {

enum class ElementKind : std::uint8_t { words, absent, gap, who, owner, nation, amount, project };

struct Element {
  ElementKind kind = ElementKind::words;
  bool optional = false;
  bool repeats = false;
  std::uint8_t gap = 0;
  bool any_mark = false;      ///< of a gap: passes commas too
  std::vector<WordId> words;  ///< sorted

  [[nodiscard]] bool has(WordId word) const;
};

struct FlatPattern {
  std::uint32_t row = 0;  ///< position in the table of patterns
  std::uint32_t anchor = 0;
  std::vector<Element> elements;

  std::uint32_t needed = 0;  ///< a bit for each kind of element that a match cannot do without

  /// Whether a sentence without any `kind` need not be looked at.
  [[nodiscard]] bool needs(ElementKind kind) const {
    return (needed >> static_cast<unsigned>(kind) & 1U) != 0;
  }
};

using WordSets = std::map<std::string, std::vector<WordId>, std::less<>>;

/// Takes a pattern apart into flat ones (one for each way through its groups). Throws
/// std::logic_error on a mistake: the table is part of the program.
std::vector<FlatPattern> compile_pattern(std::string_view pattern, std::uint32_t row,
                                         const WordSets& sets, Lexicon& lexicon);

/// A match: the span it covers and where each slot was found (begin == end: not there).
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] bool empty() const { return begin == end; }
};
struct Match {
  Span whole;
  Span who;
  Span nation;
  Span amount;
  Span project;
};

/// What a sentence offers at a position: where the thing that begins (or ends) there ends (begins).
/// The position itself when there is none.
class SlotFinder {
 public:
  SlotFinder() = default;
  SlotFinder(const SlotFinder&) = delete;
  SlotFinder& operator=(const SlotFinder&) = delete;
  virtual ~SlotFinder() = default;
  virtual std::uint32_t from(ElementKind kind, std::uint32_t begin) = 0;
  virtual std::uint32_t upto(ElementKind kind, std::uint32_t end) = 0;
  /// Where the name or title that begins (ends) here ends (begins); else one word on (back).
  virtual std::uint32_t past(std::uint32_t begin) = 0;
  virtual std::uint32_t back(std::uint32_t end) = 0;
};

/// Whether the pattern matches tokens [first, last) with its anchor at `at`.
bool match_pattern(const FlatPattern& pattern, const std::vector<Token>& tokens,
                   std::uint32_t first, std::uint32_t last, std::uint32_t at, SlotFinder& slots,
                   Match& match);

}  // namespace oscegraph::press
