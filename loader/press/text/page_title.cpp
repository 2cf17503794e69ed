// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/text/page_title.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace oscegraph::press {
namespace {

/// The text with blanks joined and none at its ends.
std::string tidy(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (blank && (result.empty() || result.back() == ' ')) continue;
    result += blank ? ' ' : c;
  }
  while (result.ends_with(' ')) result.pop_back();
  return result;
}

constexpr std::array<std::string_view, 10> separators{
    "|", "-", "–", "—", "::", ":", "·", "•", "»", "«"};

/// "OSCE" from " | OSCE" or "OSCE | "; empty when no separator stands at that end.
std::string_view beside_separator(std::string_view rest, bool at_begin) {
  const auto skip = [&](std::size_t size) {
    if (at_begin) rest.remove_prefix(size);
    else rest.remove_suffix(size);
  };
  const auto has = [&](std::string_view what) {
    return at_begin ? rest.starts_with(what) : rest.ends_with(what);
  };
  const bool blank_before = has(" ");
  while (has(" ")) skip(1);
  const auto separator = std::ranges::find_if(separators, has);
  if (separator == separators.end()) return {};
  skip(separator->size());
  const bool blank_behind = has(" ");
  const bool separates = *separator == "|" || (blank_before && blank_behind) ||
                         (*separator == ":" && (blank_before || blank_behind));
  if (!separates) return {};
  while (has(" ")) skip(1);
  return rest;
}

/// The rest of a title beside one of its parts; empty when the part is not at its beginning or end.
std::string_view beside(std::string_view title, std::string_view part) {
  if (part.empty() || part.size() >= title.size()) return {};
  if (title.starts_with(part)) return beside_separator(title.substr(part.size()), true);
  if (title.ends_with(part))
    return beside_separator(title.substr(0, title.size() - part.size()), false);
  return {};
}

}  // namespace

std::string page_title(const PageTitles& titles) {
  const std::string shared = tidy(titles.shared);
  const std::string head = tidy(titles.head);
  const std::string heading = tidy(titles.heading);
  const std::string site = tidy(titles.site);
  const bool says_more = !shared.empty() && shared != site;
  const std::string& best = says_more ? shared : !head.empty() && head != site ? head : heading;
  if (best.empty()) return !head.empty() ? head : shared;
  const std::string_view beside_heading = beside(best, heading);
  // A short heading may be only the name of a section, "News".
  const bool is_longer = heading.size() >= beside_heading.size();
  if (!beside_heading.empty() && (is_longer || beside_heading == site)) return heading;
  const std::string_view beside_site = beside(best, site);
  return beside_site.empty() ? best : std::string(beside_site);
}

}  // namespace oscegraph::press
