// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/graphs/markup_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

#include "oscegraph/loader/graphs/value_text.hpp"

namespace oscegraph {
namespace {

constexpr std::array<std::string_view, 24> breaking{
    "br", "p",  "div", "li", "ul", "ol", "dl", "dt",    "dd",   "tr",         "td",      "th",
    "h1", "h2", "h3",  "h4", "h5", "h6", "hr", "table", "text", "blockquote", "section", "tspan"};

constexpr std::array<std::pair<std::string_view, char32_t>, 14> signs{{{"amp", U'&'},
                                                                       {"lt", U'<'},
                                                                       {"gt", U'>'},
                                                                       {"quot", U'"'},
                                                                       {"apos", U'\''},
                                                                       {"ndash", U'\u2013'},
                                                                       {"mdash", U'\u2014'},
                                                                       {"lsquo", U'\u2018'},
                                                                       {"rsquo", U'\u2019'},
                                                                       {"ldquo", U'\u201C'},
                                                                       {"rdquo", U'\u201D'},
                                                                       {"hellip", U'\u2026'},
                                                                       {"euro", U'\u20AC'},
                                                                       {"OElig", U'\u0152'}}};

/// HTML's names for the characters from U+00A0 on.
constexpr std::array<std::string_view, 96> latin{
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",
    "copy",   "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn",
    "sup2",   "sup3",   "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",
    "raquo",  "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde",
    "Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave",
    "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde",
    "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",  "Uuml",   "Yacute", "THORN",
    "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",  "aelig",  "ccedil",
    "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",   "eth",
    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave",
    "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};

void append(std::string& text, char32_t character) {
  const auto byte = [&](char32_t bits) { text += static_cast<char>(bits); };
  if (character < 0x80) return byte(character);
  if (character < 0x800) {
    byte(0xC0 | character >> 6U);
    return byte(0x80 | (character & 0x3FU));
  }
  if (character < 0x10000) byte(0xE0 | character >> 12U);
  else {
    byte(0xF0 | character >> 18U);
    byte(0x80 | (character >> 12U & 0x3FU));
  }
  byte(0x80 | (character >> 6U & 0x3FU));
  byte(0x80 | (character & 0x3FU));
}

std::optional<char32_t> character_of_number(std::string_view digits) {
  const bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
  if (hexadecimal) digits.remove_prefix(1);
  std::uint32_t number = 0;
  const auto result =
      std::from_chars(digits.data(), digits.data() + digits.size(), number, hexadecimal ? 16 : 10);
  const bool whole = result.ec == std::errc() && result.ptr == digits.data() + digits.size();
  const bool surrogate = number >= 0xD800 && number < 0xE000;
  if (!whole || number < 0x20 || number > 0x10FFFF || surrogate) return std::nullopt;
  return number;
}

std::optional<char32_t> character_of(std::string_view entity) {
  if (entity.starts_with('#')) return character_of_number(entity.substr(1));
  for (const auto& [name, character] : signs)
    if (name == entity) return character;
  constexpr char32_t first_latin = 0xA0;
  const auto found = std::ranges::find(latin, entity);
  if (found == latin.end()) return std::nullopt;
  // A no-break space becomes a plain space.
  if (found == latin.begin()) return U' ';
  return first_latin + static_cast<char32_t>(found - latin.begin());
}

/// "</TD align=...>" -> "td"
std::string name_of_tag(std::string_view tag) {
  std::string name;
  for (const char c : tag.substr(tag.starts_with('/') ? 1 : 0)) {
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '/' || c == '>') break;
    name += c;
  }
  return name;
}

}  // namespace

bool breaks_text(std::string_view name) {
  std::string lower(name);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return std::ranges::find(breaking, lower) != breaking.end();
}

std::string without_entities(std::string_view text) {
  constexpr std::size_t longest = 10;
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t end = text[at] == '&' ? text.find(';', at) : std::string_view::npos;
    const auto character = end != std::string_view::npos && end - at <= longest
                               ? character_of(text.substr(at + 1, end - at - 1))
                               : std::nullopt;
    if (character) {
      append(result, *character);
      at = end;
    } else {
      result += text[at];
    }
  }
  return result;
}

std::string text_of_markup(std::string_view markup) {
  std::string text;
  while (!markup.empty()) {
    const std::size_t start = std::min(markup.find('<'), markup.size());
    text += markup.substr(0, start);
    markup.remove_prefix(start);
    if (markup.empty()) break;
    const bool comment = markup.starts_with("<!--");
    const std::size_t end = markup.find(comment ? "-->" : ">");
    if (end == std::string_view::npos) break;
    if (breaks_text(name_of_tag(markup.substr(1, end)))) text += ' ';
    markup.remove_prefix(end + (comment ? 3 : 1));
  }
  return on_one_line(without_entities(text));
}

}  // namespace oscegraph
