// SPDX-License-Identifier: Apache-2.0
//
// Whether text without a telling name is a table or sentences. Commas stand in both, so a table is one
// only where its rows have as many cells as its header, and its header has short names.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace oscegraph {

struct TableShape {
  char separator = ',';
  std::size_t columns = 0;
};

/// Of text that is a table beyond doubt: two rows and more, all alike. `head` is the start of the text;
/// its last line may be cut.
std::optional<TableShape> table_shape(std::string_view head);

/// Of text that is rather a table than sentences: a header of short names, and rows of which most fit
/// it, if there are any.
std::optional<TableShape> likely_table_shape(std::string_view head);

/// Whether the first row could be a header, whatever is below.
bool has_table_header(std::string_view head);

/// Whether the text, in UTF-8, has a sentence, or a line of so many words that it is one.
bool has_sentences(std::string_view head);

/// "'|'", "a tab".
std::string_view name_of_separator(char separator);

}  // namespace oscegraph
