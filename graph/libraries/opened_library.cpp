// SPDX-License-Identifier: Apache-2.0
//
// Opens a library and looks up its functions with dlopen and dlsym.
#include "oscegraph/graph/libraries/opened_library.hpp"

#include <dlfcn.h>

#include <utility>

#include "oscegraph/graph/values/error.hpp"

namespace oscegraph {

OpenedLibrary::OpenedLibrary(std::initializer_list<const char*> files, LibraryWords words)
    : words_(std::move(words)) {
  for (const char* file : files)
    if (handle_ == nullptr) handle_ = ::dlopen(file, RTLD_NOW | RTLD_LOCAL);
  if (handle_ == nullptr) throw Error(words_.missing, "", words_.install);
}

void* OpenedLibrary::address(const char* name) const {
  void* found = ::dlsym(handle_, name);
  if (found == nullptr)
    throw Error("the " + words_.name + " found here has no " + name, "", words_.too_old);
  return found;
}

}  // namespace oscegraph
