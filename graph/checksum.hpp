// SPDX-License-Identifier: Apache-2.0
//
// Numbers that tell whether bytes are still the ones that were written, and spread texts evenly: XXH3
// with 64 bits, https://xxhash.com. It keeps out accidents, not enemies.
#pragma once

#include <cstdint>
#include <string_view>

namespace oscegraph {

std::uint64_t checksum(std::string_view bytes);

}  // namespace oscegraph
