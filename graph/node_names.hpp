// SPDX-License-Identifier: Apache-2.0
//
// Which nodes of a graph are called "Norway"? The same question as NameIndex answers, for graphs of
// millions of names: the index is a sorted list of hashes of normalised names, eight bytes a name,
// which a graph file holds ready. What a hash leads to is compared with the names themselves.
#pragma once

#include <cstdint>
#include <mutex>
#include <string_view>
#include <utility>
#include <vector>

#include "oscegraph/graph/graph.hpp"

namespace oscegraph {

/// Hashes of all names and aliases, rising, and the node of each.
struct NameHashes {
  std::vector<std::uint32_t> hash;
  std::vector<NodeId> node;
};
/// Cost: normalises every name once, on several threads. Throws Stopped.
NameHashes hash_names(const Graph& graph, const Context& context = {});

/// Lists of nodes that may share a name: nearly every name is one node's, so there are few. Cost: a pass
/// over the index that came with the graph, else that of hash_names().
/// Throws Stopped.
std::vector<std::vector<NodeId>> nodes_alike(const Graph& graph, const Context& context = {});

/// Names are normalised by tables of this program and those of Unicode. An index made by other tables is
/// of no use; this number, a hash of ours and of Unicode's version, changes with them.
std::uint32_t name_rules();

/// To be shared by all who ask the same graph, from any thread. Holds the graph.
class NodeNames {
 public:
  explicit NodeNames(Graph graph) : graph_(std::move(graph)) {}

  /// The nodes with exactly this name or alias, else those with one equal after normalising; in
  /// rising order. Empty: unknown. Two or more: ambiguous. Cost: microseconds where the graph came
  /// with an index; else the first call makes one.
  [[nodiscard]] std::vector<NodeId> find(std::string_view name) const;

 private:
  [[nodiscard]] std::vector<NodeId> candidates(std::uint32_t hash) const;

  Graph graph_;
  mutable std::once_flag once_;
  mutable NameHashes made_;
};

}  // namespace oscegraph
