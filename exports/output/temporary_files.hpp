// SPDX-License-Identifier: Apache-2.0
//
// The names of the unfinished files and folders of this process, for when it must end at once: what is
// not finished shall not stay behind. Output and OutputFolder enter theirs; a signal handler may remove
// them, so the list is a fixed one and needs no lock to be read.
#pragma once

#include <cstddef>
#include <string>

namespace oscegraph {

/// One entry of the list, as long as the object lives. A name that is too long, or one too many, is not
/// entered: it is then removed by its owner only.
class TemporaryName {
 public:
  TemporaryName() = default;
  explicit TemporaryName(const std::string& path);
  TemporaryName(TemporaryName&& other) noexcept;
  TemporaryName& operator=(TemporaryName&& other) noexcept;
  TemporaryName(const TemporaryName&) = delete;
  TemporaryName& operator=(const TemporaryName&) = delete;
  ~TemporaryName() { forget(); }

  void forget() noexcept;

 private:
  static constexpr std::size_t nowhere = ~std::size_t{0};
  std::size_t slot_ = nowhere;
};

/// As long as one lives, several files are being put in place one after the other.
class PuttingInPlace {
 public:
  PuttingInPlace() noexcept;
  PuttingInPlace(const PuttingInPlace&) = delete;
  PuttingInPlace& operator=(const PuttingInPlace&) = delete;
  ~PuttingInPlace();
};

/// Removes all that are entered, for a process that ends next. False, and nothing done, while files are
/// being put in place: ask again a little later. A signal handler may call it.
bool remove_temporaries() noexcept;

}  // namespace oscegraph
