// SPDX-License-Identifier: Apache-2.0
//
// Makes the files of the repository that programs in other languages read: the fields of records
// and the words of the graph. They are made from graph/columns/schema.hpp,
// graph/values/vocabulary.hpp, and the colours and shapes in exports/.
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
