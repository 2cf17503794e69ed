// SPDX-License-Identifier: Apache-2.0
//
// Finds the known name of which a new name is probably a misspelling. This is stricter than
// nearest.hpp, which suggests names to somebody who asked for a name that does not exist. Here
// every new name of an input is tested, and most of them are right. Two normalised names are near
// if few letters differ (one in six, but at least one and at most three) and their digits agree,
// since "phase 2" is no misspelling of "phase 3". Names of fewer than four letters are near no
// other.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace oscegraph {

/// Whether both are codes or abbreviations (no blanks, no lower-case letters) that mean different
/// things: in codes of up to five letters every letter counts, and digits always do.
bool are_two_codes(std::string_view a, std::string_view b);

class KnownSpellings {
 public:
  /// `name` must outlive this object; the caller chooses what `sort` means. Cost: normalises the
  /// name once.
  void add(std::string_view name, std::uint32_t sort = 0);

  /// The nearest known name, the first in alphabetical order among equally near ones; nullopt when
  /// none is near, or when `name` is itself known. Only names whose sort `fits` count. Cost: a scan
  /// over the names of similar length; a comparison of their letter sets rejects most of them.
  [[nodiscard]] std::optional<std::string_view> meant_by(
      std::string_view name, const std::function<bool(std::uint32_t sort)>& fits = nullptr) const;

 private:
  struct Spelling {
    std::string normalised;
    std::uint64_t letters = 0;  ///< a bit for each byte value (modulo 64) that occurs
    std::string_view name;
    std::uint32_t sort = 0;
  };
  static Spelling spelling_of(std::string_view name);

  std::vector<std::vector<Spelling>> by_length_;
};

}  // namespace oscegraph
