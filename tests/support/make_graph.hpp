// SPDX-License-Identifier: Apache-2.0
//
// Makes small graphs from text, in which each line is one statement:
//
//   state:NO funds project:A   doc=d1 amount=100.00 currency=EUR flow=committed start=2023 at="line 5"
//   office:X implements project:A
//   node agency:norad name="Norad" alias="NORAD" attr.city="Oslo"
//   document d1 title="A title" date=2024-11-22 publisher="OSCE"
//
// A node is made when it is first named: its kind is the text before the colon, its name the text
// after it. A claim without doc= is in document "d". Later lines may add values to a node or
// document.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "oscegraph/graph/graph.hpp"

namespace oscegraph::test {

/// Throws std::invalid_argument with the line when it cannot be read.
Graph make_graph(std::string_view lines);

/// `size` projects "project:000", "project:001" ... joined by part_of edges; node i is NodeId i. A
/// pair given twice becomes a parallel edge (channels_to).
using Arrows = std::vector<std::pair<NodeId, NodeId>>;
Graph make_plain_graph(std::size_t size, const Arrows& arrows);

/// The node of that id; throws std::invalid_argument when there is none.
NodeId node(const Graph& graph, std::string_view id);

/// Pseudorandom numbers that are the same on every machine for one seed (SplitMix64).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  /// A number in 0 .. limit - 1.
  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(next() % limit); }
  /// True once in so many times.
  bool one_in(std::uint32_t times) { return below(times) == 0; }

 private:
  std::uint64_t state_;
};

/// Random arrows between `size` nodes, which may be loops or parallel.
Arrows random_arrows(Random& random, std::size_t size, std::size_t count);

/// Visits every set of arrows without loops between `size` nodes (at most 4): 2^(n(n-1)) of them.
template <typename Visit>
void for_each_plain_graph(std::size_t size, Visit visit) {
  Arrows all;
  for (NodeId from = 0; from < size; ++from)
    for (NodeId to = 0; to < size; ++to)
      if (from != to) all.emplace_back(from, to);
  for (std::uint32_t chosen = 0; chosen < (1U << all.size()); ++chosen) {
    Arrows arrows;
    for (std::size_t i = 0; i < all.size(); ++i)
      if ((chosen >> i & 1U) != 0) arrows.push_back(all[i]);
    visit(make_plain_graph(size, arrows), arrows);
  }
}

}  // namespace oscegraph::test
