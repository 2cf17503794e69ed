// SPDX-License-Identifier: Apache-2.0
//
// Compiles a pattern of words from patterns.csv and matches it against a sentence by backtracking.
//
//   funded|financed      one of these words
//   $adverb              a word of a set in words.csv; $adverb|jointly adds a word to it
//   also?   the*         optional; optional and repeatable
//   ( by | through )     one of these phrases; ( ... )? is optional
//   ..6                  up to six words, as few as possible; a name or a title counts as one
//   ~12                  the same, but commas and brackets may be among them
//   ^by|from             none of these words may be next
//   WHO OWNER NATION AMOUNT PROJECT    slots: actors (a list of them; before a verb, its subject), the
//                        owner of something, an adjective or a name used as one ("Norwegian"), a sum of
//                        money, a project
//
// A pattern is tried where its anchor stands (its first word that is not in the set `common`), from
// there to the right and then to the left. This is cheap, because a sentence is short, and one
// without any anchor is skipped.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/loader/press/words/words.hpp"

namespace oscegraph::press {

enum class ElementKind : std::uint8_t { words, absent, gap, who, owner, nation, amount, project };

struct Element {
  ElementKind kind = ElementKind::words;
  bool optional = false;
  bool repeats = false;
  std::uint8_t gap = 0;
  bool any_mark = false;      ///< for a gap: may also skip commas
  std::vector<WordId> words;  ///< sorted

  [[nodiscard]] bool has(WordId word) const;
};

struct FlatPattern {
  std::uint32_t row = 0;  ///< position in the table of patterns
  std::uint32_t anchor = 0;
  std::vector<Element> elements;

  std::uint32_t needed = 0;  ///< a bit for each kind of element that a match must contain

  /// Whether a sentence without any `kind` can be skipped.
  [[nodiscard]] bool needs(ElementKind kind) const {
    return (needed >> static_cast<unsigned>(kind) & 1U) != 0;
  }
};

using WordSets = std::map<std::string, std::vector<WordId>, std::less<>>;

/// Compiles a pattern into flat ones, one for each way through its groups. Throws std::logic_error
/// on a mistake, since the table is part of the program.
std::vector<FlatPattern> compile_pattern(std::string_view pattern, std::uint32_t row,
                                         const WordSets& sets, Lexicon& lexicon);

/// A match: its range of tokens and that of each slot (begin == end: not filled).
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

/// Finds the slots of a pattern in a sentence. end_of_slot() returns the end of the thing of that
/// kind that begins at `begin`, begin_of_slot() the beginning of the one that ends at `end`; both
/// return their argument when there is none.
class SlotFinder {
 public:
  SlotFinder() = default;
  SlotFinder(const SlotFinder&) = delete;
  SlotFinder& operator=(const SlotFinder&) = delete;
  virtual ~SlotFinder() = default;
  virtual std::uint32_t end_of_slot(ElementKind kind, std::uint32_t begin) = 0;
  virtual std::uint32_t begin_of_slot(ElementKind kind, std::uint32_t end) = 0;
  /// next() returns the end of the name or title that begins at `begin`, previous() the beginning
  /// of the one that ends at `end`; without one they move by one token.
  virtual std::uint32_t next(std::uint32_t begin) = 0;
  virtual std::uint32_t previous(std::uint32_t end) = 0;
};

/// Whether the pattern matches within tokens [first, last) with its anchor at `at`.
bool match_pattern(const FlatPattern& pattern, const std::vector<Token>& tokens,
                   std::uint32_t first, std::uint32_t last, std::uint32_t at, SlotFinder& slots,
                   Match& match);

}  // namespace oscegraph::press
