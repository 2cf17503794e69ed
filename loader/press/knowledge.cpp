// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/knowledge.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

#include "oscegraph/loader/csv_table.hpp"
#include "oscegraph/loader/embedded_rows.hpp"
#include "oscegraph/loader/gazetteer.hpp"
#include "oscegraph/loader/press/inflect.hpp"
#include "oscegraph/loader/press/sums/currency_words.hpp"

namespace oscegraph::press {
namespace {

// In the order of WordClass.
constexpr std::array<std::string_view, 100> class_names{"det",
                                                        "of",
                                                        "and",
                                                        "government",
                                                        "kingdom",
                                                        "organization",
                                                        "organization-part",
                                                        "through",
                                                        "locative",
                                                        "state-body",
                                                        "funding-body",
                                                        "org-head",
                                                        "reference-head",
                                                        "in-org",
                                                        "month",
                                                        "abbreviation",
                                                        "unreal",
                                                        "verb-after",
                                                        "project-noun",
                                                        "ref-det",
                                                        "bad-object",
                                                        "donor-place",
                                                        "company",
                                                        "job",
                                                        "before-title",
                                                        "begins-description",
                                                        "ends-description",
                                                        "agent",
                                                        "label",
                                                        "pronoun",
                                                        "weekday",
                                                        "bodies",
                                                        "relative",
                                                        "reference-heads",
                                                        "place-of",
                                                        "other-object",
                                                        "same-object",
                                                        "in-part",
                                                        "each",
                                                        "share",
                                                        "receiver",
                                                        "plural-be",
                                                        "with",
                                                        "before-sum",
                                                        "after-sum",
                                                        "negation",
                                                        "lacking",
                                                        "only",
                                                        "but",
                                                        "turn",
                                                        "school",
                                                        "generic",
                                                        "refers-back",
                                                        "indefinite",
                                                        "newly",
                                                        "before-day",
                                                        "limit",
                                                        "demonstrative",
                                                        "now",
                                                        "attends",
                                                        "publishing",
                                                        "event-verb",
                                                        "headline-verb",
                                                        "website",
                                                        "own",
                                                        "page-word",
                                                        "page-label",
                                                        "title-label",
                                                        "section",
                                                        "speaker",
                                                        "political",
                                                        "activity",
                                                        "work-done",
                                                        "money-word",
                                                        "contribution-word",
                                                        "topic",
                                                        "plan",
                                                        "participle",
                                                        "anaphor",
                                                        "office-word",
                                                        "plain-word",
                                                        "gathering",
                                                        "course-word",
                                                        "joint",
                                                        "others",
                                                        "provides-with",
                                                        "in-kind",
                                                        "goods-given",
                                                        "passive",
                                                        "gave-them",
                                                        "elsewhere",
                                                        "elsewhere-after",
                                                        "ordinal",
                                                        "quantity",
                                                        "phase",
                                                        "projects",
                                                        "undertaking",
                                                        "other-project",
                                                        "predicate",
                                                        "of-project"};

static_assert(class_names.size() < Lexicon::most_classes);

constexpr std::array<std::string_view, 8> who_names{"any",    "donor",     "payer", "body",
                                                    "office", "recipient", "given", "osce"};
constexpr std::array<std::string_view, 6> says_names{"funds",   "implements", "partners",
                                                     "assists", "hosts",      "organizes"};

template <typename Names>
std::size_t position_in(const Names& names, std::string_view name, std::string_view what) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end())
    throw std::logic_error("patterns.csv: unknown " + std::string(what) + ' ' + std::string(name));
  return static_cast<std::size_t>(found - names.begin());
}

bool has_small_letter(std::string_view name) {
  return std::ranges::any_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_ascii(std::string_view name) {
  return std::ranges::all_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

NameTrie::Spelling spelling_of(std::string_view name, bool abbreviation, bool office) {
  using enum NameTrie::Spelling;
  const bool one_word = name.find(' ') == std::string_view::npos;
  // "Secretariat" alone is anybody's; "the OSCE Secretariat" is not.
  if (office && one_word && !abbreviation) return with_organization;
  if (office && name == "Parliamentary Assembly") return with_organization;
  if (abbreviation || (one_word && is_ascii(name) && !has_small_letter(name))) return exact;
  const char first = name.front();
  return first >= 'a' && first <= 'z' ? any : capital;
}

}  // namespace

const Knowledge& Knowledge::instance() {
  static const Knowledge knowledge;
  return knowledge;
}

Knowledge::Knowledge() {
  read_words();
  read_currencies();
  read_names();
  read_patterns();
}

void Knowledge::read_words() {
  for_each_row("words.csv", [&](std::vector<CsvField>& row) {
    auto& set = sets_[std::string(row[0].text)];
    const auto known = std::ranges::find(class_names, row[0].text);
    std::string_view rest = row[2].text;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      std::vector<Token> tokens;
      lexicon_.add_tokens(rest.substr(0, end), tokens);
      if (tokens.size() > 1)
        throw std::logic_error("words.csv: not one word: " + std::string(rest.substr(0, end)));
      for (const Token& token : tokens) {
        set.push_back(token.word);
        if (known != class_names.end())
          lexicon_.put_in_class(token.word, static_cast<unsigned>(known - class_names.begin()));
      }
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  });
}

/// The words without which there is no sum.
void Knowledge::read_currencies() {
  static_assert(class_names.size() == static_cast<unsigned>(WordClass::currency));
  for (const std::string& anchor : CurrencyWords::instance().anchors())
    lexicon_.put_in_class(lexicon_.add(anchor), static_cast<unsigned>(WordClass::currency));
}

void Knowledge::read_names() {
  names_.ignore(lexicon_.add("the"));
  names_.set_of(lexicon_.add("of"));
  for (const WordId word : sets_.find("organization")->second) names_.ignore(word);
  for_each_row("doubtful-names.csv", [&](std::vector<CsvField>& row) {
    enum { name, read };
    doubtful_.emplace(row.at(name).text, row.at(read).text == "alone");
  });
  const auto& entries = Gazetteer::instance().entries();
  names_.reserve(24 * entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const GazetteerEntry& entry = entries[i];
    const auto position = static_cast<std::int32_t>(i);
    const bool office = entry.kind == Kind::office;
    if (entry.type == "organization") continue;  // the OSCE: see WordClass::organization
    if (entry.type == "field operation" && !entry.period.end.known()) {
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
  if (found->second) names_.add(lexicon_, name, position, false, NameTrie::Spelling::alone);
  return true;
}

void Knowledge::add_name(const GazetteerEntry& entry, const GazetteerName& name,
                         std::int32_t position) {
  if (add_doubtful(name.name, position)) return;
  const bool office = entry.kind == Kind::office;
  const bool adjective = name.form == NameForm::adjective;
  // Only English writes adjectives with a capital.
  const auto spelling = adjective && name.language != "en"
                            ? NameTrie::Spelling::any
                            : spelling_of(name.name, name.form == NameForm::abbreviation, office);
  // "Angola" is "Angola" in five languages.
  if (spelling != NameTrie::Spelling::capital || name.name != entry.name)
    names_.add(lexicon_, name.name, position, adjective, spelling);
  if (spelling == NameTrie::Spelling::exact) return;
  for (const std::string& form : adjective ? forms_of_adjective(name.name, name.language)
                                           : forms_of_name(name.name, name.language))
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
    entry.language = row.at(language).text;
    entry.says = static_cast<Says>(position_in(says_names, row.at(relation).text, "relation"));
    entry.who = static_cast<Who>(position_in(who_names, row.at(who).text, "who"));
    entry.flow = parse_flow(row.at(flow).text).value_or(Flow::unknown);
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

const std::vector<std::uint32_t>& Knowledge::anchored(WordId word) const {
  static const std::vector<std::uint32_t> nothing;
  return word < anchored_.size() ? anchored_[word] : nothing;
}

}  // namespace oscegraph::press
