// SPDX-License-Identifier: Apache-2.0
//
// Decides which format an input has, from its name and the start of its content. If the content is
// certain (a file of another program, the first element of an XML file, the outermost keys of a
// JSON file), it decides. Otherwise the ending of the name decides, and without a known ending,
// what the content looks like.
#pragma once

#include <optional>
#include <string_view>

#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/loader/formats/format.hpp"

namespace oscegraph {

struct FormatDecision {
  const InputFormat* format = nullptr;  ///< nullptr: no format; `problem` says why
  std::optional<Problem> problem;
  /// A note to show with the result: the file may be meant differently.
  std::optional<Problem> note;
  /// The name is that of a running text: its problem does not stop the other inputs.
  bool running_text = false;
};

struct FormatHints {
  std::string_view format;     ///< the value of --format; empty: name and content decide
  bool has_table_map = false;  ///< whether a mapping for tables is given
};

/// Looks at the start of the source without consuming it; in a JSON object, a zip file or an old
/// workbook as far as needed. Throws UsageError when the format named in the hints does not exist,
/// and what peek() throws.
FormatDecision decide_format(Source& source, const FormatHints& hints);
/// The same for the start of a file, in memory.
FormatDecision decide_format(std::string_view path, std::string_view text,
                             const FormatHints& hints);

/// The format by the name, and by the start of the file when the name fits several formats (.xml).
/// nullptr when neither decides. `path` may lack the ".gz" that the file has.
const InputFormat* input_format_of_file(std::string_view path);

/// Whether a path is a graph file: by its ending, or by its first bytes when the ending does not
/// decide.
bool is_graph_file(const std::string& path);

}  // namespace oscegraph
