// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/output/target_path.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {

namespace fs = std::filesystem;

std::string follow_symlinks(std::string path) {
  constexpr int most_links = 40;  // the kernel's own limit
  std::error_code ignored;
  for (int i = 0; i < most_links && fs::is_symlink(path, ignored); ++i) {
    const fs::path next = fs::read_symlink(path, ignored);
    if (ignored) break;
    path = (fs::path(path).parent_path() / next).string();
  }
  return path;
}

std::string temporary_beside(const std::string& path, int n) {
  constexpr std::size_t longest_stem = 200;  // a file name has at most 255 bytes
  const fs::path full(path);
  std::string name = "." + full.filename().string().substr(0, longest_stem) + ".oscegraph-tmp";
  if (n > 0) name += to_text(n);
  return (full.parent_path() / name).string();
}

std::string folder_of(const std::string& path) {
  const std::string folder = fs::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

void sync_folder(const std::string& folder, const std::string& name) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  const int error = ::fsync(descriptor) == 0 ? 0 : errno;
  ::close(descriptor);
  if (error == 0 || error == EINVAL || error == ENOTSUP) return;
  throw Error(Problem{{name},
                      "written, but the disk does not confirm that it stays: " +
                          std::generic_category().message(error),
                      {},
                      "look whether it is there, and at the disk"});
}

Error cannot_write(const std::string& name, int error) {
  const auto problem = [&](const std::string& what, std::string next) {
    return Error(Problem{{name}, "cannot write: " + what, {}, std::move(next)});
  };
  const std::string folder = in_quotes(folder_of(name));
  switch (error) {
    case ENOENT: return problem("no such folder " + folder, "create it or give another -o");
    case ENOTDIR: return problem(folder + " is not a folder", "give another -o");
    case EISDIR: return problem("this is a folder", "give the name of a file in it");
    case EACCES:
    case EPERM: return problem("no permission to write there", "give another -o");
    case ENOSPC:
    case EDQUOT:
      return problem(std::generic_category().message(error),
                     "free some space or write elsewhere; nothing was kept");
    case EPIPE: return problem("the reader of the pipe has gone", "");
    default: return problem(std::generic_category().message(error), "nothing was kept");
  }
}

}  // namespace oscegraph
