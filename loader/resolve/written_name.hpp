// SPDX-License-Identifier: Apache-2.0
//
// How people write the names of bodies: "Norway, Government of", "United Nations Development Programme
// (UNDP)", "Ministry of Finance, Norway", "Acme Ltd". This lists the ways in which a text can be read
// and knows no body: whether a reading leads to one is for the Resolver. A text that is not written in
// one of these ways has no reading.
//
// Words are compared as fold_words() gives them, so that case and accents do not count.
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
    state,          ///< "Spain, Government of": the State that the first known one of `names` is
    body_of_state,  ///< "Ministry of Finance, Spain": `body` of that State, which is not the State
    known_body_of_state,  ///< "Spain - AECID": likewise, if there is such a body
    one_body,             ///< "Red Cross (RC)": two names of one body
    without_legal_form,   ///< "Acme Ltd": `names` has the name, `body` the form
  };
  Means means;
  std::vector<std::string> names;
  std::string body{};
  friend bool operator==(const NameReading&, const NameReading&) = default;
};

/// The likeliest first; what the readings cost is a few microseconds.
std::vector<NameReading> readings_of(std::string_view written);

/// "Acme" and "Ltd" of "Acme Ltd", "NGO Bridge", "Acme (GmbH)"; nullopt when there is no form.
std::optional<NameReading> name_without_legal_form(std::string_view written);

/// Whether the text may be the name of a ministry or an embassy: one of its words says so.
bool names_a_body_of_state(std::string_view text);

/// Whether it is made of the first letters of the name's words, in order: "NRC" of "Norwegian Refugee
/// Council". Small words may be passed over, and a word may give up to three letters. Numbers ("II")
/// are no abbreviations.
bool is_abbreviation_of(std::string_view text, std::string_view name);

/// Of two names of one body the full one and its abbreviation; nullopt when neither is short for the other.
std::optional<std::pair<std::string, std::string>> full_and_short(const NameReading& reading);

/// Whether an abbreviation says enough to stand for the body alone: of two letters nobody knows.
bool is_long_enough(std::string_view abbreviation);

/// Whether each word of the text is one of the name's, in order, or a short form of it, and they are
/// most of the name: "Swedish Internat. Dev't Agency" of "Swedish International Development Agency".
bool shortens(std::string_view text, std::string_view name);

/// "Plum & Pear" as "Plum and Pear".
std::string with_and(std::string_view name);

/// As normalise_name(), with "&" read as "and".
std::string name_key(std::string_view name);

}  // namespace oscegraph
