// SPDX-License-Identifier: Apache-2.0
//
// Which JSON a file is, told by the outermost keys of its first value: what is further inside, such as
// an attribute called "type", says nothing of the file.
#pragma once

#include <string_view>
#include <vector>

#include "oscegraph/loader/inputs/byte_stream.hpp"
#include "oscegraph/loader/inputs/signature.hpp"

namespace oscegraph {

struct JsonOutline {
  struct Key {
    std::string name;    ///< as written, between its quotes
    char value = '\0';   ///< the first character of its value: '[', '{', '"', a digit
    std::string text{};  ///< the beginning of a value in quotes
  };
  char opens = '\0';         ///< '{' or '['; '\0': this is no JSON
  char first_inside = '\0';  ///< of a list: the first character of its first value
  std::vector<Key> keys;     ///< of an object, as far as they had to be looked at
  bool one_line = false;     ///< the object ends on the line on which it begins
  bool followed = false;     ///< by another object, on a line below
};

JsonOutline json_outline(std::string_view text);
/// Looks as far into the stream as it has to, and takes nothing.
JsonOutline json_outline(ByteStream& bytes);

/// Native records, one object a line.
bool is_native_lines(const JsonOutline& outline);
/// Native records in one object.
bool is_native_object(const JsonOutline& outline);
/// JSON of others: a list, a graph, a map.
const ForeignFile* foreign_json(const JsonOutline& outline);

}  // namespace oscegraph
