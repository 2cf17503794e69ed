// SPDX-License-Identifier: Apache-2.0
//
// What programs in other languages have to know of records and words, as files of the repository: made
// here from graph/schema.hpp, graph/vocabulary.hpp and the looks in exports/.
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
