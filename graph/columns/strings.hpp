// SPDX-License-Identifier: Apache-2.0
//
// Stores all strings of a graph in one arena. Each distinct string is stored once, and other
// columns refer to it by a 32-bit number. Number 0 is the empty string.
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "oscegraph/graph/columns/shared_column.hpp"

namespace oscegraph {

using StringId = std::uint32_t;

/// The finished, read-only arena: text i lies between starts[i] and starts[i + 1]. It may lie in a
/// file that was not verified, so positions are clamped to the arena.
class StringPool {
 public:
  StringPool() : StringPool({}, {0, 0}) {}
  StringPool(std::vector<char> bytes, std::vector<std::uint64_t> starts)
      : StringPool(SharedColumn(std::move(bytes)), SharedColumn(std::move(starts))) {}
  /// `starts` has at least two entries.
  StringPool(SharedColumn<char> bytes, SharedColumn<std::uint64_t> starts)
      : bytes_(std::move(bytes)),
        starts_(std::move(starts)) {}

  [[nodiscard]] std::string_view operator[](StringId id) const {
    const std::size_t i = id < size() ? id : 0;
    const std::span<const char> bytes = bytes_.stored();
    const std::uint64_t last = std::min<std::uint64_t>(starts_[i + 1], bytes.size());
    const std::uint64_t first = std::min(starts_[i], last);
    return {bytes.data() + first, static_cast<std::size_t>(last - first)};
  }
  [[nodiscard]] std::size_t size() const { return starts_.size() - 1; }
  [[nodiscard]] std::size_t byte_size() const { return bytes_.byte_size() + starts_.byte_size(); }

 private:
  friend class Graph;
  friend class GraphFile;
  SharedColumn<char> bytes_;
  SharedColumn<std::uint64_t> starts_;
};

/// Builds a pool. Cost: one hash and, for a new string, one copy.
class StringInterner {
 public:
  StringInterner();

  StringId intern(std::string_view text);
  /// nullopt when the text has not been interned.
  [[nodiscard]] std::optional<StringId> find(std::string_view text) const;
  [[nodiscard]] std::string_view operator[](StringId id) const { return texts_[id]; }

  /// Returns the strings as a pool; the interner is empty afterwards.
  StringPool finish();

 private:
  std::deque<std::string> texts_;
  std::unordered_map<std::string_view, StringId> ids_;
};

}  // namespace oscegraph
