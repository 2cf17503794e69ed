// SPDX-License-Identifier: Apache-2.0
//
// Decides whether a text is a table or prose, if its file name does not show it. Prose also has
// commas, so a table must have rows with as many cells as its header, and short names in the
// header.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace oscegraph {

struct TableShape {
  char separator = ',';
  std::size_t columns = 0;
};

/// The shape of a text that is certainly a table: at least two rows, all alike. `head` is the start
/// of the text; its last line may be cut.
std::optional<TableShape> table_shape(std::string_view head);

/// The shape of a text that is more likely a table than prose: a header of short names, and rows
/// that mostly fit it, if any.
std::optional<TableShape> likely_table_shape(std::string_view head);

/// Whether the first row may be a header, whatever follows.
bool has_table_header(std::string_view head);

/// Whether the text, in UTF-8, has a sentence, or a line with so many words that it must be one.
bool has_sentences(std::string_view head);

/// "'|'", "a tab".
std::string_view name_of_separator(char separator);

}  // namespace oscegraph
