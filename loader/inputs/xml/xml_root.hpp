// SPDX-License-Identifier: Apache-2.0
//
// Decides what kind of XML or HTML a file is, from its first element.
#pragma once

#include <string_view>

#include "oscegraph/loader/inputs/signature.hpp"

namespace oscegraph {

struct XmlRoot {
  std::string_view tag;      ///< the first start tag, from its name on; empty: neither XML nor HTML
  std::string_view local;    ///< its name without a prefix
  std::string_view doctype;  ///< "html"
  std::string_view prolog;   ///< the text before the first element
};

/// The text must be in an encoding that contains ASCII. A byte order mark and blanks may come
/// first.
XmlRoot xml_root(std::string_view head);

/// What is known about an XML format that is not supported: IATI, a workbook, a drawing.
const ForeignFile* foreign_xml(const XmlRoot& root);

/// Whether it is a part of an HTML page without its <html>.
bool is_html_fragment(const XmlRoot& root);

}  // namespace oscegraph
