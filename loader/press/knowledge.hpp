// SPDX-License-Identifier: Apache-2.0
//
// What the extractor knows, compiled once from data a person can review: the gazetteer's names,
// words.csv (sets of words), doubtful-names.csv (names of the gazetteer that mostly mean something else in
// running text) and patterns.csv (one rule a row, each with an example it must find and a counter-example
// it must leave alone).
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "oscegraph/graph/vocabulary.hpp"
#include "oscegraph/loader/gazetteer.hpp"
#include "oscegraph/loader/press/name_trie.hpp"
#include "oscegraph/loader/press/pattern.hpp"
#include "oscegraph/loader/press/words.hpp"

namespace oscegraph::press {

/// The sets of words.csv that the code itself asks about.
enum class WordClass : std::uint8_t {
  det,
  of,
  and_,
  government,
  kingdom,
  organization,
  organization_part,
  through,
  locative,
  state_body,
  funding_body,
  org_head,
  reference_head,
  in_org,
  month,
  abbreviation,
  unreal,
  verb_after,
  project_noun,
  ref_det,
  bad_object,
  donor_place,
  company,
  job,
  before_title,
  begins_description,
  ends_description,
  agent,
  label,
  pronoun,
  weekday,
  bodies,
  relative,
  reference_heads,
  place_of,
  other_object,
  same_object,
  in_part,
  each,
  share,
  receiver,
  plural_be,
  with,
  before_sum,
  after_sum,
  negation,
  lacking,
  only,
  but,
  turn,
  school,
  generic,
  refers_back,
  indefinite,
  newly,
  before_day,
  limit,
  demonstrative,
  now,
  attends,
  publishing,
  event_verb,
  headline_verb,
  website,
  own,
  page_word,
  page_label,
  title_label,
  section,
  speaker,
  political,
  activity,
  work_done,
  money_word,
  contribution_word,
  topic,
  plan,
  participle,
  anaphor,
  office_word,
  plain_word,
  gathering,
  course_word,
  joint,
  others,
  provides_with,
  in_kind,
  goods_given,
  passive,
  gave_them,
  elsewhere,
  elsewhere_after,
  ordinal,
  quantity,
  phase,
  projects,
  undertaking,
  other_project,
  predicate,
  of_project,
  currency  ///< from currencies.csv
};

/// Whom a rule lets be the actor of its claim.
enum class Who : std::uint8_t {
  any,    ///< whoever stands there
  donor,  ///< States, donors and their agencies: the words alone ("supported by") do not mean money
  payer,  ///< as donor, and who else stands there carries the project out
  body,   ///< whoever stands there, but no State or donor
  office,     ///< OSCE structures and partner bodies, not States and their ministries
  recipient,  ///< as office, of who is given money: where somebody pays, or for a project
  given,      ///< as recipient, but only for a project that is named or described
  osce,       ///< the OSCE and its structures only
};

/// What a rule says of its actor; the relations of the graph, and one that only suggests one.
enum class Says : std::uint8_t { funds, implements, partners, assists, hosts, organizes };

struct PatternRow {
  std::string_view name;
  std::string_view language;
  Says says = Says::funds;
  Who who = Who::any;
  Flow flow = Flow::unknown;
  std::string_view pattern;
  std::string_view example;
  std::string_view counter_example;
};

/// A word that names where a field operation works, and the word it is called by ("the Mission").
struct FieldPlace {
  WordId word = unknown_word;
  WordId head = unknown_word;
  std::int32_t entry = -1;
};

class Knowledge {
 public:
  /// The field operation at work in the place a word names; nullptr when there is none or two.
  [[nodiscard]] const FieldPlace* field_place(WordId word) const;

  /// Compiled on first use (some milliseconds), then shared by all threads.
  static const Knowledge& instance();

  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }
  [[nodiscard]] const NameTrie& names() const { return names_; }
  [[nodiscard]] const std::vector<PatternRow>& rows() const { return rows_; }
  [[nodiscard]] const FlatPattern& pattern(std::uint32_t i) const { return patterns_[i]; }
  [[nodiscard]] std::size_t pattern_count() const { return patterns_.size(); }
  /// The patterns whose anchor is this word; empty for most words.
  [[nodiscard]] const std::vector<std::uint32_t>& anchored(WordId word) const;
  [[nodiscard]] bool is(WordId word, WordClass wanted) const {
    return lexicon_.is_in_class(word, static_cast<unsigned>(wanted));
  }

 private:
  Knowledge();
  void read_words();
  void read_currencies();
  void read_names();
  void add_name(const GazetteerEntry& entry, const GazetteerName& name, std::int32_t position);
  /// True when the name is doubtful, and has been added or left out as its row says.
  bool add_doubtful(std::string_view name, std::int32_t position);
  void read_patterns();

  Lexicon lexicon_;
  WordSets sets_;
  NameTrie names_;
  std::unordered_map<std::string_view, bool>
      doubtful_;                    ///< name: whether it is read, where it is alone
  std::vector<FieldPlace> places_;  ///< by word
  std::vector<PatternRow> rows_;
  std::vector<FlatPattern> patterns_;
  std::vector<std::vector<std::uint32_t>> anchored_;
};

}  // namespace oscegraph::press
