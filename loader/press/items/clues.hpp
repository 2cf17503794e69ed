// SPDX-License-Identifier: Apache-2.0
//
// What the beginning of a paragraph tells about where it belongs, and what a paragraph speaks of. A first
// paragraph says when and where ("VIENNA, 22 November 2024 –", "On 4 October 2024, ..."); a later one
// refers back ("The course ...", "He added ..."). Two paragraphs of one item share names and words
// (lexical cohesion; Hearst, TextTiling, 1997).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "oscegraph/loader/press/language.hpp"

namespace oscegraph::press {

/// How a paragraph refers to what stands before it.
enum class Reference : std::uint8_t {
  none,
  weak,   ///< "The course ...": if there was a course
  strong  ///< "This ...", "He said", "Also", a quotation, a sentence that goes on
};

struct Clues {
  bool dateline = false;  ///< a place, or a place and a day, before a dash
  bool day = false;       ///< begins with a day: "On 22 November", "From 19 to 21 November 2024"
  bool year = false;      ///< which has its year
  bool body = false;      ///< begins with a body in full: "The OSCE Mission to Serbia ..."
  bool names_bodies = false;  ///< States and bodies that the gazetteer knows
  bool speaker = false;       ///< begins with a person's office: "Ambassador Novak ..."
  Reference reference = Reference::none;
  Languages language = no_language;           ///< one, or not known
  using Hashes = std::vector<std::uint32_t>;  ///< sorted, each once: they are only compared
  Hashes names;                               ///< bodies, people, places, abbreviations
  Hashes subjects;  ///< those of `names` that it begins with, but no known bodies
  Hashes states;    ///< States, also by their adjectives
  Hashes things;    ///< what is reported, by its sort: "course", "project", "visit"
  Hashes meant;     ///< those that its first sentence takes for known: "opened the course."
  struct Word {
    std::uint32_t hash = 0;
    std::uint32_t count = 0;
    bool is_long = false;
  };
  std::vector<Word> words;  ///< by their beginnings
};

/// Of a paragraph or headline. Cost: linear, at most of its first 4 kB.
Clues clues_of(std::string_view paragraph);

/// Adds what `more` speaks of to `all`.
void add(Clues& all, const Clues& more);

/// How much a paragraph speaks of what stands before it: a name counts 2, a State 1, a word that was said
/// again and again 1.5, another long one 0.5.
double cohesion(const Clues& before, const Clues& paragraph);

/// What a stretch of text has in all, counted in the same way: its cohesion with a text that says it all.
double weight(const Clues& clues);

/// Whether a paragraph begins with somebody or something that was named before.
bool takes_up_name(const Clues& before, const Clues& paragraph);
/// Whether it takes a thing for known that was spoken of before.
bool takes_for_known(const Clues& before, const Clues& paragraph);
/// Whether it speaks of the same sort of thing, such as a course.
bool takes_up_thing(const Clues& before, const Clues& paragraph);

}  // namespace oscegraph::press
