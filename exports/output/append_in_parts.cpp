// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/output/append_in_parts.hpp"

#include <vector>

#include "oscegraph/graph/threads/workers.hpp"

namespace oscegraph {

void append_in_parts(Output& out, const IdSet& ids,
                     const std::function<void(std::span<const std::uint32_t>, Output&)>& write) {
  constexpr std::size_t grain = 1024;  // some hundred kilobytes
  Workers workers(out.context());
  std::vector<std::vector<std::uint32_t>> parts(workers.count());
  const auto make = [&](std::size_t piece, unsigned worker, Output& text) {
    std::vector<std::uint32_t>& part = parts[worker];
    part.clear();
    const std::size_t last = std::min(ids.capacity(), (piece + 1) * grain);
    for (std::size_t id = piece * grain; id < last; ++id)
      if (ids.contains(static_cast<std::uint32_t>(id)))
        part.push_back(static_cast<std::uint32_t>(id));
    text.clear();
    write(part, text);
  };
  workers.ordered((ids.capacity() + grain - 1) / grain, [](unsigned) {}, [] { return Output(); },
                  make, [&](std::size_t, Output& text) { out.append(text.text()); });
}

}  // namespace oscegraph
