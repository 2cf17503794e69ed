// SPDX-License-Identifier: Apache-2.0
//
// What libxml2 finds wrong, in our words: its own differ between versions, and say what the parser met
// rather than what to do.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace oscegraph {

/// What libxml2 says of a fault.
struct XmlFault {
  int code = 0;
  std::string message;     ///< in its words
  std::string first;       ///< the name it is about
  std::string second;      ///< another one
  std::uint64_t line = 0;  ///< where something began; 0: not told
  std::uint64_t position = 0;
  std::string before;  ///< the last characters before the position
};

struct XmlFaultWords {
  std::string what;
  std::string allowed{};
  std::string next{};
  /// The fault is shown at the last one of these before its position; empty: at the position.
  std::string_view begins_with{};
};

/// Of a fault within the document.
XmlFaultWords words_of(const XmlFault& fault);

/// "a tag", "a comment" when the text, which begins where the parser waits for more, is a part of one;
/// empty when it is not, or is whole.
std::string_view unfinished_part(std::string_view text);

}  // namespace oscegraph
