// SPDX-License-Identifier: Apache-2.0
//
// The graph that is asked about, with what all requests share: made once, read by every thread.
#pragma once

#include <mutex>
#include <optional>
#include <string>

#include "oscegraph/ask/node_finder.hpp"
#include "oscegraph/graph/subset.hpp"
#include "oscegraph/queries/name_search.hpp"

namespace oscegraph {

class PreparedGraph {
 public:
  /// `source` says in words where the graph was read from.
  PreparedGraph(Graph graph, std::string source)
      : graph_(std::move(graph)),
        whole_(Subset::whole(graph_)),
        finder_(graph_),
        source_(std::move(source)) {}
  PreparedGraph(const PreparedGraph&) = delete;
  PreparedGraph& operator=(const PreparedGraph&) = delete;

  [[nodiscard]] const Graph& graph() const { return graph_; }
  [[nodiscard]] const Subset& whole() const { return whole_; }
  [[nodiscard]] const NodeFinder& finder() const { return finder_; }
  [[nodiscard]] const std::string& source() const { return source_; }
  /// Over the nodes' own names and all that the gazetteer knows of them; made when first used.
  [[nodiscard]] const NameSearch& search() const;

 private:
  Graph graph_;
  Subset whole_;
  NodeFinder finder_;
  std::string source_;
  mutable std::once_flag search_made_;
  mutable std::optional<NameSearch> search_;
};

}  // namespace oscegraph
