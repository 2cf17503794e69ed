// SPDX-License-Identifier: Apache-2.0
//
// From what a user names, files and folders, to the files that are read.
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

/// Adds a file, or what of a folder holds data, in order of path. Throws Error when that is nothing.
void list_input(const std::string& path, const LoadOptions& options, InputFiles& inputs);

/// Whether a path that a user names is a folder.
bool is_folder(const std::string& path);

/// Of the files that can be asked for it; graph files count as records. Cost: each is asked once.
InputSize input_size(const std::vector<std::string>& files);
/// Bytes to read in all; 0 when they cannot be known before reading.
std::uint64_t total_of(const InputSize& size);

/// Whether any source gave a record.
bool gave_something(const Loaded& loaded);
/// A file that gives nothing is passed over with a warning; where no other gives anything, that is the
/// mistake: the warnings become problems.
void refuse_left_out(std::vector<Problem>& warnings, Problems& problems);

/// What each file is called as a document: its name, with the folders above it that tell it from other files
/// of that name. By path.
std::map<std::string, std::string> document_names(const std::vector<std::string>& files);

}  // namespace oscegraph
