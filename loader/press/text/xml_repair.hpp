// SPDX-License-Identifier: Apache-2.0
//
// Repairs the XML of feeds, which is often written as if it were HTML. Common mistakes are
// corrected before the XML parser reads the text, so that a single "&nbsp;" does not lose all
// entries after it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace oscegraph::press {

/// Corrects, outside of CDATA and comments: an "&" that begins no reference is escaped, HTML's
/// names of characters ("&nbsp;", "&eacute;") are replaced by the characters, and control
/// characters by blanks. The XML declaration (which then need not come first) and the document type
/// (which may declare entities) are also replaced by blanks. Line numbers do not change. Throws
/// Error when libxml2 is not installed.
std::string repaired_xml(std::string_view xml);

/// The sign that an old editor meant by a number from 128 to 159 ("&#150;"), where Unicode has
/// control characters and Windows-1252 has a dash and the like; 0 for other numbers.
char16_t sign_of_old_editors(std::uint32_t number);

}  // namespace oscegraph::press
