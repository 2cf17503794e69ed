// SPDX-License-Identifier: Apache-2.0
//
// Writes files into a folder that is made or already exists. A new folder is filled under a
// temporary name and put in place by a single rename, which is atomic. In an existing folder, each
// file is renamed by itself: if the machine stops between two renames, the folder contains some new
// and some old files.
#include "oscegraph/exports/output/output_folder.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <utility>

#include "oscegraph/exports/output/target_path.hpp"

namespace oscegraph {

OutputFolder::OutputFolder(std::string path, Context context)
    : name_(std::move(path)),
      context_(std::move(context)) {
  std::string bare = name_;
  while (bare.size() > 1 && bare.ends_with('/')) bare.pop_back();
  target_ = follow_symlinks(bare);
  struct stat found {};
  if (::stat(target_.c_str(), &found) == 0) {
    if (!S_ISDIR(found.st_mode))
      throw Error(Problem{{name_},
                          "cannot write: a file of this name exists",
                          {},
                          "this format is a folder of files; give another -o"});
    return;
  }
  for (int n = 0; n < most_temporaries && temporary_.empty(); ++n) {
    std::string beside = temporary_beside(target_, n);
    if (::mkdir(beside.c_str(), 0777) == 0) {
      temporary_ = std::move(beside);
      entered_ = TemporaryName(temporary_);
    } else if (errno != EEXIST) {
      throw cannot_write(bare, errno);
    }
  }
  if (temporary_.empty()) throw cannot_write(bare, EEXIST);
}

OutputFolder::~OutputFolder() {
  if (temporary_.empty()) return;
  for (Output& file : files_) {
    file.discard();
    ::unlink(file.target_.c_str());
  }
  ::rmdir(temporary_.c_str());
}

Output& OutputFolder::file(std::string_view name) {
  const std::string& folder = temporary_.empty() ? target_ : temporary_;
  Output& output = files_.emplace_back(Output::to_file(folder + '/' + std::string(name), context_));
  output.name_ = name_ + (name_.ends_with('/') ? "" : "/") + std::string(name);
  return output;
}

void OutputFolder::commit() {
  for (Output& file : files_) file.finish_writing();
  const PuttingInPlace no_half_of_them;
  for (Output& file : files_) file.put_in_place();
  sync_folder(temporary_.empty() ? target_ : temporary_, name_);
  if (temporary_.empty()) return;
  if (std::rename(temporary_.c_str(), target_.c_str()) != 0) throw cannot_write(name_, errno);
  temporary_.clear();
  entered_.forget();
  sync_folder(folder_of(target_), name_);
}

}  // namespace oscegraph
