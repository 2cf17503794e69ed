// SPDX-License-Identifier: Apache-2.0
//
// Makes texts with typical mistakes of files, for tests that read thousands of damaged inputs.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "oscegraph/tests/support/make_graph.hpp"

namespace oscegraph::testing {

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define OSCEGRAPH_SANITIZED
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || defined(OSCEGRAPH_SANITIZED)
inline constexpr bool is_sanitized = true;
#else
inline constexpr bool is_sanitized = false;
#endif

/// The text after one random change, of the kinds that editors, programs and disks make.
inline std::string changed(test::Random& random, std::string text) {
  static const std::vector<std::string> pieces{"\"",
                                               ",",
                                               "\\",
                                               "\n",
                                               "\r\n",
                                               "\r",
                                               "{",
                                               "}",
                                               "[",
                                               "|",
                                               ":",
                                               "null",
                                               "true",
                                               "-1",
                                               "9e9",
                                               "",
                                               " ",
                                               "\t",
                                               "\xFF",
                                               "\xC3",
                                               "\xE2\x82",
                                               "\xC0\x80",
                                               "\xED\xA0\x80",
                                               "Türkiye",
                                               "𝄞",
                                               "\x01",
                                               "\x1F",
                                               "\\\"",
                                               "\\\\",
                                               "\\n",
                                               "\\x",
                                               "\\u12",
                                               "\\u0000",
                                               "\\u0001",
                                               "\\ud800",
                                               "\\udc00",
                                               "\\ud83d\\ude00",
                                               "\\u00e9",
                                               "Norway",
                                               "EUR",
                                               "2024-13",
                                               "2023",
                                               "yes",
                                               "donor:x",
                                               "project:p",
                                               "state:NO",
                                               "\"via\":\"donor:x\",",
                                               "\xEF\xBB\xBF",
                                               "funds",
                                               "implements"};
  const auto at = [&] { return random.below(static_cast<std::uint32_t>(text.size() + 1)); };
  const auto line_at = [&](std::size_t place) {
    const std::size_t begin = place == 0 ? 0 : text.rfind('\n', place - 1) + 1;
    const std::size_t end = std::min(text.find('\n', place), text.size() - 1);
    return std::pair(begin, end + 1 - std::min(begin, end + 1));
  };
  switch (random.below(7)) {
    case 0:
      text.insert(at(), pieces[random.below(static_cast<std::uint32_t>(pieces.size()))]);
      break;
    case 1: text.erase(at(), 1 + random.below(6)); break;
    case 2:
      if (const std::size_t place = at(); place < text.size())
        text[place] = static_cast<char>(random.below(256));
      break;
    case 3: {
      const auto [begin, size] = line_at(at());
      text.insert(begin, std::string(text.substr(begin, size)));
      break;
    }
    case 4: {
      const auto [begin, size] = line_at(at());
      text.erase(begin, size);
      break;
    }
    case 5: {
      const auto [begin, size] = line_at(at());
      const std::string line = text.substr(begin, size);
      text.erase(begin, size);
      text.insert(line_at(std::min<std::size_t>(at(), text.size())).first, line);
      break;
    }
    default: {
      const std::string& piece = pieces[random.below(static_cast<std::uint32_t>(pieces.size()))];
      const std::size_t place = at();
      text.replace(place, std::min<std::size_t>(piece.size(), text.size() - place), piece);
    }
  }
  return text;
}

}  // namespace oscegraph::testing
