// SPDX-License-Identifier: Apache-2.0
//
// Holds a graph that is loaded once and asked many questions, together with what all questions
// share: the whole graph as a scope, the finder of nodes and the search for names. Each part is
// made once, at the latest when it is first needed, and then never changes.
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

/// Any number of threads may use it at once. Its answers hold the graph, so they may outlive it. It
/// cannot be copied or moved.
class PreparedGraph {
 public:
  /// `source` says in words where the graph was read from (Loaded::origin). The cost does not
  /// depend on the graph.
  explicit PreparedGraph(Graph graph, std::string source = {});
  PreparedGraph(const PreparedGraph&) = delete;
  PreparedGraph& operator=(const PreparedGraph&) = delete;
  ~PreparedGraph() = default;

  [[nodiscard]] const Graph& graph() const { return whole_.graph(); }
  /// The scope of a question about the whole graph.
  [[nodiscard]] const Subset& whole() const { return whole_; }
  [[nodiscard]] const NodeFinder& finder() const { return finder_; }
  [[nodiscard]] const std::string& source() const { return source_; }
  /// The search in the nodes' names and in all names that the gazetteer has for them, except
  /// adjectives.
  /// Cost: the first call normalises every name; calls from other threads wait for it.
  [[nodiscard]] const NameSearch& search() const;

 private:
  Subset whole_;
  NodeFinder finder_;
  std::string source_;
  mutable std::once_flag search_made_;
  mutable std::optional<NameSearch> search_;
};

}  // namespace oscegraph
