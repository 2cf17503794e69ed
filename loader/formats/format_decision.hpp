// SPDX-License-Identifier: Apache-2.0
//
// Which format an input is. Content that is certain (a file of another program, the first element of an
// XML, the outermost keys of a JSON) counts more than the ending of the name; the ending counts more than
// what the content only looks like.
#pragma once

#include <optional>
#include <string_view>

#include "oscegraph/graph/error.hpp"
#include "oscegraph/loader/formats/format.hpp"

namespace oscegraph {

struct FormatDecision {
  const InputFormat* format = nullptr;  ///< nullptr: none, and `problem` says why
  std::optional<Problem> problem;
  /// To be told beside what is read: the file may be meant otherwise.
  std::optional<Problem> note;
  /// The name is that of a running text: a problem with it does not stop the others.
  bool running_text = false;
};

struct FormatHints {
  std::string_view format;     ///< as --format names it; empty: name and content tell
  bool has_table_map = false;  ///< a mapping of a table is given
};

/// Looks at the start of the source, and takes nothing of it; of a JSON object, a zip and an old workbook
/// as much as they need. Throws UsageError when the named format is none, and what peek() throws.
FormatDecision decide_format(Source& source, const FormatHints& hints);
/// The same of the start of a file, in memory.
FormatDecision decide_format(std::string_view path, std::string_view text,
                             const FormatHints& hints);

/// By the name, and by the start of the file where the name is that of several formats (.xml). nullptr
/// when neither tells. `path` may lack a ".gz" that the file has.
const InputFormat* input_format_of_file(std::string_view path);

/// Whether a path is that of a graph file, by its ending, or by its first bytes where the ending tells nothing.
bool is_graph_file(const std::string& path);

}  // namespace oscegraph
