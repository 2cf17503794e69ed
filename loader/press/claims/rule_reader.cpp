// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/claims/rule_reader.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/loader/press/claims/support.hpp"
#include "oscegraph/loader/press/sums/payer_sums.hpp"

namespace oscegraph::press {
namespace {

class RuleReader {
 public:
  RuleReader(Sentence& sentence, ItemClaims& item)
      : sentence_(sentence),
        item_(item),
        first_(sentence.first()),
        last_(sentence.last()) {}

  void run() {
    for (std::uint32_t i = first_; i < last_; ++i) {
      const auto& anchored = knowledge_.anchored(sentence_.token(i).word);
      if (anchored.empty() || inside_name(i) || in_job_title(i)) continue;
      for (const std::uint32_t number : anchored) {
        const FlatPattern& pattern = knowledge_.pattern(number);
        if (pattern.needs(ElementKind::project) && sentence_.projects().empty()) continue;
        if (pattern.needs(ElementKind::amount) && sentence_.sums().empty()) continue;
        Match match;
        if (!match_pattern(pattern, sentence_.block().tokens, first_, last_, i, sentence_, match))
          continue;
        // "It is carried out by UNDP": "it" may be a survey, not a project.
        if (knowledge_.rows()[pattern.row].says == Says::implements &&
            is(match.whole.begin, WordClass::pronoun) && match.who.begin > i &&
            !sentence_.begins_with_project_before())
          continue;
        if (knowledge_.rows()[pattern.row].says == Says::funds &&
            !is_about_money(sentence_, match, item_.names_project()))
          continue;
        matches_.push_back({pattern.row, i, match, actors_of(match)});
      }
    }
    leave_out_recipients();
    for (const RowMatch& found : matches_)
      if (knowledge_.rows()[found.row].says == Says::funds)
        for (const Actor& actor : found.actors) payers_.insert(key_of(actor));
    if (!sentence_.projects().empty() && item_.is_another(0)) item_.set_another();
    for (const RowMatch& found : matches_) use(found);
  }

 private:
  struct RowMatch {
    std::uint32_t row = 0;
    std::uint32_t anchor = 0;
    Match match;
    std::vector<Actor> actors;  ///< the actors it names
  };

  /// Removes from the payers those who receive money in this sentence: "gave UNICEF grants" has the
  /// words of "UNICEF grants pay ...".
  void leave_out_recipients() {
    for (RowMatch& found : matches_) {
      const PatternRow& row = knowledge_.rows()[found.row];
      if (row.who != Who::recipient && row.who != Who::given) continue;
      std::erase_if(found.actors, [&](const Actor& actor) {
        return row.language == russian && actor.begin > found.anchor && !may_be_dative(actor);
      });
      for (const Actor& actor : found.actors)
        if (!describes_money(actor) && !begins_compound(actor.end))
          recipients_.push_back({actor.begin, actor.end});
    }
    for (RowMatch& found : matches_)
      if (knowledge_.rows()[found.row].says == Says::funds)
        std::erase_if(found.actors, [&](const Actor& actor) {
          return std::ranges::any_of(recipients_, [&](const Span& span) {
            return actor.begin < span.end && span.begin < actor.end;
          });
        });
    std::erase_if(matches_, [](const RowMatch& found) { return found.actors.empty(); });
  }

  /// Whether the name is an adjective to money, as in "provided EU funding", where it has no
  /// article.
  [[nodiscard]] bool describes_money(const Actor& actor) const {
    const std::int32_t payer = paying_entry(actor);
    return actor.begin + 1 == actor.end && payer >= 0 &&
           sentence_.token(actor.begin).all_capitals && pays_for_others(actor) &&
           actor.end < last_ && is(actor.end, WordClass::money_word);
  }

  /// A key by which payers in a sentence are compared.
  static std::string key_of(const Actor& actor) {
    const std::int32_t payer = paying_entry(actor);
    return payer == nobody ? actor.name : std::string(1, '#') + std::to_string(payer);
  }

  [[nodiscard]] bool is(std::uint32_t i, WordClass wanted) const { return sentence_.is(i, wanted); }
  [[nodiscard]] std::string_view word(std::uint32_t i) const { return sentence_.word(i); }

  /// Whether the word is part of a name: the "Programme" in "Programme Office" is no programme.
  [[nodiscard]] bool inside_name(std::uint32_t i) const {
    const Mention* name = sentence_.block().mention(i);
    return name != nullptr && !name->adjective;
  }

  /// Whether the word is part of a job title: "Project Officer", "Project Support Officer".
  [[nodiscard]] bool in_job_title(std::uint32_t i) const {
    if (!sentence_.token(i).capital || !is(i, WordClass::project_noun) || i + 2 >= last_)
      return false;
    return is(i + 1, WordClass::job) ||
           (sentence_.token(i + 1).capital && is(i + 2, WordClass::job));
  }

  /// Whether a compound begins, as in "to the EU-funded project".
  [[nodiscard]] bool begins_compound(std::uint32_t at) const {
    return at < last_ && word(at) == "-" && !sentence_.token(at).spaced;
  }

  /// Whether the actor may be in the dative ("to"), which Russian shows by endings. Abbreviations
  /// are not inflected: those of agencies count as receivers, those of States do not.
  [[nodiscard]] bool may_be_dative(const Actor& actor) const {
    const Token& token = sentence_.token(actor.name_begin);
    if (token.all_capitals) return paying_entry(actor) < 0 || !pays_for_others(actor);
    const std::string word =
        fold_word(sentence_.block().text.substr(token.begin, token.end - token.begin));
    for (const std::string_view end : {"ое", "ие", "ые"})
      if (word.ends_with(end)) return false;
    for (const std::string_view end : {"ии", "у", "ю", "е", "ам", "ям", "им"})
      if (word.ends_with(end)) return true;
    return false;
  }
  [[nodiscard]] static bool pays_for_others(const Actor& actor) {
    const Kind kind = gazetteer_entry(paying_entry(actor)).kind;
    return kind == Kind::state || kind == Kind::donor;
  }

  void use(const RowMatch& found) {
    const auto& [row_number, anchor, match, actors] = found;
    const PatternRow& row = knowledge_.rows()[row_number];
    if (row.who == Who::given && is_unreal(row, match, anchor)) return;
    if (row.says == Says::funds &&
        (is_unreal(row, match, anchor) || is_about_something_else(match) || is_about_website()))
      return;
    Evidence evidence;
    evidence.rule = row.name;
    evidence.flow = row.flow;
    evidence.sentence = sentence_.bytes();
    const std::optional<std::size_t> project = project_near(match, anchor);
    if (row.says != Says::hosts && is_of_another(project)) return item_.set_another();
    if (project) evidence.project = item_.sentence_project(*project);
    std::vector<const Sum*> sums;
    if (row.says == Says::funds) {
      evidence.period =
          find_period(sentence_.block().text, sentence_.block().tokens, first_, last_);
      sums = sums_of_payers(sentence_,
                            {actors, match, recipients_, anchor, payers_.size() == actors.size()});
    }
    if (row.says == Says::hosts) evidence.office = office_beside(match);
    for (std::size_t i = 0; i < actors.size(); ++i) {
      const Actor& actor = actors[i];
      if (!sums.empty()) {
        set_sum(evidence, sums[i]);
        evidence.in_kind = sums[i] != nullptr ? is_in_kind(match, {sums[i]->begin, sums[i]->end})
                                              : is_in_kind(match, match.whole);
      }
      const std::uint32_t begin = std::min({actor.begin, anchor});
      const std::uint32_t end = std::max({actor.end, anchor + 1, match.amount.end});
      evidence.words = sentence_.block().bytes(begin, end);
      evidence.words_prove_it = std::ranges::none_of(
          sentence_.sums(), [&](const Sum& sum) { return sum.begin < end && begin < sum.end; });
      item_.add(row, actor, channel_of(actor), evidence);
    }
    if (row.says == Says::funds) note_channel_after(match, evidence);
  }

  [[nodiscard]] std::vector<Actor> actors_of(const Match& match) {
    if (match.who.empty()) {
      if (match.nation.empty()) return {};
      const auto actor = sentence_.parser().nation(match.nation.begin);
      return actor ? std::vector{*actor} : std::vector<Actor>();
    }
    if (is(match.who.begin, WordClass::pronoun) && !sentence_.antecedent(match.who.begin).empty()) {
      std::vector<Actor> actors = sentence_.antecedent(match.who.begin);
      for (Actor& actor : actors) {
        actor.begin = match.who.begin;
        actor.end = match.who.end;
        actor.channel.reset();
      }
      return actors;
    }
    std::uint32_t end = 0;
    std::vector<Actor> actors = sentence_.parser().list(match.who.begin, end);
    // "With funding from Norway, UNDP and the Mission held ...": the subject of the sentence
    // follows the comma.
    const bool fronted = match.whole.begin == first_ && match.whole.end == match.who.end;
    if (fronted && end < last_ && sentence_.token(end).is_word && !is(end, WordClass::locative) &&
        !is(end, WordClass::and_))
      for (std::size_t i = 0; i + 1 < actors.size(); ++i)
        if (const std::uint32_t after = actors[i].end;
            word(after) == "," && !is(after + 1, WordClass::and_)) {
          actors.resize(i + 1);
          break;
        }
    // "by Albania's neighbours": somebody else, who is not known.
    if (match.whole.end == match.who.end && !actors.empty() && only_owns(actors.back().end))
      actors.pop_back();
    return actors;
  }

  /// Whether only an owner is named: "'s neighbours", but not "'s Development Cooperation
  /// Programme", which belongs to it.
  [[nodiscard]] bool only_owns(std::uint32_t at) const {
    return at + 2 < last_ && word(at) == "'" && !sentence_.token(at).spaced &&
           is(at + 1, WordClass::owner_s) && !sentence_.token(at + 2).capital;
  }

  [[nodiscard]] std::optional<Actor> channel_of(const Actor& actor) const {
    if (!actor.channel) return std::nullopt;
    auto channel = sentence_.parser().actor(*actor.channel);
    if (channel && says_own(*actor.channel)) channel->pays_for_state = true;
    return channel;
  }

  /// "through its agency": a body of the payer, which does not implement.
  [[nodiscard]] bool says_own(std::uint32_t at) const {
    return at < last_ && is(at, WordClass::its);
  }

  /// Whether it is not a fact: "seeks funding from", "could be funded by", "without funding from".
  [[nodiscard]] bool is_unreal(const PatternRow& row, const Match& match,
                               std::uint32_t anchor) const {
    const std::uint32_t from = match.whole.begin > first_ + 4 ? match.whole.begin - 4 : first_;
    for (std::uint32_t i = from; i < anchor; ++i) {
      const bool inside = i >= match.who.begin && i < match.who.end;
      if (!inside && is(i, WordClass::unreal) && !means_yes(i, match) &&
          (i >= match.whole.begin || !clause_between(i, match.whole.begin)))
        return true;
    }
    return row.language == german && is_denied_at_the_end(match.whole.end);
  }

  /// Whether a negation at the end of the clause denies it: "Norwegen finanziert das Projekt
  /// nicht."
  [[nodiscard]] bool is_denied_at_the_end(std::uint32_t at) const {
    for (std::uint32_t i = at; i < last_; ++i) {
      const bool ends = i + 1 == last_ || !sentence_.token(i + 1).is_word;
      if (ends && is(i, WordClass::negation)) return true;
      if (!sentence_.token(i).is_word && !sentence_.token(i).inside_phrase) return false;
    }
    return false;
  }

  /// Whether a word of doubt or negation does not deny the match: "would like to thank",
  /// "non-formal", "not only by Poland", "not by Poland but by Estonia"; "für Kinder ohne Eltern
  /// wird von Estland finanziert".
  [[nodiscard]] bool means_yes(std::uint32_t at, const Match& match) const {
    if (at + 1 >= last_) return false;
    if (is(at + 1, WordClass::polite) || (word(at + 1) == "-" && !sentence_.token(at + 1).spaced))
      return true;
    if (is(at, WordClass::lacking) && at + 2 < match.whole.begin) return true;
    if (!is(at, WordClass::negation)) return false;
    if (is(at + 1, WordClass::only)) return true;
    // "but by Estonia", "but Estonia", and not "but politically supported by Estonia".
    for (std::uint32_t i = at + 1; i < match.who.begin; ++i)
      if (is(i, WordClass::but)) return is(i + 1, WordClass::agent) || i + 2 >= match.who.begin;
    return false;
  }
  [[nodiscard]] bool clause_between(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end; ++i)
      if (!sentence_.token(i).is_word && word(i) != "-" && word(i) != "'") return true;
    return false;
  }

  /// Whether money is paid for something unrelated: "terrorism financed by ...".
  [[nodiscard]] bool is_about_something_else(const Match& match) const {
    for (std::uint32_t i = match.whole.begin; i > first_ && match.whole.begin - i < 3; --i)
      if (is(i - 1, WordClass::bad_object) && sentence_.block().mention(i - 1) == nullptr)
        return true;
    for (std::uint32_t i = match.whole.end; i < last_ && i < match.whole.end + 3; ++i) {
      if (!sentence_.token(i).is_word) break;
      if (is(i, WordClass::bad_object)) return true;
      // "paid for an earlier study", but not "for an earlier phase".
      if (is(i, WordClass::other_object) && i + 1 < last_ && !is(i + 1, WordClass::same_object))
        return true;
    }
    // "spends 2 million euros a year on its own border guards"
    constexpr std::uint32_t near = 7;
    for (std::uint32_t i = match.whole.end; i < std::min(last_, match.whole.end + near); ++i)
      if (is(i, WordClass::own) && i + 1 < last_ && !is(i + 1, WordClass::project_noun))
        return true;
    return false;
  }

  /// "This website was built with the support of ...": a footer, not about the project.
  [[nodiscard]] bool is_about_website() const {
    constexpr std::uint32_t early = 8;
    for (std::uint32_t i = first_; i < std::min(last_, first_ + early); ++i) {
      if (!is(i, WordClass::website)) continue;
      for (std::uint32_t k = first_; k < i; ++k)
        if (is(k, WordClass::demonstrative) || is(k, WordClass::our)) return true;
      return i == first_ || (i == first_ + 1 && is(first_, WordClass::det));
    }
    return false;
  }

  /// The project in the same sentence that the words most likely refer to.
  [[nodiscard]] std::optional<std::size_t> project_near(const Match& match,
                                                        std::uint32_t anchor) const {
    const std::vector<ProjectMention>& projects = sentence_.projects();
    const auto away = [&](std::size_t i) {
      const ProjectMention& p = projects[i];
      return p.end <= anchor ? anchor - p.end : p.begin >= anchor ? p.begin - anchor : 0;
    };
    const auto distance = [&](std::size_t i) {
      const bool real =
          projects[i].naming == Naming::named || projects[i].naming == Naming::described;
      return away(i) + (real ? 0U : 40U);
    };
    std::optional<std::size_t> best;
    std::optional<std::size_t> another;
    std::uint32_t nearest = ~0U;  // of those that are not another project
    for (std::size_t i = 0; i < projects.size(); ++i) {
      if (!match.project.empty() && projects[i].begin <= match.project.begin &&
          match.project.begin < projects[i].end)
        return i;
      if (item_.is_another(i)) {
        if (!another || away(i) < away(*another)) another = i;
        continue;
      }
      nearest = std::min(nearest, away(i));
      if (!best || distance(i) < distance(*best)) best = i;
    }
    if (!another) return best;
    // "The project, like similar projects, is funded by Norway."
    const ProjectMention& other = projects[*another];
    const bool beside = (other.end <= match.whole.begin || other.begin >= match.whole.end) &&
                        other.begin > first_ && is(other.begin - 1, WordClass::locative);
    return best && (beside || nearest <= away(*another)) ? best : another;
  }

  /// Whether the finding is about a project that is not the item's: one that the sentence marks as
  /// another, or that "it" refers to after a sentence about another one.
  [[nodiscard]] bool is_of_another(const std::optional<std::size_t>& project) const {
    if (project && item_.is_another(*project)) return true;
    if (!item_.follows_another()) return false;
    if (!project) return is(first_, WordClass::anaphor);
    const ProjectMention& mention = sentence_.projects()[*project];
    return mention.naming == Naming::reference && mention.begin == first_ &&
           is(first_, WordClass::demonstrative);
  }

  /// The OSCE structure right after the match, or right before it.
  [[nodiscard]] std::optional<std::int32_t> office_beside(const Match& match) const {
    const auto office = [&](std::uint32_t i) -> std::optional<std::int32_t> {
      const Mention* name = sentence_.block().mention(i);
      if (name == nullptr || gazetteer_entry(name->entry).kind != Kind::office) return std::nullopt;
      // "hosted the OSCE Mission to Serbia's course"
      if (name->end < last_ && word(name->end) == "'") return std::nullopt;
      return name->entry;
    };
    std::uint32_t after = match.whole.end;
    if (after < last_ && is(after, WordClass::organization)) ++after;
    if (after < last_)
      if (const auto entry = office(after)) return entry;
    std::uint32_t before = match.whole.begin;
    if (before > first_ && !sentence_.token(before - 1).is_word) --before;
    return before > first_ ? office(before - 1) : std::nullopt;
  }

  void set_sum(Evidence& evidence, const Sum* sum) const {
    evidence.amount = sum == nullptr ? std::nullopt : std::optional(sum->money);
    evidence.sum = sum == nullptr ? ByteSpan() : sentence_.block().bytes(sum->begin, sum->end);
  }

  /// Whether the sum or thing is given in kind: "EUR 5,000 in kind", "an in-kind contribution of
  /// EUR 5,000", "in natura", "als Sachspende", right beside what is given. "In cash and in kind"
  /// does not count.
  [[nodiscard]] bool is_in_kind(const Match& match, const Span& given) const {
    constexpr std::uint32_t farthest = 7;
    std::uint32_t begin = given.begin;
    while (begin > first_ && given.begin - begin < farthest && !parts_from(match, begin - 1))
      --begin;
    std::uint32_t end = given.end;
    while (end < last_ && end - given.end < farthest && !parts_from(match, end)) ++end;
    for (std::uint32_t i = begin; i < end; ++i)
      if (says_in_kind(i)) return !(end + 1 < last_ && is(end, WordClass::and_) && names_cash(end));
    return false;
  }
  [[nodiscard]] bool says_in_kind(std::uint32_t at) const {
    if (is(at, WordClass::goods_given)) return true;
    if (!is(at, WordClass::in_kind) || at == first_) return false;
    const std::uint32_t before = word(at - 1) == "-" && at > first_ + 1 ? at - 2 : at - 1;
    return is(before, WordClass::before_kind);
  }
  /// "in kind and in cash"
  [[nodiscard]] bool names_cash(std::uint32_t at) const {
    for (std::uint32_t i = at + 1; i < std::min(last_, at + 4); ++i)
      if (is(i, WordClass::cash)) return true;
    return false;
  }
  /// Whether another name, sum or clause begins here.
  [[nodiscard]] bool parts_from(const Match& match, std::uint32_t at) const {
    const auto holds = [&](const Span& span) { return span.begin <= at && at < span.end; };
    if (holds(match.who) || holds(match.nation)) return false;
    const auto is_sum = [&](const Sum& sum) { return holds({sum.begin, sum.end}); };
    return is(at, WordClass::and_) || word(at) == "," || word(at) == ";" || word(at) == "." ||
           is(at, WordClass::relative) || is(at, WordClass::turn) ||
           sentence_.block().mention(at) != nullptr ||
           (!holds(match.amount) && std::ranges::any_of(sentence_.sums(), is_sum));
  }

  /// "... EUR 2 million through the OSCE": who passes the money on implements the work.
  void note_channel_after(const Match& match, Evidence evidence) {
    for (std::uint32_t i = match.whole.end; i < last_ && i < match.whole.end + 4; ++i) {
      if (!sentence_.token(i).is_word) return;
      if (!is(i, WordClass::through)) continue;
      if (const auto actor = sentence_.parser().actor(i + 1);
          actor && !actor->pays_for_state && !says_own(i + 1)) {
        evidence.words = sentence_.block().bytes(i, actor->end);
        evidence.amount.reset();
        item_.add_implementer(*actor, evidence);
      }
      return;
    }
  }

  const Knowledge& knowledge_ = Knowledge::instance();
  Sentence& sentence_;
  ItemClaims& item_;
  std::uint32_t first_;
  std::uint32_t last_;
  std::vector<RowMatch> matches_;
  std::vector<Span> recipients_;  ///< spans of those who receive money in this sentence
  std::set<std::string> payers_;  ///< the payers that any pattern found in this sentence
};

}  // namespace

void read_rules(Sentence& sentence, ItemClaims& item) { RuleReader(sentence, item).run(); }

}  // namespace oscegraph::press
