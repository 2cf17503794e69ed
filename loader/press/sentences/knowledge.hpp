// SPDX-License-Identifier: Apache-2.0
//
// Compiles the extractor's data from tables that a person can review, once in each run of the
// program: the names of the gazetteer, words.csv (sets of words), phrases.csv (sets of phrases),
// doubtful-names.csv (names of the gazetteer that mostly mean something else in running text),
// patterns.csv and inferences.csv (one rule per row, with an example that it must find and a
// counter-example that it must not find).
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "oscegraph/graph/values/vocabulary.hpp"
#include "oscegraph/loader/gazetteer/gazetteer.hpp"
#include "oscegraph/loader/press/words/language.hpp"
#include "oscegraph/loader/press/words/name_trie.hpp"
#include "oscegraph/loader/press/words/pattern.hpp"
#include "oscegraph/loader/press/words/word_class.hpp"
#include "oscegraph/loader/press/words/words.hpp"

namespace oscegraph::press {

/// Which actors a rule accepts.
enum class Who : std::uint8_t {
  any,    ///< anybody
  donor,  ///< States, donors and their agencies: the words alone ("supported by") do not mean money
  payer,  ///< as donor; any other actor there implements the project
  body,   ///< anybody but States and donors
  office,     ///< OSCE structures and partner bodies, not States and their ministries
  recipient,  ///< as office, for bodies given money: needs a payer or a project
  given,      ///< as recipient, but needs a project that is named or described
  osce,       ///< the OSCE and its structures only
};

/// The role that a rule gives its actor: a relation of the graph, or "organizes", which only
/// suggests one.
enum class Says : std::uint8_t { funds, implements, partners, assists, hosts, organizes };

/// A rule's name, which claims give as their reason, and the examples that its test reads.
struct Rule {
  std::string_view name;
  Says says = Says::funds;
  std::string_view example;
  std::string_view counter_example;
};

/// A rule that finds words: a row of patterns.csv.
struct PatternRow : Rule {
  Languages language = no_language;
  Who who = Who::any;
  Flow flow = Flow::unknown;
  std::string_view pattern;
};

/// A rule without words, which is implemented in the code: a row of inferences.csv.
enum class Inference : std::uint8_t {
  only_office  ///< see ItemClaims::infer_only_office()
};

/// The sets of phrases.csv: several words with one meaning.
enum class PhraseSet : std::uint8_t {
  together_with,
  as_well_as,     ///< "and"
  rather_than,    ///< "and not"
  before_course,  ///< "in the course", "of course": no course that is taught
  plural_article  ///< "des projets", and not "des Projekts"
};

/// Precondition: `entry` is a position in the gazetteer.
const GazetteerEntry& gazetteer_entry(std::int32_t entry);

/// A word for the place of a field operation, and the head word it is referred to by ("the
/// Mission").
struct FieldPlace {
  WordId word = unknown_word;
  WordId head = unknown_word;
  std::int32_t entry = -1;
};

class Knowledge {
 public:
  /// The only field operation at work in the place that a word names; nullptr when there is none,
  /// or two.
  [[nodiscard]] const FieldPlace* field_place(WordId word) const;

  /// Compiled on first use (some milliseconds), then shared by all threads.
  static const Knowledge& instance();

  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }
  [[nodiscard]] const NameTrie& names() const { return names_; }
  [[nodiscard]] const std::vector<PatternRow>& rows() const { return rows_; }
  [[nodiscard]] const std::vector<Rule>& inferences() const { return inferences_; }
  [[nodiscard]] const Rule& rule(Inference inference) const {
    return inferences_[static_cast<std::size_t>(inference)];
  }
  [[nodiscard]] const FlatPattern& pattern(std::uint32_t i) const { return patterns_[i]; }
  [[nodiscard]] std::size_t pattern_count() const { return patterns_.size(); }
  /// The patterns whose anchor is this word; empty for most words.
  [[nodiscard]] const std::vector<std::uint32_t>& anchored(WordId word) const;
  [[nodiscard]] bool is(WordId word, WordClass wanted) const {
    return lexicon_.is_in_class(word, static_cast<unsigned>(wanted));
  }

  /// The position after the first phrase of the set that begins at `at`; `at` when there is none.
  /// `word_at(i)` is the word at i, unknown_word after the end.
  template <typename WordAt>
  [[nodiscard]] std::uint32_t skip_phrase(PhraseSet set, std::uint32_t at,
                                          const WordAt& word_at) const {
    for (const Phrase& phrase : phrases_[static_cast<std::size_t>(set)])
      if (stands_at(phrase, at, word_at)) return at + static_cast<std::uint32_t>(phrase.size());
    return at;
  }
  /// Whether a phrase of the set ends right before token `end`.
  template <typename WordAt>
  [[nodiscard]] bool ends(PhraseSet set, std::uint32_t end, const WordAt& word_at) const {
    return std::ranges::any_of(phrases_[static_cast<std::size_t>(set)], [&](const Phrase& phrase) {
      const auto size = static_cast<std::uint32_t>(phrase.size());
      return size <= end && stands_at(phrase, end - size, word_at);
    });
  }

 private:
  using Phrase = std::vector<WordId>;
  template <typename WordAt>
  static bool stands_at(const Phrase& phrase, std::uint32_t at, const WordAt& word_at) {
    return std::ranges::all_of(phrase, [&](WordId word) { return word_at(at++) == word; });
  }

  Knowledge();
  void read_words();
  void read_phrases();
  void read_currencies();
  void read_names();
  void add_name(const GazetteerEntry& entry, const GazetteerName& name, std::int32_t position);
  /// Returns whether the name is doubtful; then it is added or left out as its row says.
  bool add_doubtful(std::string_view name, std::int32_t position);
  void read_patterns();
  void read_inferences();

  static constexpr std::size_t phrase_sets =
      static_cast<std::size_t>(PhraseSet::plural_article) + 1;

  Lexicon lexicon_;
  WordSets sets_;
  NameTrie names_;
  /// By name: how it must be written; nullopt: it does not count at all.
  std::unordered_map<std::string_view, std::optional<NameTrie::Spelling>> doubtful_;
  std::array<std::vector<Phrase>, phrase_sets> phrases_;
  std::vector<FieldPlace> places_;  ///< by word
  std::vector<PatternRow> rows_;
  std::vector<Rule> inferences_;
  std::vector<FlatPattern> patterns_;
  std::vector<std::vector<std::uint32_t>> anchored_;
};

}  // namespace oscegraph::press
