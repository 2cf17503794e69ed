// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/gazetteer/gazetteer.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

#include "oscegraph/loader/embedded/embedded_rows.hpp"
#include "oscegraph/loader/embedded/table_words.hpp"

namespace oscegraph {
namespace {

constexpr auto form_words = std::to_array<TableWord<NameForm>>({
    {NameForm::short_name, "short"},
    {NameForm::formal, "formal"},
    {NameForm::alias, "alias"},
    {NameForm::abbreviation, "abbreviation"},
    {NameForm::former, "former"},
    {NameForm::adjective, "adjective"},
});
static_assert(has_word_for_each(form_words, NameForm::adjective));

// The two-letter codes are the ids of States and not in codes.csv.
constexpr auto code_list_words = std::to_array<TableWord<CodeList>>({
    {CodeList::iso_alpha_2, "iso-2"},
    {CodeList::iso_alpha_3, "iso-3"},
    {CodeList::iso_number, "iso-number"},
    {CodeList::dac, "dac"},
    {CodeList::channel, "channel"},
    {CodeList::iati, "iati"},
});
static_assert(has_word_for_each(code_list_words, CodeList::iati));

std::string in_capitals(std::string_view text) {
  std::string capitals(text);
  for (char& c : capitals)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return capitals;
}

bool all_digits(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// The code in the form of codes.csv: tables drop the leading zeros of "004", and documents keep
/// them.
std::string listed(CodeList list, std::string_view code) {
  if (list != CodeList::iso_number || !all_digits(code)) return in_capitals(code);
  const std::size_t first = std::min(code.find_first_not_of('0'), code.size());
  const std::string_view digits = code.substr(first);
  return std::string(3 - std::min<std::size_t>(digits.size(), 3), '0') + std::string(digits);
}

Date parse_date(std::string_view text) { return Date::parse(text).value_or(Date()); }

}  // namespace

const Gazetteer& Gazetteer::instance() {
  static const Gazetteer gazetteer;
  return gazetteer;
}

Gazetteer::Gazetteer() {
  for_each_row("gazetteer/nodes.csv", [&](const std::vector<CsvField>& row) {
    enum { id, kind, name, type, country, membership, status, since, until, parent };
    GazetteerEntry entry;
    entry.id = row[id].text;
    entry.kind = parse_kind(row[kind].text).value();
    entry.name = row[name].text;
    entry.type = row[type].text;
    entry.country = row[country].text;
    entry.membership = row[membership].text;
    entry.status = row[status].text;
    entry.period = {parse_date(row[since].text), parse_date(row[until].text)};
    entry.parent = row[parent].text;
    entries_.push_back(std::move(entry));
  });
  std::ranges::sort(entries_, {}, &GazetteerEntry::id);
  for_each_row("gazetteer/names.csv", [&](const std::vector<CsvField>& row) {
    enum { id, name, language, form, since, until };
    const auto entry = std::ranges::lower_bound(entries_, row[id].text, {}, &GazetteerEntry::id);
    entry->names.push_back({row[name].text,
                            row[language].text,
                            meaning_of(form_words, row[form].text, "names.csv"),
                            {parse_date(row[since].text), parse_date(row[until].text)}});
  });
}

const NameIndex& Gazetteer::index() const {
  std::call_once(index_made_, [this] {
    index_.reserve(8 * entries_.size());
    for (std::uint32_t key = 0; key < entries_.size(); ++key) {
      index_.add(entries_[key].name, key);
      for (const GazetteerName& name : entries_[key].names)
        if (name.form != NameForm::adjective) index_.add(name.name, key);
    }
  });
  return index_;
}

const GazetteerEntry* Gazetteer::find_id(std::string_view id) const {
  const auto found = std::ranges::lower_bound(entries_, id, {}, &GazetteerEntry::id);
  return found == entries_.end() || found->id != id ? nullptr : &*found;
}

std::vector<const GazetteerEntry*> Gazetteer::find_name(std::string_view name) const {
  std::vector<const GazetteerEntry*> result;
  for (const std::uint32_t key : index().find(name)) result.push_back(&entries_[key]);
  return result;
}

const GazetteerEntry* Gazetteer::find_adjective(std::string_view adjective) const {
  std::call_once(adjectives_made_, [this] {
    for (std::uint32_t key = 0; key < entries_.size(); ++key)
      for (const GazetteerName& name : entries_[key].names)
        if (name.form == NameForm::adjective && entries_[key].kind == Kind::state)
          adjectives_.add(name.name, key);
  });
  const std::vector<std::uint32_t> found = adjectives_.find(adjective);
  return found.size() == 1 ? &entries_[found.front()] : nullptr;
}

std::vector<std::string_view> Gazetteer::nearest(std::string_view name, std::size_t most) const {
  return index().nearest(name, most);
}

const std::vector<Gazetteer::Code>& Gazetteer::codes() const {
  std::call_once(codes_read_, [this] {
    for_each_row("gazetteer/codes.csv", [this](const std::vector<CsvField>& row) {
      enum { id, list, code };
      const auto* entry = find_id(row[id].text);
      if (entry == nullptr)
        throw std::logic_error("the gazetteer has a code of " + std::string(row[id].text));
      codes_.push_back({meaning_of(code_list_words, row[list].text, "codes.csv"), row[code].text,
                        static_cast<std::uint32_t>(entry - entries_.data())});
    });
    std::ranges::sort(codes_, {}, [](const Code& c) { return std::pair(c.list, c.code); });
  });
  return codes_;
}

const GazetteerEntry* Gazetteer::find_code(CodeList list, std::string_view code) const {
  const std::string wanted = listed(list, code);
  if (list == CodeList::iso_alpha_2) return find_id("state:" + wanted);
  const auto found =
      std::ranges::lower_bound(codes(), std::pair(list, std::string_view(wanted)), {},
                               [](const Code& c) { return std::pair(c.list, c.code); });
  const bool there = found != codes_.end() && found->list == list && found->code == wanted;
  return there ? &entries_[found->key] : nullptr;
}

const GazetteerEntry* Gazetteer::find_reference(std::string_view reference) const {
  constexpr std::string_view prefix = "XM-DAC-";
  constexpr std::size_t channel_digits = 5;
  if (const auto* entry = find_code(CodeList::iati, reference)) return entry;
  const bool of_dac = in_capitals(reference.substr(0, prefix.size())) == prefix;
  const std::string_view code = of_dac ? reference.substr(prefix.size()) : reference;
  if (code.size() == channel_digits && all_digits(code)) return find_code(CodeList::channel, code);
  return of_dac ? find_code(CodeList::dac, code) : nullptr;
}

std::vector<std::pair<CodeList, std::string_view>> Gazetteer::codes_of(
    const GazetteerEntry& entry) const {
  std::vector<std::pair<CodeList, std::string_view>> result;
  if (entry.kind == Kind::state) result.emplace_back(CodeList::iso_alpha_2, entry.country);
  for (const Code& code : codes())
    if (&entries_[code.key] == &entry) result.emplace_back(code.list, code.code);
  return result;
}

const GazetteerEntry* Gazetteer::state_of(const GazetteerEntry& entry) const {
  const GazetteerEntry* body = &entry;
  while (body != nullptr && body->kind != Kind::state)
    body = body->parent.empty() ? nullptr : find_id(body->parent);
  return body == &entry ? nullptr : body;
}

GazetteerFacts facts_of(const GazetteerEntry& entry) {
  GazetteerFacts facts;
  for (const GazetteerName& name : entry.names) {
    const bool usual = name.form != NameForm::alias && name.form != NameForm::adjective;
    if (usual && name.language == "en") facts.other_names.push_back(name.name);
  }
  const auto add = [&](std::string_view name, std::string value) {
    if (!value.empty()) facts.attributes.emplace_back(name, std::move(value));
  };
  add("type", std::string(entry.type));
  add("country", std::string(entry.country));
  add("membership", std::string(entry.membership));
  add("status", std::string(entry.status));
  add("since", entry.period.start.text());
  add("until", entry.period.end.text());
  add("parent", std::string(entry.parent));
  if (const auto* state = Gazetteer::instance().state_of(entry); state != nullptr)
    add("state", std::string(state->id));
  return facts;
}

}  // namespace oscegraph
