// SPDX-License-Identifier: Apache-2.0
//
// A source of records: a name and a stream of bytes. The functions open a file (plain or gzip) or
// standard input, and list the files in a folder.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/threads/context.hpp"
#include "oscegraph/loader/inputs/byte_stream.hpp"

namespace oscegraph {

struct Source {
  std::string name;  ///< as the user gave it, or as found in a folder
  ByteStream bytes;
};

/// The files in a folder that may hold records, and those that do not.
struct FolderListing {
  std::vector<std::string> files;    ///< sorted by path
  std::vector<std::string> skipped;  ///< sorted by path
};

/// Lists a folder recursively; skips names that begin with '.'. `wanted` gets the path without
/// ".gz".
FolderListing list_folder(const std::string& folder,
                          const std::function<bool(std::string_view path)>& wanted);

/// Opens a file, or standard input for "-". Throws Error when it is missing or may not be read.
Source open_source(const std::string& path, const Context& context = {},
                   std::size_t block = ByteStream::usual_block);

/// The whole text of a small file: a mapping, a list of names. Throws Error, as ByteStream does.
std::string text_of_file(const std::string& path, const Context& context = {});

}  // namespace oscegraph
