// SPDX-License-Identifier: Apache-2.0
//
// Estimates how long a query will take, before it runs, from the number of nodes and edges and from
// its options. A query that would take hours is refused at once, with the time it would take and
// with ways to ask for less. The table in cost.cpp has a line for each kind of work: what its time
// grows with, and how long one step takes. The estimates are right to an order of magnitude.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/subset.hpp"
#include "oscegraph/graph/threads/context.hpp"
#include "oscegraph/graph/values/error.hpp"

namespace oscegraph {

enum class Work : std::uint8_t {
  look,
  one_node,
  surroundings,
  reached_rows,
  top_rows,
  search,
  funding,
  common_projects,
  next_paths,
  more_paths,
  all_paths,
  tree,
  money_flow,
  common_neighbours,
  meeting,
  meeting_places,
  communities,
  measure,
  iteration,
  triangles,
  holes,
  distances,
  betweenness,
  sampled_betweenness,
  paths,
  springs,
  picture,
  file,
  view,
  list,
  reading,
  extraction,
  verifying,
  comparison
};

struct CostLine {
  Work work;
  std::string_view question;    ///< "exact betweenness"
  std::string_view grows_with;  ///< "nodes x edges"
  double seconds;               ///< for one of these, on one core
  bool on_all_cores = false;
  std::string_view way_out{};  ///< how to ask for less, apart from narrowing; may be empty
};

/// In the order of Work.
std::span<const CostLine> cost_lines();
const CostLine& line_of(Work work);

/// So many steps of a kind of work.
struct Cost {
  Work work = Work::look;
  double steps = 0;
};

/// The time in seconds. `threads`: 0 is as many as the machine runs at once.
double expected_time(std::span<const Cost> costs, unsigned threads = 0);

/// How much data the work reads, in words, and how to give it less.
struct Extent {
  std::string words;         ///< "3 nodes and 2 edges"
  std::string_view way_out;  ///< "narrow the graph"
};
Extent extent_of(const Subset& scope);

/// Throws TooCostly when the work, with the context's threads, is expected to take longer than the
/// context's budget. The error says what would take how long, how much is allowed, and what helps.
/// The last suggestion is `more`: how to get a larger budget.
void require_patience(std::span<const Cost> costs, const Extent& extent, const Context& context,
                      std::string_view more);

/// The sum, over the projects, of the square of the number of edges that lead to each. It estimates
/// the pairs of nodes with a project in common. Cost: O(nodes).
double pairs_with_common_projects(const Subset& scope);

}  // namespace oscegraph
