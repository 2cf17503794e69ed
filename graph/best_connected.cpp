// SPDX-License-Identifier: Apache-2.0
//
// Ranks the nodes, takes them one by one while the limits allow it, and inserts the edges between
// them.
#include "oscegraph/graph/best_connected.hpp"

#include <algorithm>
#include <utility>

namespace oscegraph {
namespace {

constexpr std::size_t claims_per_node = 25;

/// How many of the subset's edges each node has; a loop counts twice.
std::vector<std::uint32_t> degrees_in(const Subset& whole, PeriodicCheck& check) {
  std::vector<std::uint32_t> degree(whole.graph().node_count());
  for (const EdgeId e : whole.edges()) {
    check.count();
    ++degree[whole.graph().edge_from(e)];
    ++degree[whole.graph().edge_to(e)];
  }
  return degree;
}

/// The nodes in the order in which they are taken.
std::vector<NodeId> ranked(const Subset& whole, PeriodicCheck& check) {
  const std::vector<std::uint32_t> degree = degrees_in(whole, check);
  const Score* distance = whole.score("distance");
  const auto steps = [&](NodeId n) { return distance == nullptr ? 0.0 : distance->values[n]; };
  std::vector<NodeId> nodes(whole.nodes().begin(), whole.nodes().end());
  std::ranges::sort(nodes, [&](NodeId a, NodeId b) {
    check.count();
    if (steps(a) != steps(b)) return steps(a) < steps(b);
    if (degree[a] != degree[b]) return degree[a] > degree[b];
    return a < b;
  });
  return nodes;
}

class NodePicker {
 public:
  NodePicker(const Subset& whole, std::size_t most_nodes, const Context& context)
      : check_(context),
        whole_(whole),
        kept_(whole.graph()),
        most_nodes_(most_nodes),
        most_claims_(most_nodes * claims_per_node) {}

  Subset run() {
    std::size_t taken = 0;
    for (const NodeId n : ranked(whole_, check_)) {
      if (taken == most_nodes_) break;
      const std::size_t more = claims_with_those_taken(n);
      if (claims_ + more > most_claims_) continue;
      claims_ += more;
      ++taken;
      kept_.insert_node(n);
    }
    kept_.insert_edges_between(whole_);
    for (const Score& score : whole_.scores()) kept_.set_score(score);
    for (const std::string& note : whole_.notes()) kept_.add_note(note);
    return std::move(kept_);
  }

 private:
  [[nodiscard]] std::size_t claims_with_those_taken(NodeId n) {
    const Graph& graph = whole_.graph();
    std::size_t claims = 0;
    const auto count = [&](EdgeId e) {
      check_.count();
      const NodeId other = graph.other_end(e, n);
      if (!whole_.contains_edge(e) || (other != n && !kept_.contains_node(other))) return;
      claims += graph.claims_of(e).size();
    };
    for (const EdgeId e : graph.out_edges(n)) count(e);
    for (const EdgeId e : graph.in_edges(n))
      if (graph.edge_from(e) != n) count(e);
    return claims;
  }

  PeriodicCheck check_;
  const Subset& whole_;
  Subset kept_;
  std::size_t most_nodes_;
  std::size_t most_claims_;
  std::size_t claims_ = 0;
};

}  // namespace

Fitted best_connected(const Subset& whole, std::size_t most_nodes, const Context& context) {
  const std::size_t nodes = whole.nodes().count();
  const std::size_t edges = whole.edges().count();
  const std::size_t claims = whole.claims().count();
  if (nodes <= most_nodes && claims <= most_nodes * claims_per_node) return {whole, {}};
  Subset kept = NodePicker(whole, most_nodes, context).run();
  const LeftOut left_out{nodes - kept.nodes().count(), edges - kept.edges().count(),
                         claims - kept.claims().count()};
  return {std::move(kept), left_out};
}

}  // namespace oscegraph
