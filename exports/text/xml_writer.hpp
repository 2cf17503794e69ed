// SPDX-License-Identifier: Apache-2.0
//
// XML text and attributes. In attributes, tabs and line breaks are escaped, since readers would turn
// them into spaces. In text only what must be is: Gephi drops blanks that stand alone between escapes. What XML 1.0 cannot hold at all
// (control characters, U+FFFE, U+FFFF) becomes U+FFFD and is counted: one such byte makes every
// reader refuse the whole file.
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
  /// What stands between the quotes of an attribute.
  XmlWriter& attribute_value(std::string_view value) { return write(value, true); }
  /// A space, then name="value".
  XmlWriter& attribute(std::string_view name, std::string_view value) {
    begin_attribute(name);
    write(value, true);
    out_.append('"');
    return *this;
  }
  /// The same of a value that needs no escape.
  XmlWriter& plain_attribute(std::string_view name, std::string_view value) {
    begin_attribute(name);
    out_.append(value);
    out_.append('"');
    return *this;
  }
  /// How many characters XML cannot hold were replaced so far.
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

/// How many bytes the character at `i` takes if XML 1.0 has no way to hold it; 0 when it can.
std::size_t length_without_xml(std::string_view text, std::size_t i);

/// The same U+FFFD in XML that another program has written. Returns how many there were.
std::size_t replace_what_xml_lacks(std::string& text);

}  // namespace oscegraph
