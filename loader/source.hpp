// SPDX-License-Identifier: Apache-2.0
//
// Where bytes come from: files (plain or gzip), folders, standard input and the data compiled in.
// A source is read whole before its reader starts. Its bytes are let go after that: a line that has to be
// shown later is read again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/context.hpp"
#include "oscegraph/graph/error.hpp"

namespace oscegraph {

struct Source {
  std::string name;  ///< as the user gave it, or found below the folder they gave
  std::string text;  ///< decompressed
};

/// The file names below a folder that could hold records, and those that could not.
struct FolderListing {
  std::vector<std::string> files;    ///< sorted by path
  std::vector<std::string> skipped;  ///< sorted by path
};

/// Recursively; names starting with '.' are passed over. `wanted` sees the path without ".gz".
FolderListing list_folder(const std::string& folder,
                          const std::function<bool(std::string_view path)>& wanted);

/// Reads a file, or standard input for "-". Throws Error when it is missing, unreadable, or a
/// damaged gzip file.
Source read_source(const std::string& path, const Context& context = {});

inline constexpr std::size_t any_size = std::string::npos;

/// Decompresses gzip data (one or more members, and zeros behind the last); other data comes back as
/// it is. Throws Error when
/// the data is damaged, or grows past `most` bytes: a few kilobytes can unpack to many gigabytes.
std::string decompress(const std::string& name, std::string bytes, std::size_t most = any_size,
                       const Context& context = {});

/// The line a place is on, as excerpt() shows it; "" when the place is not in the text.
std::string excerpt_at(std::string_view text, const Place& place);

/// Whether a file can be read again: it is no pipe and no standard input.
bool can_be_read_again(const std::string& path);

/// The line a place is on, out of its file; "" when it cannot be read, or is shorter now.
std::string excerpt_of_file(const Place& place, const Context& context = {});

}  // namespace oscegraph
