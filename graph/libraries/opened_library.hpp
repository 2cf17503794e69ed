// SPDX-License-Identifier: Apache-2.0
//
// Opens a shared library when it is first needed (dlopen). If the library were linked, it would
// slow the start of every command, and the program would not run without it.
#pragma once

#include <initializer_list>
#include <string>

namespace oscegraph {

/// Texts of the errors for a missing library or a missing function.
struct LibraryWords {
  std::string name;     ///< "librsvg"
  std::string missing;  ///< "pictures need librsvg, which is not installed here"
  std::string install;  ///< what to do when it is missing
  std::string too_old;  ///< what to do when it lacks a function
};

/// The library stays open until the program ends.
class OpenedLibrary {
 public:
  /// Opens the first of `files` that can be opened. Throws Error.
  OpenedLibrary(std::initializer_list<const char*> files, LibraryWords words);

  /// Sets `function` to the function called `name`, of this library or of one it has loaded. Throws
  /// Error.
  template <typename Function>
  void find(const char* name, Function& function) const {
    function = reinterpret_cast<Function>(address(name));
  }

 private:
  [[nodiscard]] void* address(const char* name) const;

  LibraryWords words_;
  void* handle_ = nullptr;
};

}  // namespace oscegraph
