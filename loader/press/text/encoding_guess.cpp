// SPDX-License-Identifier: Apache-2.0
//
// Guesses the encoding from statistics of letters. In a Western text, non-ASCII letters are among
// ASCII letters; in a Cyrillic text, whole words have no ASCII letter. The Cyrillic code page is
// the one in which the letters that are frequent in the language occur often. In a wrong code page
// these letters become rare letters, capitals or signs.
#include "oscegraph/loader/press/text/encoding_guess.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace oscegraph::press {
namespace {

constexpr std::size_t looked_at = std::size_t{1} << 16U;

struct Candidate {
  std::string_view code_page;
  std::u16string_view frequent;  ///< about two of three letters in any text of these languages
};
constexpr std::u16string_view cyrillic = u"оеаинтсрвлі";
constexpr std::array<Candidate, 5> candidates{{{"windows-1251", cyrillic},
                                               {"koi8-u", cyrillic},
                                               {"iso-8859-5", cyrillic},
                                               {"ibm866", cyrillic},
                                               {"windows-1253", u"αοιετσνηυρςάίό"}}};

bool is_letter(char16_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= 0xC0 && c <= 0x24F && c != 0xD7) || (c >= 0x386 && c <= 0x4FF);
}

/// Counts over the words of a text read in one code page.
struct WordCounts {
  std::size_t foreign = 0;  ///< words of three letters or more, all non-ASCII
  std::size_t mixed = 0;    ///< words with ASCII and non-ASCII letters
  std::size_t letters = 0;  ///< non-ASCII letters
  std::size_t frequent = 0;
};

WordCounts count_words(std::string_view bytes, const CodePage& page, std::u16string_view frequent) {
  WordCounts words;
  std::size_t foreign = 0;  // letters of the current word
  std::size_t ascii = 0;
  const auto end_word = [&] {
    if (foreign > 0 && ascii > 0) ++words.mixed;
    if (foreign >= 3 && ascii == 0) ++words.foreign;
    foreign = ascii = 0;
  };
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const char16_t character = page.character(byte);
    if (!is_letter(character)) {
      end_word();
      continue;
    }
    ++(byte < 0x80 ? ascii : foreign);
    if (byte < 0x80) continue;
    ++words.letters;
    words.frequent += frequent.find(character) != std::u16string_view::npos ? 1 : 0;
  }
  end_word();
  return words;
}

std::uint32_t unit_at(std::string_view bytes, std::size_t at, WideUnits units) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < units.bytes; ++i) {
    const std::size_t next = units.big_endian ? i : units.bytes - 1 - i;
    value = value << 8U | static_cast<unsigned char>(bytes[at + next]);
  }
  return value;
}

/// Whether a unit is of a European or Central Asian script, or punctuation. In UTF-16, rarer
/// characters may be two units, from 0xD800 on.
bool is_of_a_text(std::uint32_t c) {
  return c == '\n' || c == '\r' || c == '\t' || (c >= 0x20 && c < 0x7F) ||
         (c >= 0xA0 && c < 0x590) || (c >= 0x10A0 && c < 0x1100) || (c >= 0x1E00 && c < 0x27C0) ||
         (c >= 0xD800 && c < 0xE000);
}

}  // namespace

WideUnits guess_wide_units(std::string_view bytes) {
  bytes = bytes.substr(0, looked_at);
  if (bytes.size() < 8 || bytes.find('\0') == std::string_view::npos) return {};
  constexpr std::array<WideUnits, 4> kinds{{{4, false}, {4, true}, {2, false}, {2, true}}};
  for (const WideUnits units : kinds) {
    if (bytes.size() % units.bytes != 0) continue;
    bool text = true;
    for (std::size_t at = 0; text && at < bytes.size(); at += units.bytes)
      text = is_of_a_text(unit_at(bytes, at, units));
    if (text) return units;
  }
  return {};
}

const CodePage& guess_code_page(std::string_view bytes) {
  bytes = bytes.substr(0, looked_at);
  const CodePage* best = find_code_page("windows-1252");
  std::size_t most = 0;
  for (const Candidate& candidate : candidates) {
    const CodePage* page = find_code_page(candidate.code_page);
    const WordCounts words = count_words(bytes, *page, candidate.frequent);
    const bool clear = words.foreign >= 2 && words.mixed * 10 <= words.foreign &&
                       words.frequent * 2 >= words.letters;
    if (!clear || words.frequent <= most) continue;
    most = words.frequent;
    best = page;
  }
  return *best;
}

}  // namespace oscegraph::press
