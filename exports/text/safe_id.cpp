// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/text/safe_id.hpp"

#include <algorithm>

namespace oscegraph {
namespace {

bool plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool has(std::string_view characters, char c) {
  return characters.find(c) != std::string_view::npos;
}

bool is_safe(std::string_view id, const IdAlphabet& alphabet) {
  if (id.empty() || id.starts_with(alphabet.mark)) return false;
  const auto fits_anywhere = [&](char c) { return plain(c) || has(alphabet.more, c); };
  return fits_anywhere(id.front()) && fits_anywhere(id.back()) &&
         std::ranges::all_of(
             id, [&](char c) { return fits_anywhere(c) || has(alphabet.more_inside, c); });
}

}  // namespace

std::string safe_id(std::string_view id, const IdAlphabet& alphabet) {
  if (is_safe(id, alphabet)) return std::string(id);
  constexpr std::string_view digits = "0123456789abcdef";
  std::string safe(alphabet.mark);
  for (const char c : id) {
    const bool as_it_is = plain(c) || (c != alphabet.escape && has(alphabet.more, c));
    if (as_it_is) {
      safe += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    safe += alphabet.escape;
    safe += digits[byte >> 4U];
    safe += digits[byte & 15U];
  }
  return safe;
}

}  // namespace oscegraph
