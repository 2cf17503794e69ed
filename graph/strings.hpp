// SPDX-License-Identifier: Apache-2.0
//
// One arena for every string of a graph. Each distinct string is stored once and is a 32-bit number
// from then on; number 0 is the empty string.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace oscegraph {

using StringId = std::uint32_t;

/// The finished, read-only arena: text i lies between starts[i] and starts[i + 1].
class StringPool {
 public:
  StringPool() : starts_{0, 0} {}

  [[nodiscard]] std::string_view operator[](StringId id) const {
    return std::string_view(bytes_).substr(starts_[id], starts_[id + 1] - starts_[id]);
  }
  [[nodiscard]] std::size_t size() const { return starts_.size() - 1; }
  [[nodiscard]] std::size_t byte_size() const {
    return bytes_.size() + starts_.size() * sizeof(std::uint64_t);
  }

 private:
  friend class StringInterner;
  std::string bytes_;
  std::vector<std::uint64_t> starts_;
};

/// Fills a pool. Cost: one hash and, for a new string, one copy.
class StringInterner {
 public:
  StringInterner();

  StringId intern(std::string_view text);
  [[nodiscard]] std::string_view operator[](StringId id) const { return texts_[id]; }

  /// Hands the strings over as a pool; the interner is empty afterwards.
  StringPool finish();

 private:
  std::deque<std::string> texts_;
  std::unordered_map<std::string_view, StringId> ids_;
};

}  // namespace oscegraph
