// SPDX-License-Identifier: Apache-2.0
//
// A list of the unfinished files and folders of this process, so that they can be removed when the
// process must end at once. Output and OutputFolder enter their temporary files. A signal handler
// may read the list, so the list has a fixed size and needs no lock.
#pragma once

#include <cstddef>
#include <string>

namespace oscegraph {

/// One entry of the list, as long as the object lives. A name is not entered when it is too long or
/// when the list is full: then only its owner removes the file.
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

/// While such an object lives, several files are being renamed to their targets, one after the
/// other.
class PuttingInPlace {
 public:
  PuttingInPlace() noexcept;
  PuttingInPlace(const PuttingInPlace&) = delete;
  PuttingInPlace& operator=(const PuttingInPlace&) = delete;
  ~PuttingInPlace();
};

/// Removes all entered files and folders, when the process is about to end. Returns false and does
/// nothing while a PuttingInPlace lives: call it again a little later. A signal handler may call
/// it.
bool remove_temporaries() noexcept;

}  // namespace oscegraph
