// SPDX-License-Identifier: Apache-2.0
//
// Compresses answers for clients that accept gzip. The whole answer is compressed at once, in
// memory.
#pragma once

#include <string>
#include <string_view>

namespace oscegraph::cli {

/// Whether an Accept-Encoding header accepts gzip: it names gzip, or '*', and not with q=0.
bool accepts_gzip(std::string_view accept_encoding);

/// `level` is zlib's, 1 (fast) to 9 (small).
std::string gzipped(std::string_view bytes, int level);

}  // namespace oscegraph::cli
