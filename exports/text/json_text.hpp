// SPDX-License-Identifier: Apache-2.0
//
// Writes JSON strings, and objects member by member. Text stays UTF-8: only quotes, backslashes and
// control characters are escaped.
#pragma once

#include <string_view>

#include "oscegraph/exports/output/output.hpp"

namespace oscegraph {

void append_json_string(Output& out, std::string_view text);

/// Whether the text is a number by JSON's grammar ("1e5" is, "+1", "007" and "NaN" are not).
bool is_json_number(std::string_view text);

/// Writes the members of one object, in order: the constructor writes '{' and end() writes '}'.
class JsonObject {
 public:
  explicit JsonObject(Output& out) : out_(out) { out_.append('{'); }

  /// Writes the name and the colon; the caller writes the value next.
  Output& member(std::string_view name) {
    if (!first_) out_.append(',');
    first_ = false;
    append_json_string(out_, name);
    out_.append(':');
    return out_;
  }
  void text(std::string_view name, std::string_view value) {
    append_json_string(member(name), value);
  }
  /// Writes no member when the value is empty.
  void known_text(std::string_view name, std::string_view value) {
    if (!value.empty()) text(name, value);
  }
  void end() { out_.append('}'); }

 private:
  Output& out_;
  bool first_ = true;
};

/// ["a","b"]
template <typename Texts>
void append_json_strings(Output& out, const Texts& texts) {
  out.append('[');
  bool first = true;
  for (const auto& text : texts) {
    if (!first) out.append(',');
    first = false;
    append_json_string(out, text);
  }
  out.append(']');
}

}  // namespace oscegraph
