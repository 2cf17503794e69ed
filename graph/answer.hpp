// SPDX-License-Identifier: Apache-2.0
//
// What a query answers: rows to read, and the part of the graph the rows are about. Having both,
// every command prints, saves as CSV or JSON, and exports to every graph format, with no code of
// its own.
//
// Some answers are a network that no document states: who funds together is a graph of funders whose
// edges are pairs of rows. Such an answer carries a small graph of its own, and what draws or analyses
// networks gets that one; what holds documents' statements gets the subset they were found in.
#pragma once

#include <memory>
#include <utility>

#include "oscegraph/graph/subset.hpp"
#include "oscegraph/graph/table.hpp"

namespace oscegraph {

/// A graph found, not stated, with the subset of it that is shown. It stays where it is made, as the
/// subset points into it.
struct Network {
  explicit Network(Graph found) : graph(std::move(found)), subset(graph) {}
  Network(const Network&) = delete;
  Network& operator=(const Network&) = delete;

  Graph graph;
  Subset subset;
};

struct Answer {
  Table table;
  Subset subset;
  std::shared_ptr<const Network> network{};  ///< null: the subset is the network

  /// What to draw.
  [[nodiscard]] const Subset& shown() const { return network ? network->subset : subset; }
};

}  // namespace oscegraph
