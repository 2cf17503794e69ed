// SPDX-License-Identifier: Apache-2.0
//
// Which known name is a new one probably a misspelling of? Stricter than the nearest name, which
// answers somebody who asked for what is not there: here every name that is new is looked at, and
// most are new rightly. Two names count when, normalised, few letters differ (one in six, three at
// most) and their digits agree, since "phase 2" is no slip of "phase 3".
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace oscegraph {

/// Whether both are codes or abbreviations (no blanks, no small letters) and not a slip of each other: of
/// a few letters each one says something else, and so does each digit.
bool are_two_codes(std::string_view a, std::string_view b);

class KnownSpellings {
 public:
  /// The text must outlive this; `sort` is the caller's. Cost: normalising it once.
  void add(std::string_view name, std::uint32_t sort = 0);

  /// The nearest known name, of equally near ones the first in alphabetical order; nullopt when none
  /// is near, or when `name` is itself known. Only names of a sort that fits count. Cost: a scan over
  /// the names of about its length, most of them turned away by the letters they have.
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
