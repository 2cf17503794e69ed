// SPDX-License-Identifier: Apache-2.0
//
// Writes a benchmark network as records: documents with about five thousand claims each, nodes with
// names and attributes like those that donors publish, and one claim for each edge. The content
// depends only on the network and the seed; the forms differ only in how the content is written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "oscegraph/bench/network.hpp"

namespace oscegraph::bench {

/// `form` is "native" or "shuffled" (`target` is a file) or "csv" (`target` is a folder). Returns
/// false after a message on standard error when it fails.
bool write_records(const Network& network, std::uint64_t seed, std::string_view form,
                   const std::string& target);

}  // namespace oscegraph::bench
