// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/words/short_form.hpp"

#include "oscegraph/graph/text/ascii.hpp"
#include "oscegraph/graph/text/names.hpp"

namespace oscegraph::press {
namespace {

bool is_roman(std::string_view letters) {
  return letters.find_first_not_of("IVX") == std::string_view::npos;
}

/// Whether it looks like a short form: one word with at least two capitals, and at least as many
/// capitals as small letters.
bool looks_short(std::string_view letters) {
  constexpr std::size_t longest = 14;
  std::size_t capitals = 0;
  std::size_t small = 0;
  for (const char c : letters) {
    if (c == ' ' || c == ',' || c == '.') return false;
    if (is_capital_letter(c) || static_cast<unsigned char>(c) >= 0xC0) ++capitals;
    else if (is_small_letter(c)) ++small;
  }
  return capitals > 1 && capitals >= small && letters.size() <= longest && !is_roman(letters);
}

std::string without_end_number(std::string_view letters) {
  return std::string(letters.substr(0, letters.find_last_not_of("0123456789+-") + 1));
}

std::string joined(std::string_view before, std::string_view after) {
  while (before.ends_with(' ')) before.remove_suffix(1);
  while (after.starts_with(' ')) after.remove_prefix(1);
  std::string result(before);
  if (!before.empty() && !after.empty()) result += ' ';
  return result += after;
}

}  // namespace

bool is_short_for(std::string_view letters, std::string_view name) {
  if (!looks_short(letters)) return false;
  std::string wanted = normalise_name(without_end_number(letters));
  std::erase(wanted, ' ');
  const std::string written = normalise_name(name);
  if (wanted.size() < 2) return false;
  for (std::size_t begin = 0; begin < written.size(); ++begin) {
    if (begin > 0 && written[begin - 1] != ' ') continue;
    std::size_t found = 0;
    if (written[begin] != wanted[0]) continue;
    for (std::size_t i = begin; i < written.size() && found < wanted.size(); ++i)
      if (written[i] == wanted[found]) ++found;
    if (found == wanted.size()) return true;
  }
  return false;
}

NameParts take_short_form(std::string_view name) {
  const std::size_t open = name.rfind('(');
  const std::size_t close = open == std::string_view::npos ? open : name.find(')', open);
  if (close == std::string_view::npos) return {std::string(name), {}};
  const std::string_view inside = name.substr(open + 1, close - open - 1);
  std::string rest = joined(name.substr(0, open), name.substr(close + 1));
  const bool numbered = !inside.empty() && is_digit(inside.back());
  if (numbered || !is_short_for(inside, rest)) return {std::string(name), {}};
  return {std::move(rest), std::string(inside)};
}

}  // namespace oscegraph::press
