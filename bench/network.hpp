// SPDX-License-Identifier: Apache-2.0
//
// Makes the benchmark graphs: donor networks with a few donors and offices, thousands of projects
// connected to them, and edges between projects of one field. Sizes, skew, communities and leaves
// are like those of published aid data. All random numbers come from splitmix64, without
// floating-point functions of the library, so that every machine gets the same graph.
//
// Nodes are numbered: donors, then offices, then projects. One project in seven has a single edge,
// one in four has two. The other edges go to nodes drawn with the cube of a uniform number, so a
// few nodes get thousands of edges. There are no loops and no parallel edges, and the graph is
// connected.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <unordered_set>
#include <utility>
#include <vector>

#include "oscegraph/queries/kernels/random.hpp"

namespace oscegraph::bench {

using Node = std::uint32_t;

struct NetworkSize {
  Node donors;
  Node offices;
  Node projects;
  std::size_t edges;
};

class Network {
 public:
  Network(NetworkSize size, std::uint64_t seed) : size_(size), random_(seed) {
    for (Node i = 0; i < nodes(); ++i) {
      donor_.push_back(i < size_.donors ? i : skewed(size_.donors));
      field_.push_back(random_.below(std::max(4U, size_.projects / 200)));
    }
    members_.resize(std::max(4U, size_.projects / 200));
    for (Node p = first_project(); p < nodes(); ++p) {
      const double u = random_.unit();
      sort_.push_back(u < 0.15 ? Sort::leaf : u < 0.40 ? Sort::pair : Sort::busy);
      if (sort_.back() != Sort::busy) continue;
      busy_.push_back(p);
      members_[field_[p]].push_back(p);
    }
    draw_edges();
  }

  [[nodiscard]] const NetworkSize& size() const { return size_; }
  [[nodiscard]] Node node_count() const { return nodes(); }
  [[nodiscard]] const std::vector<std::pair<Node, Node>>& edges() const { return edges_; }

 private:
  enum class Sort : std::uint8_t { leaf, pair, busy };

  void draw_edges() {
    for (Node office = size_.donors; office < first_project(); ++office)
      add(office, donor_[office]);
    for (Node p = first_project(); p < nodes(); ++p) add_project(p);
    while (edges_.size() < size_.edges) add_to_busy(busy_[skewed(static_cast<Node>(busy_.size()))]);
  }

  [[nodiscard]] Node first_project() const { return size_.donors + size_.offices; }
  [[nodiscard]] Node nodes() const { return first_project() + size_.projects; }
  /// A random number below `bound`; small numbers are much more likely.
  Node skewed(Node bound) {
    const double u = random_.unit();
    return std::min(bound - 1, static_cast<Node>(bound * u * u * u));
  }
  Node some_office() { return size_.donors + skewed(size_.offices); }

  void add(Node a, Node b) {
    if (a == b || edges_.size() >= size_.edges) return;
    const std::uint64_t key = std::uint64_t{std::min(a, b)} << 32U | std::max(a, b);
    if (seen_.insert(key).second) edges_.emplace_back(a, b);
  }

  void add_project(Node p) {
    const Sort sort = sort_[p - first_project()];
    if (sort == Sort::leaf) {
      add(random_.below(2) == 0 ? donor_[p] : some_office(), p);
      return;
    }
    add(donor_[p], p);
    add(some_office(), p);
    if (sort == Sort::pair) return;
    for (Node i = random_.below(4); i > 0; --i) add(skewed(size_.donors), p);
    for (Node i = random_.below(3); i > 0; --i) add(some_office(), p);
  }

  void add_to_busy(Node p) {
    const double u = random_.unit();
    const std::vector<Node>& field = members_[field_[p]];
    if (u < 0.75) add(p, field[random_.below(static_cast<Node>(field.size()))]);
    else if (u < 0.90) add(p, busy_[random_.below(static_cast<Node>(busy_.size()))]);
    else if (u < 0.96) add(some_office(), p);
    else add(skewed(size_.donors), p);
  }

  NetworkSize size_;
  Random random_;
  std::vector<Node> donor_;
  std::vector<Node> field_;
  std::vector<Sort> sort_;
  std::vector<Node> busy_;
  std::vector<std::vector<Node>> members_;
  std::unordered_set<std::uint64_t> seen_;
  std::vector<std::pair<Node, Node>> edges_;
};

}  // namespace oscegraph::bench
