// SPDX-License-Identifier: Apache-2.0
//
// Writes XML text and attributes. In attributes, tabs and line breaks are escaped, since readers
// would turn them into spaces. In text, only what XML requires is escaped, since Gephi drops blanks
// that stand alone between escapes (P48 in docs/graph-files.md). Characters that XML 1.0 cannot
// contain (control characters, U+FFFE, U+FFFF) become U+FFFD and are counted: a single one of them
// makes every reader refuse the whole file.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "oscegraph/exports/output/loss_report.hpp"
#include "oscegraph/exports/output/output.hpp"

namespace oscegraph {

class XmlWriter {
 public:
  explicit XmlWriter(Output& out) : out_(out) {}

  XmlWriter& markup(std::string_view text) {
    out_.append(text);
    return *this;
  }
  XmlWriter& text(std::string_view text) { return write(text, false); }
  /// The text between the quotes of an attribute, escaped.
  XmlWriter& attribute_value(std::string_view value) { return write(value, true); }
  /// Writes a space, then name="value".
  XmlWriter& attribute(std::string_view name, std::string_view value) {
    begin_attribute(name);
    write(value, true);
    out_.append('"');
    return *this;
  }
  /// The same for a value that needs no escape.
  XmlWriter& plain_attribute(std::string_view name, std::string_view value) {
    begin_attribute(name);
    out_.append(value);
    out_.append('"');
    return *this;
  }
  /// The number of characters that were replaced so far because XML cannot hold them.
  [[nodiscard]] std::size_t replaced() const { return replaced_; }
  void report(LossReport& losses) const { report_replaced(replaced_, losses); }
  static void report_replaced(std::size_t count, LossReport& losses);

 private:
  void begin_attribute(std::string_view name) {
    out_.append(' ');
    out_.append(name);
    out_.append("=\"");
  }
  XmlWriter& write(std::string_view text, bool in_attribute);

  Output& out_;
  std::size_t replaced_ = 0;
};

/// The length in bytes of the character at `i` if XML 1.0 cannot hold it; 0 if it can.
std::size_t length_without_xml(std::string_view text, std::size_t i);

/// Replaces such characters by U+FFFD in XML that another program has written. Returns their
/// number.
std::size_t replace_what_xml_lacks(std::string& text);

}  // namespace oscegraph
