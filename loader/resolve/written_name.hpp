// SPDX-License-Identifier: Apache-2.0
//
// Lists the possible interpretations of a written name: "Norway, Government of", "United Nations
// Development Programme (UNDP)", "Ministry of Finance, Norway", "Acme Ltd". No bodies are looked up
// here: the Resolver decides whether an interpretation leads to one. A text in none of these forms
// has no interpretation.
//
// Words are compared after fold_words(), so case and accents are ignored.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace oscegraph {

struct NameReading {
  enum class Means : std::uint8_t {
    state,          ///< "Spain, Government of": the State with the first known name in `names`
    body_of_state,  ///< "Ministry of Finance, Spain": `body` of that State, not the State itself
    known_body_of_state,  ///< "Spain - AECID": as above, but only if that body is known
    one_body,             ///< "Red Cross (RC)": two names of one body
    without_legal_form,   ///< "Acme Ltd": `names` has the name, `body` the form
  };
  Means means;
  std::vector<std::string> names;
  std::string body{};
  friend bool operator==(const NameReading&, const NameReading&) = default;
};

/// The most likely first. Cost: a few microseconds.
std::vector<NameReading> readings_of(std::string_view written);

/// Splits off a legal form: "Acme" and "Ltd" for "Acme Ltd", also "NGO Bridge", "Acme (GmbH)";
/// nullopt without one.
std::optional<NameReading> name_without_legal_form(std::string_view written);

/// Whether a word of the text shows that it may name a ministry or an embassy.
bool names_a_body_of_state(std::string_view text);

/// Whether `text` consists of the first letters of the name's words, in order: "NRC" for "Norwegian
/// Refugee Council". Small words may be skipped, and a word may contribute up to three letters.
/// Numbers ("II") are no abbreviations.
bool is_abbreviation_of(std::string_view text, std::string_view name);

/// The full name and the abbreviation among two names of one body; nullopt when neither abbreviates
/// the other.
std::optional<std::pair<std::string, std::string>> full_and_short(const NameReading& reading);

/// Whether an abbreviation is specific enough to stand alone; one of two letters is not.
bool is_long_enough(std::string_view abbreviation);

/// Whether each word of the text is a word of the name, in order, or a short form of one, and
/// together they are most of the name: "Swedish Internat. Dev't Agency" for "Swedish International
/// Development Agency".
bool shortens(std::string_view text, std::string_view name);

/// "Plum & Pear" becomes "Plum and Pear".
std::string with_and(std::string_view name);

/// As normalise_name(), with "&" replaced by "and".
std::string name_key(std::string_view name);

}  // namespace oscegraph
