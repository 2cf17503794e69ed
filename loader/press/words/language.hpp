// SPDX-License-Identifier: Apache-2.0
//
// The six languages of the texts. A set of languages is a bit mask; it is needed since a word may
// belong to several languages.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "oscegraph/loader/embedded/table_words.hpp"

namespace oscegraph::press {

using Languages = std::uint8_t;
inline constexpr Languages no_language = 0;
inline constexpr Languages english = 1;
inline constexpr Languages french = 2;
inline constexpr Languages german = 4;
inline constexpr Languages italian = 8;
inline constexpr Languages spanish = 16;
inline constexpr Languages russian = 32;
inline constexpr Languages any_language = 63;

inline constexpr std::size_t language_count = 6;

/// The codes in tables: ISO 639-1, and "xx" for all.
inline constexpr auto language_codes = std::to_array<TableWord<Languages>>({
    {english, "en"},
    {french, "fr"},
    {german, "de"},
    {italian, "it"},
    {spanish, "es"},
    {russian, "ru"},
    {any_language, "xx"},
});
static_assert(language_codes.size() == language_count + 1);

/// no_language for a language that is not supported ("sq").
constexpr Languages language_of(std::string_view code) {
  return find_meaning(language_codes, code).value_or(no_language);
}

}  // namespace oscegraph::press
