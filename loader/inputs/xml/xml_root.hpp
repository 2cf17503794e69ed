// SPDX-License-Identifier: Apache-2.0
//
// Which XML a file is, told by its first element.
#pragma once

#include <string_view>

#include "oscegraph/loader/inputs/signature.hpp"

namespace oscegraph {

struct XmlRoot {
  std::string_view tag;      ///< the first start tag, from its name on; empty: no XML or HTML
  std::string_view local;    ///< its name without a prefix
  std::string_view doctype;  ///< "html"
  std::string_view prolog;   ///< what stands before
};

/// Of text in an encoding that has ASCII. A byte order mark and blanks may stand before it.
XmlRoot xml_root(std::string_view head);

/// What is known of an XML that is read by nobody here: IATI, a workbook, a drawing.
const ForeignFile* foreign_xml(const XmlRoot& root);

/// A piece of a page without its <html>.
bool is_html_fragment(const XmlRoot& root);

}  // namespace oscegraph
