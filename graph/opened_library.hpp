// SPDX-License-Identifier: Apache-2.0
//
// A library that is opened when something first needs it. Linked, it would slow the start of every
// command, and the program would not run without it.
#pragma once

#include <initializer_list>
#include <string>

namespace oscegraph {

/// What is said when the library, or a function of it, is not there.
struct LibraryWords {
  std::string name;     ///< "librsvg"
  std::string missing;  ///< "pictures need librsvg, which is not installed here"
  std::string install;  ///< what to do then
  std::string too_old;  ///< what to do when it lacks a function
};

/// It stays open until the program ends.
class OpenedLibrary {
 public:
  /// Opens the first of `files` that is there. Throws Error.
  OpenedLibrary(std::initializer_list<const char*> files, LibraryWords words);

  /// Sets `function` to the one called `name`, of this library or of those it has loaded. Throws Error.
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
