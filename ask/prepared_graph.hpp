// SPDX-License-Identifier: Apache-2.0
//
// A graph that was loaded once and is asked many times, with what all questions share: the whole of it
// as a scope, the finder of nodes and the search for names. Each part is made once, when it is first
// needed, and nothing in it ever changes.
//
//   const PreparedGraph prepared(load_example().graph, "the example");
//   const NodeId norway = prepared.finder().find("Norway", prepared.whole());
//   const NeighborsAnswer answer = neighbors(prepared.whole(), {.node = norway});
#pragma once

#include <mutex>
#include <optional>
#include <string>

#include "oscegraph/ask/node_finder.hpp"
#include "oscegraph/graph/subset.hpp"
#include "oscegraph/queries/name_search.hpp"

namespace oscegraph {

/// Any number of threads may ask it at once. What it answers holds the graph and may be kept longer;
/// it itself is neither copied nor moved.
class PreparedGraph {
 public:
  /// `source` says in words where the graph was read from (Loaded::origin). Cost: nothing that grows
  /// with the graph.
  explicit PreparedGraph(Graph graph, std::string source = {});
  PreparedGraph(const PreparedGraph&) = delete;
  PreparedGraph& operator=(const PreparedGraph&) = delete;
  ~PreparedGraph() = default;

  [[nodiscard]] const Graph& graph() const { return whole_.graph(); }
  /// The scope of a question about all of the graph.
  [[nodiscard]] const Subset& whole() const { return whole_; }
  [[nodiscard]] const NodeFinder& finder() const { return finder_; }
  [[nodiscard]] const std::string& source() const { return source_; }
  /// Over the nodes' own names and all that the gazetteer knows of them but adjectives.
  /// Cost: the first call normalises every name; who asks meanwhile waits.
  [[nodiscard]] const NameSearch& search() const;

 private:
  Subset whole_;
  NodeFinder finder_;
  std::string source_;
  mutable std::once_flag search_made_;
  mutable std::optional<NameSearch> search_;
};

}  // namespace oscegraph
