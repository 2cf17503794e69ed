// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/sentences/office_name.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "oscegraph/loader/gazetteer/gazetteer.hpp"
#include "oscegraph/loader/press/sentences/body_type.hpp"
#include "oscegraph/loader/press/sentences/knowledge.hpp"

namespace oscegraph::press {
namespace {

class OfficeName {
 public:
  OfficeName(const Block& block, const Mention& name) : block_(block), name_(name) {}

  [[nodiscard]] bool is_of_somebody_else() const {
    const GazetteerEntry& entry = gazetteer_entry(name_.entry);
    if (entry.kind != Kind::office || !body_type(entry).has_a_place || !begins_with_a_head())
      return false;
    for (std::uint32_t i = name_.begin; i < name_.end; ++i)
      if (is(i, WordClass::organization)) return false;
    if (name_.begin > 0 && is(name_.begin - 1, WordClass::organization)) return false;
    return has_a_word_before() || has_an_owner_after();
  }

 private:
  [[nodiscard]] bool is(std::uint32_t i, WordClass wanted) const {
    return knowledge_.is(block_.tokens[i].word, wanted);
  }
  [[nodiscard]] std::string_view written(std::uint32_t i) const {
    const Token& token = block_.tokens[i];
    return block_.text.substr(token.begin, token.end - token.begin);
  }
  [[nodiscard]] std::string_view folded(std::uint32_t i) const {
    return knowledge_.lexicon().text(block_.tokens[i].word);
  }

  /// Whether it begins with a word such as "Mission", "Programme", "Zentrum", which any body may
  /// use; "PiA" is unique.
  [[nodiscard]] bool begins_with_a_head() const {
    return name_.end - name_.begin > 1 && is(name_.begin, WordClass::office_word);
  }

  /// Whether a word before the head word belongs to it: a name, or an adjective.
  [[nodiscard]] bool has_a_word_before() const {
    if (name_.begin == 0) return false;
    std::uint32_t i = name_.begin - 1;
    if (begins_anew(name_.begin)) return false;
    // "EU-Mission", "UN/OSCE Mission"
    if (folded(i) == "-" && i > 0 && !block_.tokens[i].spaced && !block_.tokens[name_.begin].spaced)
      return !is(i - 1, WordClass::organization);
    // "the Judges' Centre", "the Red Cross' Office"
    if (folded(i) == "'" && block_.tokens[name_.begin].spaced && i > 0)
      return block_.tokens[i - 1].is_word && !block_.tokens[i].spaced;
    const Token& token = block_.tokens[i];
    if (!token.is_word || token.number) return false;
    // "the Institute's Centre in Osh"
    if (is(i, WordClass::owner_s) && i > 1 && folded(i - 1) == "'" && !token.spaced)
      return !is(i - 2, WordClass::organization);
    if (says_nothing(i)) return false;
    return token.capital ? is_part_of_a_name(i) : is_adjective(written(i));
  }

  /// Whether a line or paragraph begins there that does not continue the one above.
  [[nodiscard]] bool begins_anew(std::uint32_t at) const {
    if (!block_.tokens[at].line_start) return false;
    return std::ranges::count(block_.gap_before(at), '\n') > 1 || block_.mention_at[at - 1] >= 0;
  }

  /// Whether the word belongs to no name: articles, prepositions, "and", "former".
  [[nodiscard]] bool says_nothing(std::uint32_t i) const {
    for (const WordClass wanted :
         {WordClass::det, WordClass::of, WordClass::locative, WordClass::agent, WordClass::and_,
          WordClass::label, WordClass::weekday, WordClass::month, WordClass::ref_det,
          WordClass::plain_word})
      if (is(i, wanted)) return true;
    return false;
  }

  /// Whether a capitalised word before the name is part of it.
  [[nodiscard]] bool is_part_of_a_name(std::uint32_t i) const {
    const Mention* before = block_.mention(i);
    // A State before it is not part of the name, unless it is an adjective: "with Norway Mission to
    // Serbia staff ...", "thanks to Norway the ...".
    if (before != nullptr && gazetteer_entry(before->entry).kind == Kind::state)
      return before->adjective;
    return true;
  }

  /// "kulturelle Zentrum", "учебный Центр", but not "besuchte Zentrum" or "директором Центра". A
  /// Russian adjective agrees with its head: "учебном Центре".
  [[nodiscard]] bool is_adjective(std::string_view word) const {
    constexpr std::array<std::string_view, 13> endings{
        "ый", "ий", "ая", "ое", "ого", "его", "ому", "ему", "ым", "им", "elle", "ische", "iche"};
    constexpr std::size_t shortest = 8;
    if (word.size() < shortest) return false;
    const bool agrees =
        (word.ends_with("ом") || word.ends_with("ем")) && written(name_.begin).ends_with("е");
    return agrees ||
           std::ranges::any_of(endings, [&](std::string_view end) { return word.ends_with(end); });
  }

  /// Whether an owner follows: "of UNDP", "der Europäischen Union".
  [[nodiscard]] bool has_an_owner_after() const {
    std::uint32_t i = name_.end;
    const auto count = static_cast<std::uint32_t>(block_.tokens.size());
    if (i >= count || !is(i, WordClass::of)) return false;
    for (++i; i < count && i < name_.end + 4 && is(i, WordClass::det); ++i) {
    }
    if (i >= count) return false;
    const auto owner = knowledge_.names().find(block_.text, block_.tokens, i);
    if (owner) {
      const Kind kind = gazetteer_entry(owner->entry).kind;
      return kind == Kind::agency || kind == Kind::donor;
    }
    return block_.tokens[i].capital && !is(i, WordClass::organization) && i + 1 < count &&
           (is(i, WordClass::org_head) || is(i + 1, WordClass::org_head));
  }

  const Block& block_;
  const Mention& name_;
  const Knowledge& knowledge_ = Knowledge::instance();
};

}  // namespace

bool is_of_somebody_else(const Block& block, const Mention& name) {
  return OfficeName(block, name).is_of_somebody_else();
}

}  // namespace oscegraph::press
