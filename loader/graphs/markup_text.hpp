// SPDX-License-Identifier: Apache-2.0
//
// Extracts the visible text from names and labels that contain HTML or similar markup. Tags are
// removed; a tag that begins a line, a paragraph or a cell becomes a space. "T&uuml;rkiye" becomes
// "Türkiye".
#pragma once

#include <string>
#include <string_view>

namespace oscegraph {

/// Whether the element <name> separates its text from the text beside it: br, p, td and the like.
bool breaks_text(std::string_view name);

/// "<b>Stone</b><br/>Bridges &amp; Roads" -> "Stone Bridges & Roads", on one line.
std::string text_of_markup(std::string_view markup);

/// Replaces character references and the names of Latin letters; other references stay.
std::string without_entities(std::string_view text);

}  // namespace oscegraph
