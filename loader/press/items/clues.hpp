// SPDX-License-Identifier: Apache-2.0
//
// Computes the features of a paragraph that show whether it begins a new item. A first paragraph
// gives a date and a place ("VIENNA, 22 November 2024 –", "On 4 October 2024, ..."); a later one
// refers back ("The course ...", "He added ..."). Paragraphs of one item share names and words
// (lexical cohesion; Hearst, TextTiling, 1997).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "oscegraph/loader/press/words/language.hpp"

namespace oscegraph::press {

/// How strongly a paragraph refers to earlier text.
enum class Reference : std::uint8_t {
  none,
  weak,   ///< "The course ...": only if a course was mentioned
  strong  ///< "This ...", "He said", "Also", a quotation, a continued sentence
};

struct Clues {
  bool dateline = false;  ///< a place, or a place and a day, before a dash
  bool day = false;       ///< begins with a day: "On 22 November", "From 19 to 21 November 2024"
  bool year = false;      ///< that day has its year
  bool body = false;      ///< begins with the full name of a body: "The OSCE Mission to Serbia ..."
  bool names_bodies = false;  ///< names States or bodies that the gazetteer knows
  bool speaker = false;       ///< begins with a person's title: "Ambassador Novak ..."
  Reference reference = Reference::none;
  Languages language = no_language;           ///< one language, or not known
  using Hashes = std::vector<std::uint32_t>;  ///< sorted, without repetition; only compared
  Hashes names;                               ///< bodies, people, places, abbreviations
  Hashes subjects;  ///< those of `names` at its beginning, without known bodies
  Hashes states;    ///< States, also when named by their adjectives
  Hashes things;    ///< kinds of things reported: "course", "project", "visit"
  Hashes meant;     ///< things that its first sentence refers to as known: "opened the course."
  struct Word {
    std::uint32_t hash = 0;
    std::uint32_t count = 0;
    bool is_long = false;
  };
  std::vector<Word> words;  ///< by their stems
};

/// The features of a paragraph or headline. Cost: linear in its length, at most 4 kB.
Clues clues_of(std::string_view paragraph);

/// Adds the features in `more` to `all`.
void add(Clues& all, const Clues& more);

/// How much a paragraph shares with earlier text: 2 for each name, 1 for each State, 1.5 for each
/// word that occurs repeatedly, 0.5 for each other long word.
double cohesion(const Clues& before, const Clues& paragraph);

/// The weight of a text itself: 2 for each name, 1 for each State, 0.5 for each long word.
double weight(const Clues& clues);

/// Whether a paragraph begins with a person or thing named before.
bool takes_up_name(const Clues& before, const Clues& paragraph);
/// Whether it refers to a thing as known that was mentioned before.
bool takes_for_known(const Clues& before, const Clues& paragraph);
/// Whether it mentions the same kind of thing, such as a course.
bool takes_up_thing(const Clues& before, const Clues& paragraph);

}  // namespace oscegraph::press
