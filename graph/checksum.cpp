// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/graph/checksum.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace oscegraph {

std::uint64_t checksum(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

}  // namespace oscegraph
