// SPDX-License-Identifier: Apache-2.0
//
// Repairs text that an editor, a mail program or a PDF broke into lines of one width: joins the
// lines of each paragraph. It runs before all other processing of the text.
#pragma once

#include <string>

namespace oscegraph::press {

/// Joins the lines of each paragraph when the text is set in a column; other texts stay unchanged.
/// Byte positions stay the same: a line break becomes a blank, and a hyphen with the break inside a
/// word a soft hyphen. Cost: linear.
void join_lines(std::string& text);

}  // namespace oscegraph::press
