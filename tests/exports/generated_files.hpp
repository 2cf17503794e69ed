// SPDX-License-Identifier: Apache-2.0
//
// Makes files of the repository for programs in other languages, with the fields of records and the
// words of the graph, from graph/columns/schema.hpp, graph/values/vocabulary.hpp, and the colours and shapes in
// exports/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace oscegraph::test {

struct GeneratedFile {
  std::string_view path;  ///< in the repository
  std::string text;
};

/// The JSON Schema of native records and the explorer page's lists.
std::vector<GeneratedFile> generated_files();

}  // namespace oscegraph::test
