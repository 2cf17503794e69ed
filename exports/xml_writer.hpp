// SPDX-License-Identifier: Apache-2.0
//
// XML text and attributes. In attributes, tabs and line breaks are escaped, since readers would turn
// them into spaces. In text only what must be is: Gephi drops blanks that stand alone between escapes. What XML 1.0 cannot hold at all
// (control characters, U+FFFE, U+FFFF) becomes U+FFFD and is counted: one such byte makes every
// reader refuse the whole file.
#pragma once

#include <cstddef>
#include <string_view>

#include "oscegraph/exports/graph_format.hpp"

namespace oscegraph {

class XmlWriter {
 public:
  explicit XmlWriter(Output& out) : out_(out) {}

  XmlWriter& markup(std::string_view text) {
    out_.append(text);
    return *this;
  }
  XmlWriter& text(std::string_view text) { return write(text, false); }
  /// A space, then name="value".
  XmlWriter& attribute(std::string_view name, std::string_view value) {
    out_.append(' ');
    out_.append(name);
    out_.append("=\"");
    write(value, true);
    out_.append('"');
    return *this;
  }
  void report(LossReport& losses) const;

 private:
  XmlWriter& write(std::string_view text, bool in_attribute);

  Output& out_;
  std::size_t replaced_ = 0;
};

}  // namespace oscegraph
