// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/text/declared_encoding.hpp"

#include <algorithm>

#include "oscegraph/graph/text/ascii.hpp"

namespace oscegraph::press {
namespace {

constexpr std::size_t looked_at = std::size_t{1} << 14U;
constexpr std::string_view blanks = " \t\r\n\f";

/// The position of `word`, given in lower case, in `text` in any case.
std::size_t find_word(std::string_view text, std::string_view word) {
  const auto found =
      std::ranges::search(text, word, {}, [](char c) { return lower_case(c); }).begin();
  return found == text.end() ? std::string_view::npos
                             : static_cast<std::size_t>(found - text.begin());
}

void skip_blanks(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
}

/// The value in `name = "value"` of a tag, with any quotes or none; "" without the name.
std::string_view value_of(std::string_view tag, std::string_view name) {
  for (;;) {
    const std::size_t at = find_word(tag, name);
    if (at == std::string_view::npos) return {};
    tag.remove_prefix(at + name.size());
    skip_blanks(tag);
    if (!tag.starts_with('=')) continue;
    tag.remove_prefix(1);
    skip_blanks(tag);
    if (tag.starts_with('"') || tag.starts_with('\'')) tag.remove_prefix(1);
    return tag.substr(0, tag.find_first_of(" \t\r\n\"';/>?"));
  }
}

std::string_view in_xml_declaration(std::string_view text) {
  skip_blanks(text);
  if (!text.starts_with("<?xml")) return {};
  return value_of(text.substr(0, text.find("?>")), "encoding");
}

std::string_view in_meta(std::string_view text) {
  while (!text.empty()) {
    const std::size_t at = text.find('<');
    if (at == std::string_view::npos) return {};
    text.remove_prefix(at);
    const bool comment = text.starts_with("<!--");
    const std::size_t end = text.find(comment ? "-->" : ">");
    const std::string_view tag = text.substr(0, end);
    if (!comment && find_word(tag, "<meta") == 0)
      if (const std::string_view value = value_of(tag, "charset"); !value.empty()) return value;
    if (!comment && find_word(tag, "<body") == 0) return {};
    text.remove_prefix(std::min(tag.size() + 1, text.size()));
  }
  return {};
}

}  // namespace

std::string_view declared_encoding(std::string_view bytes, Markup markup) {
  if (markup == Markup::none) return {};
  bytes = bytes.substr(0, looked_at);
  const std::string_view declared = in_xml_declaration(bytes);
  return declared.empty() && markup == Markup::html ? in_meta(bytes) : declared;
}

}  // namespace oscegraph::press
