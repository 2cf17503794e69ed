// SPDX-License-Identifier: Apache-2.0
//
// Finds the nodes of a graph by name ("Norway"), as NameIndex does, but for graphs with millions of
// names. The index is a sorted list of hashes of normalised names, eight bytes per name, which a
// graph file stores. Nodes found by hash are then compared by their names.
#pragma once

#include <cstdint>
#include <mutex>
#include <string_view>
#include <utility>
#include <vector>

#include "oscegraph/graph/graph.hpp"

namespace oscegraph {

/// The hashes of all names and aliases, ascending, and the node of each.
struct NameHashes {
  std::vector<std::uint32_t> hash;
  std::vector<NodeId> node;
};
/// Cost: normalises every name once, on several threads. Throws Stopped.
NameHashes hash_names(const Graph& graph, const Context& context = {});

/// Lists of nodes that may share a name (equal hashes). Few, since nearly every name belongs to one
/// node. Cost: a pass over the index that came with the graph, else that of hash_names(). Throws
/// Stopped.
std::vector<std::vector<NodeId>> nodes_sharing_names(const Graph& graph,
                                                     const Context& context = {});

/// The version of the rules for normalising names: a hash of our tables and of Unicode's version.
/// An index made with other rules cannot be used.
std::uint32_t name_rules();

/// Finds nodes by name. May be shared by all threads that query one graph. Holds the graph.
class NodeNames {
 public:
  explicit NodeNames(Graph graph) : graph_(std::move(graph)) {}

  /// The nodes with exactly this name or alias, else those with an equal one after normalising; in
  /// ascending order. Empty: unknown. Two or more: ambiguous. Cost: microseconds where the graph
  /// came with an index; else the first call builds one.
  [[nodiscard]] std::vector<NodeId> find(std::string_view name) const;

 private:
  [[nodiscard]] std::vector<NodeId> candidates(std::uint32_t hash) const;

  Graph graph_;
  mutable std::once_flag once_;
  mutable NameHashes made_;
};

}  // namespace oscegraph
