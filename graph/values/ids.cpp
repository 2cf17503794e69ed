// SPDX-License-Identifier: Apache-2.0
//
// Checks that a number fits into 32 bits.
#include "oscegraph/graph/values/ids.hpp"

#include <string>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/values/error.hpp"

namespace oscegraph {

std::uint32_t next_id(std::size_t count, std::string_view things) {
  if (count < none) return static_cast<std::uint32_t>(count);
  throw Error("the input has more " + std::string(things) + " than one graph can hold",
              "a graph holds up to " + grouped(none) + " of them", "load a part of it");
}

}  // namespace oscegraph
