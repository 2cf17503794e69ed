// SPDX-License-Identifier: Apache-2.0
//
// Compares a name with the known names of similar length. A comparison of the letters that occur
// rejects most of them before the edit distance is computed.
#include "oscegraph/graph/text/misspelling.hpp"

#include <algorithm>
#include <bit>
#include <tuple>

#include "oscegraph/graph/text/names.hpp"
#include "oscegraph/graph/text/nearest.hpp"

namespace oscegraph {
namespace {

// In a shorter name too few letters are left to tell a misspelling from another word.
constexpr std::size_t shortest = 4;

std::size_t slips_allowed(std::size_t length) { return std::clamp<std::size_t>(length / 6, 1, 3); }

std::string digits_of(std::string_view text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits),
                       [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

bool is_code(std::string_view text) {
  return std::ranges::none_of(text, [](char c) {
    return c == ' ' || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
  });
}

}  // namespace

bool are_two_codes(std::string_view a, std::string_view b) {
  constexpr std::size_t few = 5;
  if (a == b || !is_code(a) || !is_code(b)) return false;
  return std::min(a.size(), b.size()) <= few || digits_of(a) != digits_of(b) ||
         edit_distance(a, b, 1) > 1;
}

KnownSpellings::Spelling KnownSpellings::spelling_of(std::string_view name) {
  Spelling spelling{normalise_name(name), 0, name, 0};
  for (const char c : spelling.normalised)
    spelling.letters |= std::uint64_t{1} << (static_cast<unsigned char>(c) % 64U);
  return spelling;
}

void KnownSpellings::add(std::string_view name, std::uint32_t sort) {
  Spelling spelling = spelling_of(name);
  spelling.sort = sort;
  const std::size_t length = spelling.normalised.size();
  if (length < shortest) return;
  if (by_length_.size() <= length) by_length_.resize(length + 1);
  by_length_[length].push_back(std::move(spelling));
}

std::optional<std::string_view> KnownSpellings::meant_by(
    std::string_view name, const std::function<bool(std::uint32_t)>& fits) const {
  const Spelling asked = spelling_of(name);
  const std::size_t length = asked.normalised.size();
  if (length < shortest) return std::nullopt;
  const std::string digits = digits_of(asked.normalised);
  const std::size_t most = slips_allowed(length);
  std::size_t nearest = most + 1;
  std::string_view meant;
  for (std::size_t l = length - most; l <= length + most && l < by_length_.size(); ++l) {
    for (const Spelling& known : by_length_[l]) {
      // Each edit adds at most one letter and removes at most one.
      const int differing = std::popcount(known.letters ^ asked.letters);
      if (static_cast<std::size_t>(differing) > 2 * most) continue;
      const std::size_t slips = edit_distance(asked.normalised, known.normalised, most);
      if (slips == 0) return std::nullopt;
      if (slips > most || digits_of(known.normalised) != digits) continue;
      if ((fits && !fits(known.sort)) || are_two_codes(name, known.name)) continue;
      if (std::tie(slips, known.name) >= std::tie(nearest, meant)) continue;
      nearest = slips;
      meant = known.name;
    }
  }
  return nearest > most ? std::nullopt : std::optional(meant);
}

}  // namespace oscegraph
