// SPDX-License-Identifier: Apache-2.0
//
// Splits an address at '/', '?' and '&', and decodes each part.
#include "oscegraph/cli/serve/web_address.hpp"

#include <charconv>

#include "oscegraph/graph/text/text.hpp"

namespace oscegraph::cli {
namespace {

/// Percent signs decoded, and in a query '+' is a space.
std::optional<std::string> decoded(std::string_view text, bool plus_is_space) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_space) {
      plain += ' ';
    } else if (text[i] == '%') {
      const std::string_view digits = text.substr(i + 1, 2);
      unsigned byte = 0;
      const auto [end, error] =
          std::from_chars(digits.data(), digits.data() + digits.size(), byte, 16);
      if (error != std::errc() || digits.size() < 2 || end != digits.data() + 2)
        return std::nullopt;
      plain += static_cast<char>(byte);
      i += 2;
    } else {
      plain += text[i];
    }
  }
  const bool fine =
      plain.find('\0') == std::string::npos && invalid_utf8(plain) == std::string_view::npos;
  if (!fine) return std::nullopt;
  return plain;
}

/// Calls take(part) for each part between separators; false when one is not taken.
template <typename Take>
bool for_each_part(std::string_view text, char separator, Take take) {
  for (;;) {
    const std::size_t end = text.find(separator);
    if (!take(text.substr(0, end))) return false;
    if (end == std::string_view::npos) return true;
    text.remove_prefix(end + 1);
  }
}

bool take_parameter(std::string_view part, WebAddress& address) {
  if (part.empty()) return true;
  const std::size_t equals = part.find('=');
  auto name = decoded(part.substr(0, equals), true);
  auto value = decoded(equals == std::string_view::npos ? "" : part.substr(equals + 1), true);
  if (!name || !value) return false;
  address.parameters.emplace_back(std::move(*name), std::move(*value));
  return true;
}

}  // namespace

std::optional<WebAddress> parse_address(std::string_view target) {
  if (!target.starts_with('/')) return std::nullopt;
  target = target.substr(0, target.find('#'));
  const std::size_t question = target.find('?');
  WebAddress address;
  const bool path = for_each_part(target.substr(0, question).substr(1), '/', [&](auto part) {
    auto segment = decoded(part, false);
    if (segment) address.path.push_back(std::move(*segment));
    return segment.has_value();
  });
  if (!path) return std::nullopt;
  if (question != std::string_view::npos &&
      !for_each_part(target.substr(question + 1), '&',
                     [&](auto part) { return take_parameter(part, address); }))
    return std::nullopt;
  return address;
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.' || c == '_' || c == '~';
    const auto byte = static_cast<unsigned char>(c);
    if (plain) encoded += c;
    else encoded.append({'%', hex[byte >> 4U], hex[byte & 15U]});
  }
  return encoded;
}

}  // namespace oscegraph::cli
