// SPDX-License-Identifier: Apache-2.0
//
// Finds the actor that is named at a position in a sentence, if there is one. The simple case is a
// name in the gazetteer. The name may be part of a longer expression: "the Government of ...", "the
// U.S. Department of State's Bureau of ...", "the Embassy of Poland in ...", "Sweden through its
// agency ...", and lists of these. A body that is not in the gazetteer is recognised by a head word
// in its name, such as Ministry, Foundation or Institute.
//
// A State's government, embassy or mission pays with the State's money: as a funder it is replaced
// by its State and kept as the channel; in any other role it is itself.
//
// Cost: looks at some words around the position. Nothing is cached; callers that ask again keep the
// answer.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/loader/gazetteer/gazetteer.hpp"
#include "oscegraph/loader/press/sentences/knowledge.hpp"

namespace oscegraph::press {

/// The OSCE itself, which has no entry in the gazetteer.
inline constexpr std::int32_t the_organization = -2;
inline constexpr std::int32_t nobody = -1;

struct Actor {
  std::uint32_t begin = 0;       ///< first token, article included
  std::uint32_t end = 0;         ///< past the last token, channel and brackets included
  std::uint32_t name_begin = 0;  ///< the name itself
  std::uint32_t name_end = 0;
  /// in the gazetteer; or the_organization; or nobody, then see `name`
  std::int32_t entry = nobody;
  std::string name{};                      ///< of a body the gazetteer does not know
  std::int32_t state = nobody;             ///< the State it belongs to, as an entry
  bool pays_for_state = false;             ///< government, embassy, mission, development agency
  bool by_reference = false;               ///< named by a reference such as "the Mission"
  std::optional<std::uint32_t> channel{};  ///< token where "through ..." names another actor
  std::optional<std::uint32_t> sum{};      ///< token where the sum of "with EUR 50,000" begins
};

/// The tokens of a stretch of text, the names found in them, and what earlier text has introduced.
struct Context {
  const std::string_view& text;
  const std::vector<Token>& tokens;
  const std::vector<std::int32_t>& mention_at;  ///< by token: position in `mentions`, or -1
  const std::vector<Mention>& mentions;
  /// By a word such as "Mission" or "Office": the last OSCE structure named with that word.
  const std::map<WordId, std::int32_t>& last_with_head;
  /// By the same word: the field operation whose place the text has named.
  const std::map<WordId, std::int32_t>& likely_with_head;
  /// Abbreviations that the document introduced in brackets.
  const std::map<std::string, Actor, std::less<>>& abbreviations;
};

class ActorParser {
 public:
  explicit ActorParser(const Context& context) : c_(context), knowledge_(Knowledge::instance()) {}

  /// Limits the parser to the tokens of one sentence.
  void set_range(std::uint32_t first, std::uint32_t last) { first_ = first, last_ = last; }

  /// The actor whose words begin at token `at`, article included.
  [[nodiscard]] std::optional<Actor> actor(std::uint32_t at) const;
  /// The actors of a list "A, B and C" that begins at `at`; sets `end` to the position after it.
  [[nodiscard]] std::vector<Actor> list(std::uint32_t at, std::uint32_t& end) const;
  /// A State, donor or body used as an adjective: "Norwegian", "US", "EU".
  [[nodiscard]] std::optional<Actor> nation(std::uint32_t at) const;

 private:
  [[nodiscard]] const Mention* mention(std::uint32_t at) const;
  [[nodiscard]] WordId word(std::uint32_t at) const {
    return at < last_ ? c_.tokens[at].word : unknown_word;
  }
  [[nodiscard]] bool is(std::uint32_t at, WordClass wanted) const {
    return at < last_ && knowledge_.is(c_.tokens[at].word, wanted);
  }
  [[nodiscard]] bool is_mark(std::uint32_t at, std::string_view mark) const;
  [[nodiscard]] bool is_receiver(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t after_articles(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t after_of(std::uint32_t at) const;
  [[nodiscard]] bool begins_sum(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t group_end(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t skip_small_words(std::uint32_t at) const;
  [[nodiscard]] std::optional<Actor> government_of(std::uint32_t at) const;
  [[nodiscard]] std::optional<Actor> named(std::uint32_t at) const;
  [[nodiscard]] std::optional<Actor> body(std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] std::optional<Actor> reference(std::uint32_t at) const;
  [[nodiscard]] std::optional<Actor> organization(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t bracket_end(std::uint32_t at) const;
  void absorb_tail(Actor& actor) const;
  void absorb_sum(Actor& actor) const;
  struct Separator {
    std::uint32_t end = 0;
    bool closes = false;  ///< "and" or the like: after it a bare comma joins no member
    bool found = false;
  };
  [[nodiscard]] std::vector<Actor> nations(std::uint32_t at) const;
  [[nodiscard]] std::vector<Actor> offices(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t together_with(std::uint32_t at) const;
  [[nodiscard]] Separator separator(std::uint32_t at) const;
  [[nodiscard]] bool is_enumeration(std::uint32_t at) const;
  void cut_loose_commas(std::vector<Actor>& list, std::uint32_t at) const;
  void set_entry(Actor& actor, std::int32_t entry) const;
  [[nodiscard]] std::string text_of(std::uint32_t begin, std::uint32_t end) const;

  const Context& c_;
  const Knowledge& knowledge_;
  std::uint32_t first_ = 0;
  std::uint32_t last_ = 0;
};

/// The gazetteer entry that pays when `actor` funds: its State for a government body, the EU for an
/// EU body, else itself.
std::int32_t paying_entry(const Actor& actor);

}  // namespace oscegraph::press
