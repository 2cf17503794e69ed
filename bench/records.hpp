// SPDX-License-Identifier: Apache-2.0
//
// A benchmark network as records: documents of some five thousand claims, nodes with the names and
// attributes that donors publish, and one claim for each edge. What it says follows from the network
// and the seed alone; the forms differ only in how it is written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "oscegraph/bench/network.hpp"

namespace oscegraph::bench {

/// `form` is "native" or "shuffled", into the file `target`, or "csv", into the folder `target`.
/// False, with a sentence on standard error, when that cannot be done.
bool write_records(const Network& network, std::uint64_t seed, std::string_view form,
                   const std::string& target);

}  // namespace oscegraph::bench
