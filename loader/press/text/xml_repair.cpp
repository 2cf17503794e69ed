// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/text/xml_repair.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "oscegraph/loader/inputs/encoding/code_page.hpp"
#include "oscegraph/loader/inputs/encoding/utf8.hpp"
#include "oscegraph/loader/inputs/xml/xml_library.hpp"

namespace oscegraph::press {
namespace {

/// The number in "#150" or "#x96"; nullopt when there is none.
std::optional<std::uint32_t> number_of(std::string_view name) {
  if (!name.starts_with('#')) return std::nullopt;
  name.remove_prefix(1);
  const bool hex = name.starts_with('x') || name.starts_with('X');
  if (hex) name.remove_prefix(1);
  std::uint32_t number = 0;
  const auto [end, error] =
      std::from_chars(name.data(), name.data() + name.size(), number, hex ? 16 : 10);
  if (error != std::errc() || end != name.data() + name.size() || name.empty()) return std::nullopt;
  return number;
}

bool is_xml_character(std::uint32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xD800) ||
         (c >= 0xE000 && c < 0xFFFE) || (c >= 0x10000 && c <= 0x10FFFF);
}

/// Reads a reference at the beginning of `rest` and appends its replacement in XML. Returns its
/// length.
std::size_t add_reference(std::string_view rest, std::string& result) {
  constexpr std::size_t longest = 12;
  const std::size_t end = rest.substr(0, longest).find(';');
  const std::string name(rest.substr(1, end == std::string_view::npos ? 0 : end - 1));
  constexpr std::array<std::string_view, 5> of_xml{"amp", "lt", "gt", "quot", "apos"};
  if (std::ranges::find(of_xml, name) != of_xml.end()) {
    result += rest.substr(0, end + 1);
    return end + 1;
  }
  if (const auto number = number_of(name)) {
    const char16_t sign = sign_of_old_editors(*number);
    if (sign != 0) append_utf8(result, sign);
    else if (is_xml_character(*number)) result += rest.substr(0, end + 1);
    else result += ' ';
    return end + 1;
  }
  const htmlEntityDesc* known =
      name.empty() ? nullptr
                   : xml_library().html_entity(reinterpret_cast<const xmlChar*>(name.c_str()));
  if (known != nullptr) {
    append_utf8(result, known->value);
    return end + 1;
  }
  result += "&amp;";
  return 1;
}

/// The length of a CDATA section or comment that begins here; 0 when none does.
std::size_t quoted_length(std::string_view rest) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kinds{
      {{"<![CDATA[", "]]>"}, {"<!--", "-->"}}};
  for (const auto& [begin, end] : kinds) {
    if (!rest.starts_with(begin)) continue;
    const std::size_t found = rest.find(end, begin.size());
    return found == std::string_view::npos ? rest.size() : found + end.size();
  }
  return 0;
}

/// The length of a whole `<!DOCTYPE rss [ <!ENTITY nbsp "&#160;"> ]>`; a '>' within quotes and
/// comments does not end it.
std::size_t document_type_length(std::string_view rest) {
  int brackets = 0;
  std::size_t at = 0;
  while (at < rest.size()) {
    const char c = rest[at];
    const bool quote = c == '"' || c == '\'';
    brackets += c == '[' ? 1 : c == ']' ? -1 : 0;
    if (c == '>' && brackets <= 0) return at + 1;
    std::size_t hidden = quoted_length(rest.substr(at));
    if (quote) hidden = std::min(rest.find(c, at + 1), rest.size() - 1) - at + 1;
    at += std::max<std::size_t>(hidden, 1);
  }
  return rest.size();
}

/// The length of the XML declaration or the document type that begins here; 0 when neither does.
std::size_t head_length(std::string_view rest) {
  if (rest.starts_with("<!DOCTYPE")) return document_type_length(rest);
  constexpr std::string_view end = "?>";
  return rest.starts_with("<?xml ")
             ? std::min(rest.find(end), rest.size() - end.size()) + end.size()
             : 0;
}

}  // namespace

char16_t sign_of_old_editors(std::uint32_t number) {
  static const CodePage& windows = *find_code_page("windows-1252");
  return number >= 0x80 && number < 0xA0 ? windows.character(static_cast<unsigned char>(number))
                                         : u'\0';
}

std::string repaired_xml(std::string_view xml) {
  std::string result;
  result.reserve(xml.size() + xml.size() / 16);
  const auto add_plain = [&](std::string_view text) {
    for (const char c : text) result += is_xml_character(static_cast<unsigned char>(c)) ? c : ' ';
  };
  while (!xml.empty()) {
    const std::size_t plain = std::min(xml.find_first_of("&<"), xml.size());
    add_plain(xml.substr(0, plain));
    xml.remove_prefix(plain);
    if (xml.empty()) break;
    if (const std::size_t head = head_length(xml); head > 0) {
      for (const char c : xml.substr(0, head)) result += c == '\n' ? '\n' : ' ';
      xml.remove_prefix(head);
      continue;
    }
    std::size_t length = xml.starts_with('&') ? add_reference(xml, result) : quoted_length(xml);
    if (xml.starts_with('<')) {
      length = std::max<std::size_t>(length, 1);
      add_plain(xml.substr(0, length));
    }
    xml.remove_prefix(length);
  }
  return result;
}

}  // namespace oscegraph::press
