// SPDX-License-Identifier: Apache-2.0
//
// Calls the library xxHash.
#include "oscegraph/graph/text/checksum.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#if XXH_VERSION_NUMBER < 800
#error "xxHash 0.8 or newer is needed: before that, XXH3 was not yet what it is now"
#endif

namespace oscegraph {

std::uint64_t checksum(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

}  // namespace oscegraph
