// SPDX-License-Identifier: Apache-2.0
//
// Ids for formats that allow few characters in them. An id made of ASCII letters, digits and the
// characters the format allows stays as it is; any other is written with each strange byte as '_' or
// '.' and two hexadecimal digits, after a mark that no id left as it is begins with. So different ids
// stay different, and an id is the same in every file.
#pragma once

#include <string>
#include <string_view>

namespace oscegraph {

struct IdAlphabet {
  std::string_view more;         ///< allowed beside ASCII letters and digits
  std::string_view more_inside;  ///< allowed too, but not as the first or last character
  std::string_view mark;         ///< begins an id that had to be changed
  char escape;                   ///< begins a changed byte; one of the characters above
};

std::string safe_id(std::string_view id, const IdAlphabet& alphabet);

}  // namespace oscegraph
