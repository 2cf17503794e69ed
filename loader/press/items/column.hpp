// SPDX-License-Identifier: Apache-2.0
//
// Text that an editor, a mail program or a PDF broke into lines of one width. A reader does not see these
// breaks: the paragraphs are put together again before anything else reads the text.
#pragma once

#include <string>

namespace oscegraph::press {

/// Joins the lines of each paragraph where the text is set in a column; other texts stay as they are. No
/// byte moves: a line break becomes a blank, and a hyphen with the break behind it, inside a word, a soft
/// hyphen. Cost: linear.
void join_lines(std::string& text);

}  // namespace oscegraph::press
