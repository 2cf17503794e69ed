// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/claims/discourse.hpp"

namespace oscegraph::press {

void Discourse::begin_segment() {
  last_with_head_.clear();
  likely_with_head_.clear();
  abbreviations_.clear();
}

/// Finds abbreviations introduced in brackets: "Organised Crime Research Centre (OCRC)".
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

}  // namespace oscegraph::press
