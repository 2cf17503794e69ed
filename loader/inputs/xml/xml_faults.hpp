// SPDX-License-Identifier: Apache-2.0
//
// Translates libxml2's errors into our own messages. The messages of libxml2 differ between its
// versions and do not say what to do.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace oscegraph {

/// An error as libxml2 reports it.
struct XmlFault {
  int code = 0;
  std::string message;     ///< libxml2's own message
  std::string first;       ///< the name that the error is about
  std::string second;      ///< a second name
  std::uint64_t line = 0;  ///< where the broken part began; 0: not reported
  std::uint64_t position = 0;
  std::string before;  ///< the last characters before the position
};

struct XmlFaultWords {
  std::string what;
  std::string allowed{};
  std::string next{};
  /// The error is placed at the last occurrence of this text before its position; empty: at the
  /// position.
  std::string_view begins_with{};
};

/// The message for an error within the document.
XmlFaultWords words_of(const XmlFault& fault);

/// "a tag" or "a comment" when the text, which the parser has not consumed, is the beginning of
/// one; empty when it is not, or is complete.
std::string_view unfinished_part(std::string_view text);

}  // namespace oscegraph
