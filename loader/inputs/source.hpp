// SPDX-License-Identifier: Apache-2.0
//
// Where records come from: files (plain or gzip), standard input, the data compiled in, and what the
// folders that are given hold.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/context.hpp"
#include "oscegraph/loader/inputs/byte_stream.hpp"

namespace oscegraph {

struct Source {
  std::string name;  ///< as the user gave it, or found below the folder they gave
  ByteStream bytes;
};

/// The file names below a folder that could hold records, and those that could not.
struct FolderListing {
  std::vector<std::string> files;    ///< sorted by path
  std::vector<std::string> skipped;  ///< sorted by path
};

/// Recursively; names starting with '.' are passed over. `wanted` sees the path without ".gz".
FolderListing list_folder(const std::string& folder,
                          const std::function<bool(std::string_view path)>& wanted);

/// A file, or standard input for "-", to be read. Throws Error when it is missing or may not be read.
Source open_source(const std::string& path, const Context& context = {},
                   std::size_t block = ByteStream::usual_block);

/// All of a file, which is small: a mapping, a list of names. Throws Error, as ByteStream does.
std::string text_of_file(const std::string& path, const Context& context = {});

}  // namespace oscegraph
