// SPDX-License-Identifier: Apache-2.0
//
// The destination of a format that consists of several files. Either all files appear, or none.
#pragma once

#include <deque>
#include <string>
#include <string_view>

#include "oscegraph/exports/output/output.hpp"

namespace oscegraph {

/// A new folder is filled under a temporary name beside its place and renamed by commit(). Into a folder
/// that exists, each file goes as a temporary, and all are renamed at the end; other files in it are left
/// alone.
class OutputFolder {
 public:
  explicit OutputFolder(std::string path, Context context = {});
  OutputFolder(const OutputFolder&) = delete;
  OutputFolder(OutputFolder&&) = delete;
  OutputFolder& operator=(const OutputFolder&) = delete;
  OutputFolder& operator=(OutputFolder&&) = delete;
  ~OutputFolder();

  /// A new file in the folder; the reference stays valid. Precondition: a plain name, used once.
  Output& file(std::string_view name);
  void commit();

  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  std::string name_;
  Context context_;
  std::string target_;
  std::string temporary_;  ///< path of the new folder; empty: the folder exists already
  TemporaryName entered_;  ///< the entry of temporary_ in the list of temporary files
  std::deque<Output> files_;
};

}  // namespace oscegraph
