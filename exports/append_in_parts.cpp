// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/append_in_parts.hpp"

#include <condition_variable>
#include <mutex>
#include <vector>

#include "oscegraph/graph/parallel.hpp"

namespace oscegraph {

void append_in_parts(Output& out, const IdSet& ids,
                     const std::function<void(std::span<const std::uint32_t>, Output&)>& write) {
  constexpr std::size_t grain = 1024;  // some hundred kilobytes
  const unsigned threads = thread_count(0);
  struct Own {
    std::vector<std::uint32_t> part;
    Output text;
  };
  std::vector<Own> own(threads);
  std::mutex mutex;
  std::condition_variable changed;
  std::size_t next = 0;  // where the part begins whose turn it is
  bool failed = false;
  const auto append = [&](std::size_t first, std::size_t last, Own& mine) {
    mine.part.clear();
    for (std::size_t id = first; id < last; ++id)
      if (ids.contains(static_cast<std::uint32_t>(id)))
        mine.part.push_back(static_cast<std::uint32_t>(id));
    mine.text.clear();
    write(mine.part, mine.text);
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return next == first || failed; });
    if (failed) return;
    out.append(mine.text.text());
    next = last;
    changed.notify_all();
  };
  parallel_ranges(ids.capacity(), grain, threads,
                  [&](std::size_t first, std::size_t last, unsigned thread) {
                    try {
                      append(first, last, own[thread]);
                    } catch (...) {
                      // Those who wait for this part's turn must not wait for ever.
                      const std::lock_guard lock(mutex);
                      failed = true;
                      changed.notify_all();
                      throw;
                    }
                  });
}

}  // namespace oscegraph
