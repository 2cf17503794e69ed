// SPDX-License-Identifier: Apache-2.0
//
// Decides what kind of JSON a file is, from the outermost keys of its first value. Deeper keys,
// such as an attribute called "type", are ignored.
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
    std::string text{};  ///< the beginning of a string value
  };
  char opens = '\0';         ///< '{' or '['; '\0': not JSON
  char first_inside = '\0';  ///< of a list: the first character of its first value
  std::vector<Key> keys;     ///< of an object, as far as they were read
  bool one_line = false;     ///< the object ends on the line on which it begins
  bool followed = false;     ///< another object follows on a later line
};

JsonOutline json_outline(std::string_view text);
/// Peeks as far into the stream as needed, and consumes nothing.
JsonOutline json_outline(ByteStream& bytes);

/// Native records, one object a line.
bool is_native_lines(const JsonOutline& outline);
/// Native records in one object.
bool is_native_object(const JsonOutline& outline);
/// JSON of other programs: a list, a graph, a map.
const ForeignFile* foreign_json(const JsonOutline& outline);

}  // namespace oscegraph
