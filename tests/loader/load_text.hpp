// SPDX-License-Identifier: Apache-2.0
//
// Loads inputs from strings: writes the files of a test into a temporary folder and loads the
// folder.
#pragma once

#include <stdlib.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "oscegraph/graph/graph_file.hpp"
#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/loader/load.hpp"

namespace oscegraph::testing {

class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "oscegraph-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  std::string write(const std::string& name, const std::string& text) const {
    const std::filesystem::path path = path_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
  }
  [[nodiscard]] std::string path() const { return path_.string(); }
  /// The text without the path of this folder, which differs in each run.
  [[nodiscard]] std::string strip(std::string text) const {
    const std::string prefix = path_.string() + "/";
    for (auto at = text.find(prefix); at != std::string::npos; at = text.find(prefix))
      text.erase(at, prefix.size());
    return text;
  }

 private:
  std::filesystem::path path_;
};

/// The bytes of the graph file: they are equal if and only if the graphs are.
inline std::string bytes_of(const Graph& graph) {
  std::string bytes;
  write_graph_file(graph, [&](std::string_view piece) { bytes += piece; });
  return bytes;
}

struct Outcome {
  Loaded loaded;
  std::vector<std::string> problems;
};

/// Loads one file of the given name and content, collecting problems as sentences.
inline Outcome load_text(const std::string& name, const std::string& text,
                         LoadOptions options = {}) {
  const Folder folder;
  options.inputs = {folder.write(name, text)};
  Problems problems(100);
  Outcome outcome{load(options, problems), {}};
  for (const Problem& problem : problems.list())
    BOOST_TEST_MESSAGE(outcome.problems.emplace_back(folder.strip(sentence(problem))));
  return outcome;
}

}  // namespace oscegraph::testing
