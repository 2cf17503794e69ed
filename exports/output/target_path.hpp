// SPDX-License-Identifier: Apache-2.0
//
// What Output and OutputFolder both need to know about the place they write to.
#pragma once

#include <string>

#include "oscegraph/graph/error.hpp"

namespace oscegraph {

/// Where the path's last component leads through symlinks, also when nothing is there yet.
std::string follow_symlinks(std::string path);

/// The name of the n-th temporary file beside `path`: "out/.x.graphml.oscegraph-tmp".
std::string temporary_beside(const std::string& path, int n);
inline constexpr int most_temporaries = 100;

/// The folder a path lies in; "." for a bare name.
std::string folder_of(const std::string& path);

/// Makes the renames into `folder`, by which `name` came to be, outlast a loss of power. Throws when the
/// disk fails; a folder that may not be read, or a file system that cannot do this, is no error.
void sync_folder(const std::string& folder, const std::string& name);

/// The sentence for the errno `error` met while writing `name`.
Error cannot_write(const std::string& name, int error);

}  // namespace oscegraph
