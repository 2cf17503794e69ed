// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/sentences/knowledge.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

#include "oscegraph/graph/text/ascii.hpp"
#include "oscegraph/loader/embedded/embedded_rows.hpp"
#include "oscegraph/loader/gazetteer/gazetteer.hpp"
#include "oscegraph/loader/inputs/csv/csv_table.hpp"
#include "oscegraph/loader/press/sentences/body_type.hpp"
#include "oscegraph/loader/press/sums/currency_words.hpp"
#include "oscegraph/loader/press/words/inflect.hpp"

namespace oscegraph::press {
namespace {

constexpr auto who_words = std::to_array<TableWord<Who>>({
    {Who::any, "any"},
    {Who::donor, "donor"},
    {Who::payer, "payer"},
    {Who::body, "body"},
    {Who::office, "office"},
    {Who::recipient, "recipient"},
    {Who::given, "given"},
    {Who::osce, "osce"},
});
static_assert(has_word_for_each(who_words, Who::osce));

constexpr auto says_words = std::to_array<TableWord<Says>>({
    {Says::funds, "funds"},
    {Says::implements, "implements"},
    {Says::partners, "partners"},
    {Says::assists, "assists"},
    {Says::hosts, "hosts"},
    {Says::organizes, "organizes"},
});
static_assert(has_word_for_each(says_words, Says::organizes));

constexpr auto inference_words =
    std::to_array<TableWord<Inference>>({{Inference::only_office, "only-office"}});
static_assert(has_word_for_each(inference_words, Inference::only_office));

constexpr auto phrase_words = std::to_array<TableWord<PhraseSet>>({
    {PhraseSet::together_with, "together-with"},
    {PhraseSet::as_well_as, "as-well-as"},
    {PhraseSet::rather_than, "rather-than"},
    {PhraseSet::before_course, "before-course"},
    {PhraseSet::plural_article, "plural-article"},
});
static_assert(has_word_for_each(phrase_words, PhraseSet::plural_article));

// How a doubtful name must be written to count; nullopt: it never counts.
constexpr auto readings = std::to_array<TableWord<std::optional<NameTrie::Spelling>>>({
    {NameTrie::Spelling::alone, "alone"},
    {NameTrie::Spelling::with_organization, "with OSCE"},
    {std::nullopt, "never"},
});

static_assert(word_classes.size() <= Lexicon::most_classes);

bool has_small_letter(std::string_view name) { return std::ranges::any_of(name, is_small_letter); }

bool is_ascii(std::string_view name) {
  return std::ranges::all_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

NameTrie::Spelling spelling_of(std::string_view name, bool abbreviation, bool office) {
  using enum NameTrie::Spelling;
  const bool one_word = name.find(' ') == std::string_view::npos;
  // "Secretariat" alone may be of any body; "the OSCE Secretariat" is not.
  if (office && one_word && !abbreviation) return with_organization;
  if (abbreviation || (one_word && is_ascii(name) && !has_small_letter(name))) return exact;
  return is_small_letter(name.front()) ? any : capital;
}

}  // namespace

const GazetteerEntry& gazetteer_entry(std::int32_t entry) {
  return Gazetteer::instance().entries()[static_cast<std::size_t>(entry)];
}

const Knowledge& Knowledge::instance() {
  static const Knowledge knowledge;
  return knowledge;
}

Knowledge::Knowledge() {
  read_words();
  read_phrases();
  read_currencies();
  read_names();
  read_patterns();
  read_inferences();
}

void Knowledge::read_words() {
  for_each_row("words.csv", [&](std::vector<CsvField>& row) {
    enum { set, language, words };
    auto& ids = sets_[std::string(row.at(set).text)];
    const auto known = find_meaning(word_classes, row[set].text);
    for_each_part(row.at(words).text, ' ', [&](std::string_view word) {
      std::vector<Token> tokens;
      lexicon_.add_tokens(word, tokens);
      if (tokens.size() > 1)
        throw std::logic_error("words.csv: not one word: " + std::string(word));
      for (const Token& token : tokens) {
        ids.push_back(token.word);
        if (known) lexicon_.put_in_class(token.word, static_cast<unsigned>(*known));
      }
    });
  });
}

void Knowledge::read_phrases() {
  for_each_row("phrases.csv", [&](std::vector<CsvField>& row) {
    enum { set, language, phrases };
    const PhraseSet which = meaning_of(phrase_words, row.at(set).text, "phrases.csv");
    for_each_part(row.at(phrases).text, ';', [&](std::string_view phrase) {
      std::vector<Token> tokens;
      lexicon_.add_tokens(phrase, tokens);
      Phrase& words = phrases_[static_cast<std::size_t>(which)].emplace_back();
      for (const Token& token : tokens) words.push_back(token.word);
    });
  });
}

/// The words without which there can be no sum.
void Knowledge::read_currencies() {
  for (const std::string& anchor : CurrencyWords::instance().anchors())
    lexicon_.put_in_class(lexicon_.add(anchor), static_cast<unsigned>(WordClass::currency));
}

void Knowledge::read_names() {
  names_.ignore(lexicon_.add("the"));
  names_.set_of(lexicon_.add("of"));
  for (const WordId word : sets_.find(name_of(WordClass::organization))->second)
    names_.ignore(word);
  for_each_row("doubtful-names.csv", [&](std::vector<CsvField>& row) {
    enum { name, read };
    doubtful_.emplace(row.at(name).text,
                      meaning_of(readings, row.at(read).text, "doubtful-names.csv"));
  });
  const auto& entries = Gazetteer::instance().entries();
  names_.reserve(24 * entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const GazetteerEntry& entry = entries[i];
    const auto position = static_cast<std::int32_t>(i);
    const bool office = entry.kind == Kind::office;
    const BodyType type = body_type(entry);
    if (type.is_organization) continue;
    if (type.is_field_operation && !entry.period.end.known()) {
      std::vector<Token> tokens;
      lexicon_.add_tokens(entry.name, tokens);
      if (const auto head = std::ranges::find_if(
              tokens, [&](const Token& t) { return is(t.word, WordClass::reference_head); });
          head != tokens.end())
        places_.push_back({tokens.back().word, head->word, position});
    }
    if (!add_doubtful(entry.name, position))
      names_.add(lexicon_, entry.name, position, false, spelling_of(entry.name, false, office));
    for (const GazetteerName& name : entry.names) add_name(entry, name, position);
  }
  std::ranges::sort(places_, {}, &FieldPlace::word);
}

bool Knowledge::add_doubtful(std::string_view name, std::int32_t position) {
  const auto found = doubtful_.find(name);
  if (found == doubtful_.end()) return false;
  if (found->second) names_.add(lexicon_, name, position, false, *found->second);
  return true;
}

void Knowledge::add_name(const GazetteerEntry& entry, const GazetteerName& name,
                         std::int32_t position) {
  if (add_doubtful(name.name, position)) return;
  const bool office = entry.kind == Kind::office;
  const bool adjective = name.form == NameForm::adjective;
  // Only English capitalises adjectives.
  const auto spelling = adjective && language_of(name.language) != english
                            ? NameTrie::Spelling::any
                            : spelling_of(name.name, name.form == NameForm::abbreviation, office);
  // Some names are the same in several languages ("Angola"): the entry's own name is not added
  // again.
  if (spelling != NameTrie::Spelling::capital || name.name != entry.name)
    names_.add(lexicon_, name.name, position, adjective, spelling);
  if (spelling == NameTrie::Spelling::exact) return;
  for (const std::string& form : adjective
                                     ? forms_of_adjective(name.name, language_of(name.language))
                                     : forms_of_name(name.name, language_of(name.language)))
    names_.add(lexicon_, form, position, adjective, spelling);
}

const FieldPlace* Knowledge::field_place(WordId word) const {
  const auto found = std::ranges::equal_range(places_, word, {}, &FieldPlace::word);
  return found.size() == 1 ? &found.front() : nullptr;
}

void Knowledge::read_patterns() {
  for_each_row("patterns.csv", [&](std::vector<CsvField>& row) {
    enum { name, language, relation, who, flow, words, example, counter_example };
    PatternRow& entry = rows_.emplace_back();
    entry.name = row.at(name).text;
    entry.language = meaning_of(language_codes, row.at(language).text, "patterns.csv");
    entry.says = meaning_of(says_words, row.at(relation).text, "patterns.csv");
    entry.who = meaning_of(who_words, row.at(who).text, "patterns.csv");
    if (!row.at(flow).text.empty()) entry.flow = parse_flow(row[flow].text).value();
    entry.pattern = row.at(words).text;
    entry.example = row.at(example).text;
    entry.counter_example = row.at(counter_example).text;
    for (FlatPattern& flat : compile_pattern(
             entry.pattern, static_cast<std::uint32_t>(rows_.size() - 1), sets_, lexicon_)) {
      const auto position = static_cast<std::uint32_t>(patterns_.size());
      for (const WordId word : flat.elements[flat.anchor].words) {
        if (anchored_.size() <= word) anchored_.resize(word + 1);
        anchored_[word].push_back(position);
      }
      patterns_.push_back(std::move(flat));
    }
  });
}

void Knowledge::read_inferences() {
  for_each_row("inferences.csv", [&](std::vector<CsvField>& row) {
    enum { name, relation, example, counter_example };
    const Inference which = meaning_of(inference_words, row.at(name).text, "inferences.csv");
    if (static_cast<std::size_t>(which) != inferences_.size())
      throw std::logic_error("inferences.csv: its rows are not in the order of the enumerators");
    inferences_.push_back({row.at(name).text,
                           meaning_of(says_words, row.at(relation).text, "inferences.csv"),
                           row.at(example).text, row.at(counter_example).text});
  });
}

const std::vector<std::uint32_t>& Knowledge::anchored(WordId word) const {
  static const std::vector<std::uint32_t> nothing;
  return word < anchored_.size() ? anchored_[word] : nothing;
}

}  // namespace oscegraph::press
