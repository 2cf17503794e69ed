// SPDX-License-Identifier: Apache-2.0
//
// The four things a graph counts. Each is a dense 32-bit position into the graph's columns, valid
// for one Graph only; what stays the same between loads is the text id of a node or document.
#pragma once

#include <cstddef>
#include <cstdint>
#include <ranges>
#include <string_view>

namespace oscegraph {

using NodeId = std::uint32_t;
using EdgeId = std::uint32_t;
using ClaimId = std::uint32_t;
using DocumentId = std::uint32_t;

/// "No such node" (a claim without `via`), edge, claim or document.
inline constexpr std::uint32_t none = 0xffffffffU;

/// The id of the next of `count` things so far, "nodes" and the like; Error when 32 bits have no id
/// left for it.
std::uint32_t next_id(std::size_t count, std::string_view things);

/// The ids first .. last - 1, as a range.
using IdRange = std::ranges::iota_view<std::uint32_t, std::uint32_t>;
inline IdRange id_range(std::size_t first, std::size_t last) {
  return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
}

}  // namespace oscegraph
