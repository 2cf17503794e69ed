// SPDX-License-Identifier: Apache-2.0
//
// Hashes the normalised names, sorts the hashes, and compares the names of the nodes found by hash.
#include "oscegraph/graph/node_names.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <string>

#include "oscegraph/graph/text/checksum.hpp"
#include "oscegraph/graph/text/fnv.hpp"
#include "oscegraph/graph/text/names.hpp"
#include "oscegraph/graph/threads/collect_ranges.hpp"
#include "oscegraph/graph/threads/parallel.hpp"

namespace oscegraph {
namespace {

/// The normalised name; the name itself when it has no letters or digits ("-").
std::string normalised_or_itself(std::string_view name) {
  std::string normalised = normalise_name(name);
  return normalised.empty() ? std::string(name) : normalised;
}

std::uint32_t hash_of(std::string_view name) {
  return static_cast<std::uint32_t>(checksum(normalised_or_itself(name)));
}

template <typename Visit>
void for_each_name(const Graph& graph, NodeId n, const Visit& visit) {
  visit(graph.node_name(n));
  for (const std::string_view alias : graph.aliases(n)) visit(alias);
}

/// The nodes of each run of entries with equal hashes, for runs of two or more.
template <typename HashOf, typename NodeOf>
std::vector<std::vector<NodeId>> lists_of_equal(std::size_t size, const HashOf& hash_of_entry,
                                                const NodeOf& node_of_entry) {
  std::vector<std::vector<NodeId>> lists;
  for (std::size_t i = 1; i < size; ++i) {
    if (hash_of_entry(i) != hash_of_entry(i - 1)) continue;
    if (i == 1 || hash_of_entry(i - 1) != hash_of_entry(i - 2))
      lists.push_back({node_of_entry(i - 1)});
    lists.back().push_back(node_of_entry(i));
  }
  return lists;
}

template <typename Equal>
std::vector<NodeId> nodes_named(const Graph& graph, const std::vector<NodeId>& nodes,
                                const Equal& equal) {
  std::vector<NodeId> result;
  for (const NodeId n : nodes) {
    bool called = false;
    for_each_name(graph, n, [&](std::string_view name) { called = called || equal(name); });
    if (called) result.push_back(n);
  }
  return result;
}

}  // namespace

NameHashes hash_names(const Graph& graph, const Context& context) {
  constexpr std::size_t grain = 4096;
  using Entry = std::pair<std::uint32_t, NodeId>;
  std::vector<Entry> all =
      collect_ranges<Entry>(graph.node_count(), grain, context,
                            [&](std::size_t first, std::size_t last, std::vector<Entry>& found) {
                              for (const NodeId n : id_range(first, last))
                                for_each_name(graph, n, [&](std::string_view name) {
                                  if (!name.empty()) found.emplace_back(hash_of(name), n);
                                });
                            });
  std::ranges::sort(all);
  const auto repeated = std::ranges::unique(all);
  all.erase(repeated.begin(), repeated.end());
  NameHashes result;
  for (const auto& [hash, node] : all) {
    result.hash.push_back(hash);
    result.node.push_back(node);
  }
  return result;
}

std::vector<std::vector<NodeId>> nodes_sharing_names(const Graph& graph, const Context& context) {
  if (const std::size_t size = graph.name_index_size(); size > 0)
    return lists_of_equal(
        size, [&](std::size_t i) { return graph.indexed_hash(i); },
        [&](std::size_t i) { return graph.indexed_node(i); });
  const NameHashes names = hash_names(graph, context);
  return lists_of_equal(
      names.hash.size(), [&](std::size_t i) { return names.hash[i]; },
      [&](std::size_t i) { return names.node[i]; });
}

std::uint32_t name_rules() {
  // The hash of the tables when the first graph files were written, which record them as "1 ".
  constexpr std::uint64_t first_tables = 0xefe11f61d173b8bcULL;
  const std::string ours = name_tables() == first_tables ? "1 " : hex_digits(name_tables());
  return static_cast<std::uint32_t>(checksum(ours + utf8proc_unicode_version()));
}

std::vector<NodeId> NodeNames::find(std::string_view name) const {
  if (name.empty()) return {};
  const std::vector<NodeId> nodes = candidates(hash_of(name));
  auto found = nodes_named(graph_, nodes, [&](std::string_view own) { return own == name; });
  if (!found.empty()) return found;
  const std::string normalised = normalise_name(name);
  if (normalised.empty()) return {};
  return nodes_named(graph_, nodes,
                     [&](std::string_view own) { return normalise_name(own) == normalised; });
}

std::vector<NodeId> NodeNames::candidates(std::uint32_t hash) const {
  std::vector<NodeId> nodes;
  if (auto indexed = graph_.indexed_names(hash)) {
    nodes = std::move(*indexed);
  } else {
    std::call_once(once_, [&] { made_ = hash_names(graph_); });
    const auto same = std::ranges::equal_range(made_.hash, hash);
    const auto first = same.begin() - made_.hash.begin();
    const auto last = same.end() - made_.hash.begin();
    nodes.assign(made_.node.begin() + first, made_.node.begin() + last);
  }
  std::ranges::sort(nodes);  // a damaged index may be unsorted
  const auto repeated = std::ranges::unique(nodes);
  nodes.erase(repeated.begin(), repeated.end());
  return nodes;
}

}  // namespace oscegraph
