// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/words/inflect.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "oscegraph/graph/text/names.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph::press {
namespace {

using Forms = std::vector<std::string>;

// --- Russian: genitive, dative, accusative, instrumental, prepositional

constexpr std::size_t cases = 5;

struct Ending {
  std::string_view nominative;
  std::array<std::string_view, cases> bent;
};
// Adjective endings: masculine, feminine, neuter, plural.
constexpr Ending adjective_ru[] = {{"ский", {"ского", "скому", "ский", "ским", "ском"}},
                                   {"ный", {"ного", "ному", "ный", "ным", "ном"}},
                                   {"ской", {"ского", "скому", "ской", "ским", "ском"}},
                                   {"ная", {"ной", "ной", "ную", "ной", "ной"}},
                                   {"ская", {"ской", "ской", "скую", "ской", "ской"}},
                                   {"ное", {"ного", "ному", "ное", "ным", "ном"}},
                                   {"ское", {"ского", "скому", "ское", "ским", "ском"}},
                                   {"нные", {"нных", "нным", "нные", "нными", "нных"}}};
// Noun endings, longer ones first. The last group stands for any other ending, a consonant.
constexpr Ending noun_ru[] = {{"ия", {"ии", "ии", "ию", "ией", "ии"}},
                              {"я", {"и", "е", "ю", "ей", "е"}},
                              {"ие", {"ия", "ию", "ие", "ием", "ии"}},
                              {"во", {"ва", "ву", "во", "вом", "ве"}},
                              {"ша", {"ши", "ше", "шу", "шей", "ше"}},
                              {"а", {"ы", "е", "у", "ой", "е"}},
                              {"ты", {"тов", "там", "ты", "тами", "тах"}},
                              {"ды", {"дов", "дам", "ды", "дами", "дах"}},
                              {"ь", {"и", "и", "ь", "ью", "и"}}};
constexpr std::array<std::string_view, cases> after_consonant{"а", "у", "", "ом", "е"};

const Ending* ending_of(std::string_view word, std::span<const Ending> table) {
  const auto found =
      std::ranges::find_if(table, [&](const Ending& e) { return word.ends_with(e.nominative); });
  return found == table.end() ? nullptr : &*found;
}

std::string bend(std::string_view word, const Ending& ending, std::size_t which) {
  word.remove_suffix(ending.nominative.size());
  return std::string(word) + std::string(ending.bent[which]);
}

bool ends_in_consonant(std::string_view word) {
  if (word.size() < 4) return false;
  static constexpr std::string_view consonants = "бвгджзклмнпрстфхцчшщ";
  const std::string_view last = word.substr(word.size() - 2);
  for (std::size_t i = 0; i < consonants.size(); i += 2)
    if (consonants.substr(i, 2) == last) return true;
  return false;
}

bool is_abbreviation(std::string_view word) {
  // The lead and trail bytes of Cyrillic capitals: D0 90 to D0 AF.
  for (std::size_t i = 0; i + 1 < word.size(); i += 2) {
    const auto lead = static_cast<unsigned char>(word[i]);
    const auto trail = static_cast<unsigned char>(word[i + 1]);
    if (lead != 0xD0 || trail < 0x90 || trail > 0xAF) return false;
  }
  return true;
}

/// Inflects the adjectives before the first noun and that noun; later words stay unchanged.
Forms in_russian(std::string_view name) {
  const auto words = words_in(name);
  Forms forms;
  for (std::size_t which = 0; which < cases; ++which) {
    std::vector<std::string> bent;
    bool head = false;
    for (const std::string_view word : words) {
      const Ending* adjective = ending_of(word, adjective_ru);
      const Ending* noun = ending_of(word, noun_ru);
      if (head || is_abbreviation(word)) {
        bent.emplace_back(word);
      } else if (adjective != nullptr && words.size() > 1) {
        bent.push_back(bend(word, *adjective, which));
      } else if (noun != nullptr) {
        bent.push_back(bend(word, *noun, which));
        head = true;
      } else {
        bent.emplace_back(word);
        if (ends_in_consonant(word)) bent.back() += after_consonant[which];
        head = true;
      }
    }
    forms.push_back(join(bent, " "));
  }
  return forms;
}

// --- German: the adjective a name begins with; the genitive of its first word

Forms in_german(std::string_view name) {
  Forms forms;
  const std::size_t space = std::min(name.find(' '), name.size());
  const std::string_view first = name.substr(0, space);
  const std::string rest(name.substr(space));
  for (const std::string_view ending : {"er", "es", "en", "em", "e"}) {
    if (rest.empty() || first.size() < 6 || !first.ends_with(ending)) continue;
    const std::string stem(first.substr(0, first.size() - ending.size()));
    for (const char* other : {"e", "er", "es", "en", "em"}) forms.push_back(stem + other + rest);
    break;
  }
  if (!first.ends_with('s')) {
    forms.push_back(std::string(first) + "s" + rest);
    forms.push_back(std::string(first) + "es" + rest);
  }
  return forms;
}

void with_endings(std::string_view stem, std::initializer_list<std::string_view> endings,
                  Forms& forms) {
  for (const std::string_view ending : endings)
    forms.push_back(std::string(stem) + std::string(ending));
}

}  // namespace

std::vector<std::string> forms_of_name(std::string_view name, Languages language) {
  if (language == russian) return in_russian(name);
  if (language == german) return in_german(name);
  return {};
}

std::vector<std::string> forms_of_adjective(std::string_view adjective, Languages language) {
  Forms forms;
  std::string_view stem = adjective;
  if (language == german) with_endings(stem, {"e", "er", "es", "en", "em"}, forms);
  if (language == french) with_endings(stem, {"e", "ne", "s", "es", "nes"}, forms);
  if (language == italian || language == spanish) {
    const bool vowel = stem.ends_with('o') || stem.ends_with('e');
    if (vowel) stem.remove_suffix(1);
    if (vowel && language == italian) with_endings(stem, {"a", "i", "e", "hi", "he"}, forms);
    else with_endings(stem, {"a", "os", "as", "es", "s"}, forms);
  }
  if (language == russian && (stem.ends_with("ий") || stem.ends_with("ый"))) {
    stem.remove_suffix(4);
    with_endings(stem,
                 {"ого", "ому", "им", "ым", "ом", "ая", "ой", "ую", "ое", "ие", "ые", "их", "ых",
                  "ими", "ыми"},
                 forms);
  }
  return forms;
}

}  // namespace oscegraph::press
