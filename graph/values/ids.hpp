// SPDX-License-Identifier: Apache-2.0
//
// Declares the numbers of nodes, edges, claims and documents. Each is a 32-bit position in the
// graph's columns and valid for one Graph only. Between loads only the text id of a node or
// document stays the same.
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

/// "No such node, edge, claim or document", as the `via` of a claim that has none.
inline constexpr std::uint32_t none = 0xffffffffU;

/// The next id after `count` things, as a number. Throws Error, which names `things` ("nodes" and
/// the like), when 32 bits are not enough.
std::uint32_t next_id(std::size_t count, std::string_view things);

/// The ids first .. last - 1, as a range.
using IdRange = std::ranges::iota_view<std::uint32_t, std::uint32_t>;
inline IdRange id_range(std::size_t first, std::size_t last) {
  return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
}

}  // namespace oscegraph
