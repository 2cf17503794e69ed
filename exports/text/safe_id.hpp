// SPDX-License-Identifier: Apache-2.0
//
// Makes ids for formats that allow few characters in an id. An id that consists only of ASCII
// letters, digits and the characters that the format allows is unchanged. In any other id, each
// byte that is not allowed becomes '_' or '.' and two hexadecimal digits, and a mark with which no
// unchanged id begins is put in front. So different ids stay different, and an id is the same in
// every file.
#pragma once

#include <string>
#include <string_view>

namespace oscegraph {

struct IdAlphabet {
  std::string_view more;         ///< allowed beside ASCII letters and digits
  std::string_view more_inside;  ///< allowed, but not as the first or last character
  std::string_view mark;         ///< begins an id that had to be changed
  char escape;                   ///< begins a changed byte; one of the allowed characters
};

std::string safe_id(std::string_view id, const IdAlphabet& alphabet);

}  // namespace oscegraph
