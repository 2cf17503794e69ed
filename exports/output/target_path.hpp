// SPDX-License-Identifier: Apache-2.0
//
// Functions on paths that Output and OutputFolder both use: symlinks, temporary names, and flushing
// a folder to disk.
#pragma once

#include <string>

#include "oscegraph/graph/values/error.hpp"

namespace oscegraph {

/// The path after following symlinks of its last component, also when the target does not exist
/// yet.
std::string follow_symlinks(std::string path);

/// The name of the n-th temporary file beside `path`: "out/.x.graphml.oscegraph-tmp".
std::string temporary_beside(const std::string& path, int n);
inline constexpr int most_temporaries = 100;

/// The folder a path lies in; "." for a bare name.
std::string folder_of(const std::string& path);

/// Flushes the folder, so that the renames that made `name` in it survive a loss of power. Throws
/// when the disk fails; a folder that may not be read, or a file system that cannot do this, is no
/// error.
void sync_folder(const std::string& folder, const std::string& name);

/// The Error to throw for the errno `error` that occurred while writing `name`.
Error cannot_write(const std::string& name, int error);

}  // namespace oscegraph
