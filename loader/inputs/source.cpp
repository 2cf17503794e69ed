// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/inputs/source.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "oscegraph/graph/values/error.hpp"

namespace oscegraph {
namespace {

[[noreturn]] void fail(const std::string& name, const std::string& what, const std::string& next) {
  throw Error(Problem{{name}, what, "", next});
}

}  // namespace

FolderListing list_folder(const std::string& folder,
                          const std::function<bool(std::string_view path)>& wanted) {
  namespace fs = std::filesystem;
  FolderListing listing;
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, error);
  if (error) fail(folder, "the folder cannot be read: " + error.message(), "check its permissions");
  for (; entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    const fs::path& path = entry->path();
    std::error_code ignored;
    if (path.filename().native().starts_with('.')) {
      if (entry->is_directory(ignored)) entry.disable_recursion_pending();
      continue;
    }
    if (!entry->is_regular_file(ignored)) continue;
    const fs::path plain = path.extension() == ".gz" ? fs::path(path).replace_extension() : path;
    (wanted(plain.native()) ? listing.files : listing.skipped).push_back(path.native());
  }
  if (error)
    fail(folder, "a folder inside cannot be read: " + error.message(), "check its permissions");
  std::ranges::sort(listing.files);
  std::ranges::sort(listing.skipped);
  return listing;
}

Source open_source(const std::string& path, const Context& context, std::size_t block) {
  return {name_of_input(path), ByteStream(path, context, block)};
}

std::string text_of_file(const std::string& path, const Context& context) {
  return std::string(ByteStream(path, context).rest());
}

}  // namespace oscegraph
