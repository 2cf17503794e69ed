// SPDX-License-Identifier: Apache-2.0
//
// The text that markup shows: programs put HTML, or something like it, into names and labels. Tags
// go; where one begins a line, a paragraph or a cell, a blank stays. "T&uuml;rkiye" is "Türkiye".
#pragma once

#include <string>
#include <string_view>

namespace oscegraph {

/// Whether the element <name> stands apart from the text beside it: br, p, td and the like.
bool breaks_text(std::string_view name);

/// "<b>Stone</b><br/>Bridges &amp; Roads" -> "Stone Bridges & Roads", on one line.
std::string text_of_markup(std::string_view markup);

/// Character references and the names of Latin letters replaced; others stay as they are.
std::string without_entities(std::string_view text);

}  // namespace oscegraph
