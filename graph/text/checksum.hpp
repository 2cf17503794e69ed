// SPDX-License-Identifier: Apache-2.0
//
// Computes a 64-bit checksum of bytes, which also serves as a hash of texts: XXH3,
// https://xxhash.com. It detects accidents, not attacks.
#pragma once

#include <cstdint>
#include <string_view>

namespace oscegraph {

std::uint64_t checksum(std::string_view bytes);

}  // namespace oscegraph
