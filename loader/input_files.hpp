// SPDX-License-Identifier: Apache-2.0
//
// From what a user names, files and folders, to the files that are read.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "oscegraph/loader/load.hpp"

namespace oscegraph {

struct InputFiles {
  std::vector<std::string> files;
  std::vector<std::string> skipped;  ///< files of folders that are passed over
};

/// Adds a file, or what of a folder holds data, in order of path. Throws Error when that is nothing.
void list_input(const std::string& path, const LoadOptions& options, InputFiles& inputs);

/// Bytes of all; 0 when they cannot be known before reading: standard input, compressed files.
std::uint64_t total_size(const std::vector<std::string>& files);

/// Of files that can be asked for their size.
InputSize input_size(const std::vector<std::string>& files);

/// Whether any source gave a record.
bool gave_something(const Loaded& loaded);
/// A file that gives nothing is passed over with a warning; where no other gives anything, that is the
/// mistake: the warnings become problems.
void refuse_left_out(std::vector<Problem>& warnings, Problems& problems);

}  // namespace oscegraph
