// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/discourse.hpp"

#include <algorithm>

#include "oscegraph/loader/press/quantity.hpp"

namespace oscegraph::press {

namespace {

/// Whether one of the places is behind the token before the sentence, and not behind its first.
bool is_marked(const Sentence& sentence, std::span<const std::size_t> marked) {
  const std::size_t begin = sentence.bytes().begin;
  const std::size_t before =
      sentence.first() == 0 ? sentence.block().begin
                            : sentence.block().bytes(sentence.first() - 1, sentence.first()).end;
  const auto place = std::ranges::lower_bound(marked, before);
  return place != marked.end() && *place <= begin;
}

/// "***", "-----" on a line of its own.
bool is_below_a_rule(const Sentence& sentence) {
  std::uint32_t i = sentence.first();
  while (i > 0 && !sentence.token(i - 1).is_word && !sentence.token(i).line_start) --i;
  const auto marks = [&](std::uint32_t k) { return !sentence.token(k).is_word; };
  std::uint32_t rule = i;
  while (rule > 0 && marks(rule - 1) && (rule == i || !sentence.token(rule).line_start)) --rule;
  return i - rule >= 3 && sentence.token(rule).line_start;
}

/// "DUSHANBE, 22 November 2024 –".
bool has_dateline(const Sentence& sentence) {
  if (!sentence.token(sentence.first()).all_capitals) return false;
  const std::uint32_t last = std::min(sentence.last(), sentence.first() + 6);
  for (std::uint32_t i = sentence.first() + 1; i + 1 < last; ++i) {
    if (sentence.word(i) != ",") continue;
    const auto date =
        date_at(sentence.block().text, sentence.block().tokens, i + 1, sentence.last());
    if (date && date->date.day() > 0) return true;
  }
  return false;
}

/// Past "On 7 and 8 November," and the like.
std::uint32_t past_date(const Sentence& sentence) {
  std::uint32_t i = sentence.first();
  if (i >= sentence.last() || !sentence.is(i, WordClass::locative)) return i;
  const std::uint32_t end = std::min(sentence.last(), i + 8);
  for (std::uint32_t k = i + 1; k < end; ++k) {
    const Token& token = sentence.token(k);
    const bool of_a_date = token.number || !token.is_word || sentence.is(k, WordClass::month) ||
                           sentence.is(k, WordClass::weekday) || sentence.is(k, WordClass::and_);
    if (!of_a_date) return k;
  }
  return i;
}

bool has_new_subject(const Sentence& sentence, const ItemClaims& item) {
  const std::uint32_t begin = past_date(sentence);
  for (std::uint32_t i = begin; i < sentence.last() && i < begin + 4; ++i) {
    const Mention* name = sentence.block().mention(i);
    if (name == nullptr) continue;
    if (gazetteer_entry(name->entry).kind != Kind::office) return false;
    return item.has_offices() && !item.names_office(name->entry);
  }
  return false;
}

}  // namespace

bool Discourse::begins_item(const Sentence& sentence, const ItemClaims& item,
                            std::span<const std::size_t> marked) {
  const std::uint32_t first = sentence.first();
  if (is_marked(sentence, marked)) return true;
  if (first == 0 || !sentence.token(first).line_start) return false;
  if (is_below_a_rule(sentence)) return true;
  if (std::ranges::count(sentence.block().gap_before(first), '\n') < 2) return false;
  // Below its own headline an item goes on.
  return (!item.is_headline_yet() && has_dateline(sentence)) || has_new_subject(sentence, item);
}

void Discourse::begin_item() {
  last_with_head_.clear();
  likely_with_head_.clear();
  abbreviations_.clear();
}

/// "Organised Crime Research Centre (OCRC)".
void Discourse::introduce_abbreviations(const Sentence& sentence) {
  const std::string_view text = sentence.block().text;
  for (std::uint32_t i = sentence.first() + 1; i + 2 < sentence.last(); ++i) {
    if (sentence.token(i).is_word || sentence.word(i) != "(" ||
        !sentence.token(i + 1).all_capitals || sentence.word(i + 2) != ")")
      continue;
    const std::uint32_t from = i > sentence.first() + 16 ? i - 16 : sentence.first();
    for (std::uint32_t k = from; k < i; ++k) {
      auto actor = sentence.parser().actor(k);
      if (!actor || actor->name_end != i || actor->by_reference) continue;
      const Token& short_form = sentence.token(i + 1);
      abbreviations_.insert_or_assign(
          std::string(text.substr(short_form.begin, short_form.end - short_form.begin)), *actor);
      break;
    }
  }
}

void Discourse::note_offices(const Sentence& sentence, ItemClaims& item) {
  const Knowledge& knowledge = Knowledge::instance();
  const Block& block = sentence.block();
  for (std::uint32_t i = sentence.first(); i < sentence.last(); ++i) {
    if (sentence.is(i, WordClass::organization)) item.add_organization();
    if (sentence.token(i).capital)
      if (const FieldPlace* place = knowledge.field_place(sentence.token(i).word))
        likely_with_head_.try_emplace(place->head, place->entry);
    const Mention* name = block.mention(i);
    if (name == nullptr) continue;
    if (gazetteer_entry(name->entry).kind == Kind::office) {
      item.add_office(name->entry, block.bytes(name->begin, name->end), sentence.bytes());
      for (std::uint32_t k = name->begin; k < name->end; ++k)
        if (sentence.is(k, WordClass::reference_head))
          last_with_head_[sentence.token(k).word] = name->entry;
    }
    i = name->end - 1;
  }
}

void Discourse::note_date(const Sentence& sentence) {
  if (date_.known() || dates_seen_ > 40) return;
  for (std::uint32_t i = sentence.first(); i < sentence.last() && !date_.known(); ++i) {
    if (!sentence.token(i).is_word || ++dates_seen_ > 400) continue;
    if (!sentence.token(i).number && !sentence.is(i, WordClass::month)) continue;
    const auto date = date_at(sentence.block().text, sentence.block().tokens, i, sentence.last());
    if (date && date->date.day() > 0) date_ = date->date;
  }
}

}  // namespace oscegraph::press
