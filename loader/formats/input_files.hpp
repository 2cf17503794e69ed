// SPDX-License-Identifier: Apache-2.0
//
// Lists the files to read, from the files and folders that a user names.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "oscegraph/loader/inputs/load_options.hpp"
#include "oscegraph/loader/resolve/loaded.hpp"

namespace oscegraph {

struct InputFiles {
  std::vector<std::string> files;
  std::vector<std::string> skipped;  ///< files of folders that are passed over
};

/// Adds a file, or the inputs of a folder, in order of path. Throws Error when the path does not
/// exist.
void list_input(const std::string& path, const LoadOptions& options, InputFiles& inputs);

/// Whether a path that a user names is a folder.
bool is_folder(const std::string& path);

/// The sizes of the files, as far as they are known; graph files count as records. Cost: one system
/// call per file.
InputSize input_size(const std::vector<std::string>& files);
/// The bytes to read in total; 0 when not known before reading.
std::uint64_t total_of(const InputSize& size);

/// Whether any source had a record.
bool gave_something(const Loaded& loaded);
/// An input without records gives only a warning; when no input has any, these warnings become
/// problems.
void refuse_left_out(std::vector<Problem>& warnings, Problems& problems);

/// The name of each file as a document, by path: its file name, preceded by as many folders as are
/// needed to distinguish it from other files of that name.
std::map<std::string, std::string> document_names(const std::vector<std::string>& files);

}  // namespace oscegraph
