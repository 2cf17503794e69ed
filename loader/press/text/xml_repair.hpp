// SPDX-License-Identifier: Apache-2.0
//
// Feeds are written by programs that know HTML better than XML. What feed readers forgive is mended
// before the XML parser sees it, so that one "&nbsp;" does not cost all entries behind it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace oscegraph::press {

/// The XML with what HTML allows put right, outside of CDATA and comments: a "&" that begins no
/// reference is one, HTML's names of characters ("&nbsp;", "&eacute;") stand for those, and control
/// characters are blanks. So are the XML declaration, which need not stand first then, and the document
/// type, which may declare entities: nothing of them is needed. Lines stay where they are. Throws Error
/// when libxml2 is not there.
std::string repaired_xml(std::string_view xml);

/// The sign that an old editor meant by a number from 128 to 159 ("&#150;"), where Unicode has control
/// characters and Windows-1252 a dash; 0 for other numbers.
char16_t sign_of_old_editors(std::uint32_t number);

}  // namespace oscegraph::press
