// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/text/xml_writer.hpp"

#include <algorithm>
#include <array>

#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {
namespace {

/// Bytes that may need an escape or a replacement; 0xEF may begin U+FFFE or U+FFFF.
constexpr std::array<bool, 256> special = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < 0x20; ++c) table[c] = true;
  for (const char c : {'&', '<', '>', '"', '\''}) table[static_cast<unsigned char>(c)] = true;
  table[0xEF] = true;
  return table;
}();

std::string_view escape_of(char c) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&apos;";
    case '\t': return "&#9;";
    case '\n': return "&#10;";
    case '\r': return "&#13;";
    default: return {};
  }
}

/// Whether the character at `i` needs no escape in text between tags; '>' needs one only after ']'.
bool plain_in_text(std::string_view text, std::size_t i) {
  switch (text[i]) {
    case '"':
    case '\'':
    case '\t':
    case '\n': return true;
    case '>': return i == 0 || text[i - 1] != ']';
    default: return false;
  }
}

constexpr std::string_view replacement = "\xEF\xBF\xBD";

}  // namespace

std::size_t length_without_xml(std::string_view text, std::size_t i) {
  const auto byte = static_cast<unsigned char>(text[i]);
  if (byte < 0x20) return byte == '\t' || byte == '\n' || byte == '\r' ? 0 : 1;
  if (byte != 0xEF) return 0;
  const std::string_view character = text.substr(i, 3);
  return character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF" ? 3 : 0;
}

std::size_t replace_what_xml_lacks(std::string& text) {
  std::string replaced;
  std::size_t count = 0;
  std::size_t start = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t length = length_without_xml(text, i);
    if (length == 0) continue;
    replaced.append(text, start, i - start).append(replacement);
    ++count;
    start = i + length;
    i = start - 1;
  }
  if (count > 0) text = replaced.append(text, start);
  return count;
}

XmlWriter& XmlWriter::write(std::string_view text, bool in_attribute) {
  std::size_t start = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!special[static_cast<unsigned char>(text[i])]) continue;
    if (!in_attribute && plain_in_text(text, i)) continue;
    const std::size_t lacking = length_without_xml(text, i);
    const std::string_view written = lacking > 0 ? replacement : escape_of(text[i]);
    if (written.empty()) continue;  // another character that begins with 0xEF
    if (lacking > 0) ++replaced_;
    out_.append(text.substr(start, i - start));
    out_.append(written);
    start = i + std::max(lacking, std::size_t{1});
    i = start - 1;
  }
  out_.append(text.substr(start));
  return *this;
}

void XmlWriter::report_replaced(std::size_t count, LossReport& losses) {
  losses.add({.count = count,
              .what = "control character",
              .fate = "written as U+FFFD",
              .why = "XML cannot hold them"});
}

}  // namespace oscegraph
