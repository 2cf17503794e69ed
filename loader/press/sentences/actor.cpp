// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/sentences/actor.hpp"

#include <algorithm>
#include <utility>

#include "oscegraph/loader/press/sentences/body_type.hpp"
#include "oscegraph/loader/press/sums/quantity.hpp"

namespace oscegraph::press {
namespace {

constexpr std::uint32_t longest_name = 28;

std::int32_t position_of(const GazetteerEntry* entry) {
  if (entry == nullptr) return nobody;
  return static_cast<std::int32_t>(entry - Gazetteer::instance().entries().data());
}

/// The State or donor that pays for a body: the first one among its parents.
std::int32_t payer_of(const GazetteerEntry& entry) {
  const GazetteerEntry* body = &entry;
  while (body != nullptr && !body->parent.empty()) {
    body = Gazetteer::instance().find_id(body->parent);
    if (body != nullptr && (body->kind == Kind::state || body->kind == Kind::donor))
      return position_of(body);
  }
  return nobody;
}

}  // namespace

std::int32_t paying_entry(const Actor& actor) {
  return actor.pays_for_state && actor.state != nobody ? actor.state : actor.entry;
}

const Mention* ActorParser::mention(std::uint32_t at) const {
  if (at >= last_ || c_.mention_at[at] < 0) return nullptr;
  return &c_.mentions[static_cast<std::size_t>(c_.mention_at[at])];
}

bool ActorParser::is_mark(std::uint32_t at, std::string_view mark) const {
  return at < last_ && !c_.tokens[at].is_word && knowledge_.lexicon().text(word(at)) == mark;
}

std::string ActorParser::text_of(std::uint32_t begin, std::uint32_t end) const {
  std::string result;
  for (std::uint32_t i = begin; i < end; ++i) {
    const Token& token = c_.tokens[i];
    if (i > begin && token.spaced) result += ' ';
    result += c_.text.substr(token.begin, token.end - token.begin);
  }
  return result;
}

/// Whether the "a" at `at` introduces a receiver and is no English article: "à l'UNESCO", "a la
/// FAO", "a UNICEF", and "an das IKRK" in German.
bool ActorParser::is_receiver(std::uint32_t at) const {
  if (!is(at, WordClass::to_or_article)) return false;
  if (static_cast<unsigned char>(c_.text[c_.tokens[at].begin]) >= 0x80) return true;
  if (is(at + 1, WordClass::det)) return true;
  const Mention* name = mention(at + 1);
  return name != nullptr && !name->adjective && is(at, WordClass::to_before_name);
}

/// The position after "the", "all the" and elided articles ("l'", "dell'").
std::uint32_t ActorParser::after_articles(std::uint32_t at) const {
  for (int n = 0; n < 3 && is(at, WordClass::det) && mention(at) == nullptr && !is_receiver(at);
       ++n) {
    ++at;
    if (is_mark(at, "'") && !c_.tokens[at].spaced) ++at;
  }
  // "the Berlin-based Institute": the place is no part of the name.
  if (is_mark(at + 1, "-") && is(at + 2, WordClass::based)) at += 3;
  return at;
}

/// The position after "of the", "de la", "d'", "des" at `at`.
std::uint32_t ActorParser::after_of(std::uint32_t at) const {
  if (is(at, WordClass::of) && mention(at) == nullptr) {
    ++at;
    if (is_mark(at, "'") && !c_.tokens[at].spaced) ++at;
  }
  return after_articles(at);
}

void ActorParser::set_entry(Actor& actor, std::int32_t entry) const {
  actor.entry = entry;
  if (entry < 0) return;
  const GazetteerEntry& known = gazetteer_entry(entry);
  if (known.kind == Kind::state) {
    actor.state = entry;
    return;
  }
  actor.state = payer_of(known);
  actor.pays_for_state =
      actor.state != nobody && known.kind == Kind::agency && body_type(known).pays_for_owner;
}

/// "the Government of X", "the governments of" (with X the first of a list), "the Kingdom of X".
std::optional<Actor> ActorParser::government_of(std::uint32_t at) const {
  const std::uint32_t start = after_articles(at);
  if (mention(start) != nullptr || !is(start, WordClass::government)) return std::nullopt;
  std::uint32_t i = after_of(start + 1);
  while (is(i, WordClass::kingdom) && is(i + 1, WordClass::of)) i = after_of(i + 1);
  const Mention* found = mention(i);
  // "gouvernement norvégien": the adjective may follow in small letters; "government Norwegian" is
  // no English.
  if (found == nullptr || (found->adjective && (i > start + 1 || c_.tokens[i].capital)))
    return std::nullopt;
  const Kind kind = gazetteer_entry(found->entry).kind;
  if (kind != Kind::state && kind != Kind::donor) return std::nullopt;
  Actor actor{.begin = at, .end = found->end, .name_begin = found->begin, .name_end = found->end};
  set_entry(actor, found->entry);
  return actor;
}

/// Whether a sum such as "EUR 5,000" begins here, whose currency is in capitals too.
bool ActorParser::begins_sum(std::uint32_t at) const {
  return c_.tokens[at].all_capitals && at + 1 < last_ && c_.tokens[at + 1].number &&
         !find_sums({c_.text, c_.tokens, first_, last_}, at, at + 1).empty();
}

/// The end of the run of capitalised words (with "of", "for", "and" between) that begins at `at`.
std::uint32_t ActorParser::group_end(std::uint32_t at) const {
  std::uint32_t end = at;
  bool head = false;
  for (std::uint32_t i = at; i < last_ && i - at < longest_name;) {
    if (const Mention* found = mention(i)) {
      // Two names side by side, the first a State's, are two bodies: "thanks to Norway the Mission
      // ..." without its article, as in Russian.
      if (i > at && mention(at) != nullptr && mention(at)->end == i && !mention(at)->adjective &&
          gazetteer_entry(mention(at)->entry).kind == Kind::state &&
          gazetteer_entry(found->entry).kind != Kind::state)
        break;
      for (std::uint32_t k = found->begin; k < found->end; ++k)
        head = head || is(k, WordClass::org_head);
      i = end = found->end;
    } else if (c_.tokens[i].capital) {
      // "gave UNDP EUR 5,000"
      if (i > at && begins_sum(i)) break;
      head = head || is(i, WordClass::org_head);
      end = ++i;
    } else if (is(i, WordClass::in_org) && i > at) {
      std::uint32_t next = i + 1;
      const bool joins = is(i, WordClass::and_);
      while (!joins && next < i + 3 && is(next, WordClass::in_org)) ++next;
      if (is(next, WordClass::det) && !joins) ++next;
      const bool name_follows =
          next < last_ && (c_.tokens[next].capital || mention(next) != nullptr);
      // "the Turkish Cooperation and Coordination Agency": its head word comes last.
      const Mention* owner = mention(at);
      const bool head_follows =
          joins && owner != nullptr && owner->adjective && i > owner->end &&
          (is(next + 1, WordClass::org_head) || is(next + 2, WordClass::org_head));
      if (!name_follows || !(head || head_follows) || is(next, WordClass::weekday) ||
          is(next, WordClass::month))
        break;
      // "and" joins two parts of one name only when a plain capitalised word follows it.
      if (joins && (mention(next) != nullptr || is(next, WordClass::org_head))) break;
      i = next;
    } else if (is_mark(i, "'") && !c_.tokens[i].spaced && is(i + 1, WordClass::owner_s)) {
      if (i + 2 >= last_ || !c_.tokens[i + 2].capital) break;
      // "the Institute's Centre for ...": the group ends at the Institute, unless it belongs to a
      // State.
      if (head && mention(i - 1) == nullptr) break;
      i += 2;
    } else if (is_mark(i, "-") && !c_.tokens[i].spaced && i + 1 < last_ &&
               c_.tokens[i + 1].capital && !is(i + 1, WordClass::project_noun)) {
      ++i;
    } else if (is_mark(i, "/") && i + 1 < last_ && c_.tokens[i + 1].capital && head) {
      ++i;
    } else {
      break;
    }
  }
  return end;
}

/// "Ministère [des Affaires étrangères de Norvège]": the position after a few small words and the
/// State to which the body belongs; `at` when no State follows. A verb, "by", "in" or "and
/// financed" ends the name.
std::uint32_t ActorParser::skip_small_words(std::uint32_t at) const {
  const bool cyrillic = static_cast<unsigned char>(c_.text[c_.tokens[at - 1].begin]) >= 0xD0;
  if (is(at, WordClass::and_) || !(cyrillic || is(at, WordClass::in_org))) return at;
  for (std::uint32_t i = at; i < last_ && i < at + 7; ++i) {
    const std::uint32_t owner = after_of(i);
    if (const Mention* found = mention(owner))
      return gazetteer_entry(found->entry).kind == Kind::state ? found->end : at;
    const Token& token = c_.tokens[i];
    if (!token.is_word || token.number || token.capital) return at;
    const bool leads_away = is(i, WordClass::participle) || is(i, WordClass::verb_after) ||
                            (is(i, WordClass::locative) && !is(i, WordClass::in_org)) ||
                            is(i, WordClass::only_by);
    if (leads_away) return at;
  }
  return at;
}

/// Recognises a body by its head word: one of a State, or one in no list.
std::optional<Actor> ActorParser::body(std::uint32_t at, std::uint32_t end) const {
  bool head = false;
  bool state_head = false;
  const Mention* owner = nullptr;
  const Mention* whole = nullptr;
  for (std::uint32_t i = at; i < end; ++i) {
    if (const Mention* found = mention(i); found != nullptr) {
      const GazetteerEntry& entry = gazetteer_entry(found->entry);
      const bool pays = entry.kind == Kind::state || entry.kind == Kind::donor;
      if (pays && owner == nullptr) owner = found;
      if (!pays && whole == nullptr) whole = found;
      for (std::uint32_t k = found->begin; k < found->end; ++k)
        if (!pays) head = head || is(k, WordClass::org_head);
      i = found->end - 1;
      continue;
    }
    head = head || is(i, WordClass::org_head);
    state_head = state_head || is(i, WordClass::state_body);
  }
  Actor actor{.begin = at, .end = end, .name_begin = at, .name_end = end};
  if (whole != nullptr && (whole->begin == at || whole->end == end)) {
    // "the Office of Weapons Removal in the U.S. Department of State": the known body inside it
    // counts.
    set_entry(actor, whole->entry);
    return actor;
  }
  if (!head && !state_head) return std::nullopt;
  if (end - at < 2) return std::nullopt;
  actor.name = text_of(at, end);
  // "Georgia State University" does not pay with the money of Georgia.
  for (std::uint32_t i = at; i < end; ++i) state_head = state_head && !is(i, WordClass::school);
  if (owner != nullptr) actor.state = owner->entry;
  // "Norway's Peace Fund" belongs to Norway, whatever kind of body it is.
  const bool owned = owner != nullptr && owner->begin == at && !owner->adjective &&
                     is_mark(owner->end, "'") && !c_.tokens[owner->end].spaced;
  const bool of_donor = owner != nullptr && gazetteer_entry(owner->entry).kind == Kind::donor;
  actor.pays_for_state = owner != nullptr && (state_head || owned || of_donor);
  return actor;
}

std::optional<Actor> ActorParser::named(std::uint32_t at) const {
  const std::uint32_t start = after_articles(at);
  if (start >= last_) return std::nullopt;
  const Mention* found = mention(start);
  if (found == nullptr && !c_.tokens[start].capital) return std::nullopt;
  if (found == nullptr && c_.tokens[start].all_capitals) {
    const std::string written = text_of(start, start + 1);
    if (const auto known = c_.abbreviations.find(written); known != c_.abbreviations.end()) {
      Actor actor = known->second;
      actor.begin = at;
      actor.name_begin = start;
      actor.end = actor.name_end = start + 1;
      return actor;
    }
  }
  std::uint32_t end = group_end(start);
  if (found == nullptr &&
      (is(start, WordClass::state_body) || is(start + 1, WordClass::state_body)))
    end = skip_small_words(end);
  if (found != nullptr && found->end == end && !found->adjective) {
    Actor actor{.begin = at, .end = end, .name_begin = start, .name_end = end};
    set_entry(actor, found->entry);
    return actor;
  }
  if (auto actor = body(start, end)) {
    actor->begin = at;
    return actor;
  }
  // "Swedish government": small letters follow the adjective or the State.
  if (found != nullptr) {
    std::uint32_t i = found->end;
    if (is_mark(i, "'") && !c_.tokens[i].spaced) i += 2;
    // "Swedish development co-operation"
    const auto is_body = [&](std::uint32_t k) {
      return is(k, WordClass::government) || is(k, WordClass::funding_body);
    };
    if (found->adjective && !is_body(i) && i < last_ && c_.tokens[i].is_word &&
        !is(i, WordClass::and_) && !is(i, WordClass::locative) && is_body(i + 1))
      ++i;
    if (is_body(i)) {
      Actor actor{.begin = at, .end = i + 1, .name_begin = start, .name_end = i + 1};
      set_entry(actor, found->entry);
      actor.pays_for_state = true;
      return actor;
    }
    if (!found->adjective && found->end <= end) {
      Actor actor{.begin = at, .end = found->end, .name_begin = start, .name_end = found->end};
      set_entry(actor, found->entry);
      return actor;
    }
  }
  return std::nullopt;
}

/// "the Mission", "the Office": refers to the structure last named in full with that word.
std::optional<Actor> ActorParser::reference(std::uint32_t at) const {
  const std::uint32_t start = after_articles(at);
  if (start >= last_ || !c_.tokens[start].capital || mention(start) != nullptr) return std::nullopt;
  const bool has_article =
      start > at || static_cast<unsigned char>(c_.text[c_.tokens[start].begin]) >= 0xC0;
  if (!has_article) return std::nullopt;
  std::uint32_t head = start;
  while (head + 1 < last_ && c_.tokens[head + 1].capital && head < start + 2) ++head;
  if (!is(head, WordClass::reference_head)) return std::nullopt;
  // "the Training Centre": a head with another word before it is another body, unless that word is
  // the place of the structure ("the Skopje Mission").
  const auto is_place = [&](std::uint32_t i) {
    const FieldPlace* place = knowledge_.field_place(word(i));
    const auto known = c_.last_with_head.find(word(head));
    return place != nullptr && known != c_.last_with_head.end() && known->second == place->entry;
  };
  for (std::uint32_t i = start; i < head; ++i)
    if (!is(i, WordClass::organization) && !is(i, WordClass::office_word) &&
        !is(i, WordClass::reference_head) && !is(i, WordClass::plain_word) && !is_place(i))
      return std::nullopt;
  // "the OSCE Mission to Moldova": the full name, not a reference.
  for (std::uint32_t i = start; i <= head; ++i)
    if (const Mention* whole = mention(i); whole != nullptr && whole->end > head + 1)
      return std::nullopt;
  // Russian words are inflected: compare their beginnings.
  const auto beginning = [&](WordId id) { return knowledge_.lexicon().text(id).substr(0, 8); };
  const auto known = std::ranges::find_if(c_.last_with_head, [&](const auto& pair) {
    return pair.first == word(head) ||
           (static_cast<unsigned char>(beginning(word(head))[0]) >= 0xC0 &&
            beginning(pair.first) == beginning(word(head)));
  });
  const bool of_the_organization = is(start, WordClass::organization) && head == start + 1;
  if (known == c_.last_with_head.end() && !of_the_organization) return std::nullopt;
  if (is(head + 1, WordClass::english_of)) return std::nullopt;
  Actor actor{.begin = at, .end = head + 1, .name_begin = start, .name_end = head + 1};
  if (known != c_.last_with_head.end()) {
    set_entry(actor, known->second);
  } else {
    // "the OSCE Mission" in a text that names Skopje but no mission: most likely the mission there.
    if (is(head + 1, WordClass::to_place)) return std::nullopt;
    const auto likely = c_.likely_with_head.find(word(head));
    set_entry(actor, likely == c_.likely_with_head.end() ? the_organization : likely->second);
  }
  actor.by_reference = true;
  return actor;
}

std::optional<Actor> ActorParser::organization(std::uint32_t at) const {
  const std::uint32_t start = after_articles(at);
  if (!is(start, WordClass::organization) || !c_.tokens[start].all_capitals) return std::nullopt;
  if (is(start + 1, WordClass::organization_part)) return std::nullopt;
  Actor actor{.begin = at, .end = start + 1, .name_begin = start, .name_end = start + 1};
  actor.entry = the_organization;
  return actor;
}

/// The position after "(ABC)" at `at`.
std::uint32_t ActorParser::bracket_end(std::uint32_t at) const {
  if (!is_mark(at, "(")) return at;
  for (std::uint32_t i = at + 1; i < last_ && i < at + 12; ++i)
    if (is_mark(i, ")")) return i + 1;
  return at;
}

/// Extends the actor over what follows its name: "(ABC)", "'s Government", "in Serbia" after an
/// embassy, "through its agency ...".
void ActorParser::absorb_tail(Actor& actor) const {
  actor.end = bracket_end(actor.end);
  std::uint32_t i = actor.end;
  if (is_mark(i, "'") && !c_.tokens[i].spaced) i += is(i + 1, WordClass::government) ? 1 : 2;
  if (actor.entry >= 0 && is(i, WordClass::government) &&
      gazetteer_entry(actor.entry).kind == Kind::state)
    actor.end = i + 1;
  if (actor.entry == nobody && is_mark(actor.end, "'") && !c_.tokens[actor.end].spaced &&
      actor.end + 2 < last_ && c_.tokens[actor.end + 2].capital)
    actor.end = group_end(actor.end + 2);  // "the Institute's Centre for ..."
  // "the Embassy of Poland in Serbia", "UNDP in Serbia"
  const bool is_state =
      actor.entry >= 0 && !actor.pays_for_state && gazetteer_entry(actor.entry).kind == Kind::state;
  if (!is_state && is(actor.end, WordClass::to_place))
    if (const Mention* place = mention(after_articles(actor.end + 1));
        place != nullptr && !place->adjective && gazetteer_entry(place->entry).kind == Kind::state)
      actor.end = place->end;
  // "(through the Agency)", ", through the Agency,"
  i = actor.end;
  const bool set_off = is_mark(i, "(") || (is_mark(i, ",") && is(i + 1, WordClass::through));
  if (set_off) ++i;
  if (!is(i, WordClass::through)) return;
  // "la France, par l'Allemagne": another payer; a State is no channel of another State.
  const auto is_a_state = [](const Actor& channel) {
    return channel.entry >= 0 && gazetteer_entry(channel.entry).kind == Kind::state;
  };
  if (const auto channel = named(i + 1); channel && !is_a_state(*channel)) {
    actor.channel = i + 1;
    actor.end = bracket_end(channel->end);
    if (set_off && (is_mark(actor.end, ")") ||
                    (is_mark(actor.end, ",") && !is(actor.end + 1, WordClass::and_))))
      if (is_mark(actor.end, ")")) ++actor.end;
  }
}

std::optional<Actor> ActorParser::actor(std::uint32_t at) const {
  if (at >= last_) return std::nullopt;
  auto result = government_of(at);
  if (!result) result = reference(at);
  if (!result) result = named(at);
  if (!result) result = organization(at);
  if (result) absorb_tail(*result);
  return result;
}

/// Extends a member of a list over its sum: "Norway with EUR 50,000", "Norway, with a contribution
/// of EUR 50,000,". When words follow that say what was done with the sum ("with EUR 50,000 given
/// by Sweden"), it belongs to somebody else.
void ActorParser::absorb_sum(Actor& actor) const {
  constexpr std::uint32_t furthest_sum = 12;
  const std::uint32_t with = is_mark(actor.end, ",") ? actor.end + 1 : actor.end;
  if (!is(with, WordClass::with)) return;
  const std::uint32_t upto = std::min(with + furthest_sum, last_);
  const std::vector<Sum> sums = find_sums({c_.text, c_.tokens, first_, last_}, with + 1, upto);
  if (sums.empty()) return;
  for (std::uint32_t i = with + 1; i < sums.front().begin; ++i)
    if (!is(i, WordClass::before_sum)) return;
  std::uint32_t end = sums.front().end;
  if (const Mention* whose = mention(end); whose != nullptr && whose->adjective)
    end = whose->end;  // "francs suisses"
  while (is(end, WordClass::each)) ++end;
  const bool stops = end >= last_ || !c_.tokens[end].is_word || is(end, WordClass::and_) ||
                     is(end, WordClass::after_sum);
  if (!stops) return;
  actor.sum = sums.front().begin;
  actor.end = end;
}

/// The number of words at `at` that mean "together with"; 0 when there are none.
std::uint32_t ActorParser::together_with(std::uint32_t at) const {
  const std::uint32_t past = knowledge_.skip_phrase(PhraseSet::together_with, at,
                                                    [&](std::uint32_t i) { return word(i); });
  if (past > at) return past - at + (is_mark(past, "'") ? 1 : 0);
  // "L'Autriche, avec la Hongrie, finance ..."
  return is(at, WordClass::with_others) && at > first_ && is_mark(at - 1, ",") ? 1 : 0;
}

/// The separator between two members of a list: ",", "and", ", and", "as well as", "and by".
ActorParser::Separator ActorParser::separator(std::uint32_t at) const {
  if (at < last_ && c_.tokens[at].line_start && mention(at) != nullptr) return {at, true, true};
  std::uint32_t i = at;
  bool closes = is_mark(i, "/");
  if (is_mark(i, ",") || closes) ++i;
  const std::uint32_t joined = i;
  const std::uint32_t as_well =
      knowledge_.skip_phrase(PhraseSet::as_well_as, i, [&](std::uint32_t k) { return word(k); });
  if (is(i, WordClass::and_)) ++i;
  else i = as_well > i ? as_well : i + together_with(i);
  closes = closes || i > joined;
  // "and by the Government of ..."; after a bare comma only a word that means nothing but "by":
  // "dalla Francia, dalla Germania".
  const bool again = i == joined && i > at && is(i, WordClass::only_by);
  if ((i > joined && is(i, WordClass::agent)) || again) {
    ++i;
    if (is_mark(i, "'") && !c_.tokens[i].spaced) ++i;
  }
  return {i, closes, i > at};
}

/// Whether a list may use commas alone here: after a colon, a bracket or a label.
bool ActorParser::is_enumeration(std::uint32_t at) const {
  return at > first_ && (is(at - 1, WordClass::label) || is_mark(at - 1, ":") ||
                         is_mark(at - 1, "(") || is_mark(at - 1, "–") || is_mark(at - 1, "•"));
}

/// Keeps a list joined by commas alone only if it is set off, runs to the end of the sentence, or
/// names at least three States: "with funding from Norway, the Mission began ..." is no list.
void ActorParser::cut_loose_commas(std::vector<Actor>& list, std::uint32_t at) const {
  if (list.size() < 2 || is_enumeration(at)) return;
  const std::uint32_t end = list.back().end;
  const bool stops = end >= last_ || is_mark(end, ".") || is_mark(end, ";") || is_mark(end, ")");
  if (stops) return;
  const auto pays = [](const Actor& actor) {
    return actor.state != nobody ||
           (actor.entry >= 0 && gazetteer_entry(actor.entry).kind == Kind::donor);
  };
  const auto loose = std::ranges::find_if_not(list, pays);
  const auto run = static_cast<std::size_t>(loose - list.begin());
  list.resize(run >= 3 ? run : 1);
}

/// "the Polish and Lithuanian governments", "the German, French and Dutch embassies".
std::vector<Actor> ActorParser::nations(std::uint32_t at) const {
  std::vector<Actor> result;
  std::uint32_t i = after_articles(at);
  for (auto next = nation(i); next && mention(i)->adjective; next = nation(i)) {
    next->pays_for_state = true;
    result.push_back(*next);
    const Separator part = separator(next->end);
    i = part.end;
    if (!part.found) break;
  }
  if (result.size() < 2) return {};
  for (std::uint32_t k = i; k < last_ && k < i + 3 && c_.tokens[k].is_word; ++k) {
    if (!is(k, WordClass::bodies)) continue;
    for (Actor& actor : result) actor.end = k + 1;
    return result;
  }
  return {};
}

/// "the OSCE Programme Offices in Astana and Dushanbe".
std::vector<Actor> ActorParser::offices(std::uint32_t at) const {
  std::uint32_t i = after_articles(at);
  if (is(i, WordClass::organization)) ++i;
  // "the UNDP Offices in ...", "the Aarhus Centres in ...": of other bodies.
  while (i < last_ && i < at + 6 && is(i, WordClass::office_word)) ++i;
  if (!is(i, WordClass::reference_heads) || !is(i + 1, WordClass::locative)) return {};
  std::vector<Actor> result;
  for (i += 2; i < last_;) {
    const FieldPlace* place = knowledge_.field_place(word(i));
    if (place == nullptr) break;
    Actor actor{.begin = at, .end = i + 1, .name_begin = i, .name_end = i + 1};
    set_entry(actor, place->entry);
    result.push_back(std::move(actor));
    const Separator part = separator(i + 1);
    if (!part.found) break;
    i = part.end;
  }
  return result.size() > 1 ? result : std::vector<Actor>();
}

std::vector<Actor> ActorParser::list(std::uint32_t at, std::uint32_t& end) const {
  std::vector<Actor> several = nations(at);
  if (several.empty()) several = offices(at);
  if (!several.empty()) {
    end = several.back().end;
    return several;
  }
  std::vector<Actor> result;
  end = at;
  bool closed = false;  // after "and": what follows a bare comma is no member
  // After "by" or "with", a name followed by a verb is no member: "funded by Norway, Sweden and the
  // Mission will ...". Without such a word the list is the subject: "Norway, Sweden and Italy are
  // ...".
  const bool governed =
      at > first_ && (is(at - 1, WordClass::agent) || is(at - 1, WordClass::locative) ||
                      is(at - 1, WordClass::of) || is(at - 1, WordClass::through));
  // "provided UNDP with EUR 50,000": UNDP receives this sum and does not give it.
  const bool given = at > first_ && is(at - 1, WordClass::provides_with);
  Separator next_part{at, false, true};
  bool aside = false;  // ", together with Norway,"
  for (auto next = actor(at); next; next = actor(next_part.end)) {
    const bool first = result.empty();
    const bool comma = !first && is_mark(end, ",");
    if (closed && !next_part.closes) break;
    // ", and the Mission will ...": a new clause, not another member.
    if (!first && (result.size() == 1 ? comma : governed) && next_part.closes &&
        is(next->end, WordClass::verb_after))
      break;
    closed = closed || next_part.closes;
    if (!given) absorb_sum(*next);
    result.push_back(*next);
    end = next->end;
    next_part = separator(end);
    aside = aside || (is_mark(end, ",") && together_with(end + 1) > 0);
    // "by Norway with EUR 100,000, by Sweden with EUR 50,000"
    if (next->sum && next_part.end == end + 1 && is_mark(end, ",") &&
        is(next_part.end, WordClass::agent))
      ++next_part.end;
    if (!next_part.found) break;
  }
  if (!closed) cut_loose_commas(result, at);
  if (!result.empty()) end = result.back().end;
  if (aside && result.size() > 1 && is_mark(end, ",")) ++end;
  return result;
}

std::optional<Actor> ActorParser::nation(std::uint32_t at) const {
  const Mention* found = mention(at);
  if (found == nullptr) return std::nullopt;
  // "the Delegation to Moldova funds ...": Moldova is a place here, and "funds" a verb.
  if (!found->adjective && !c_.tokens[at].all_capitals && at > first_ &&
      is(at - 1, WordClass::place_of))
    return std::nullopt;
  // "gave UNICEF a contribution": a name followed by an article is no adjective.
  if (!found->adjective && is(found->end, WordClass::det)) return std::nullopt;
  const GazetteerEntry& entry = gazetteer_entry(found->entry);
  if (entry.kind == Kind::project || entry.kind == Kind::office) return std::nullopt;
  Actor actor{.begin = at, .end = found->end, .name_begin = at, .name_end = found->end};
  set_entry(actor, found->entry);
  return actor;
}

}  // namespace oscegraph::press
