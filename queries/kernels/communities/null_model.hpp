// SPDX-License-Identifier: Apache-2.0
//
// The null models of modularity. A null model gives the weight that is expected between two groups
// of nodes if it depends only on the strengths of the nodes. Modularity is the weight found inside
// communities less the weight expected there. In the model of Newman and Girvan (2004), any two
// nodes are connected in proportion to their strengths. In the model of Barber, "Modularity and
// community detection in bipartite networks" (2007), this holds only for nodes of different sides,
// as in a graph of donors and projects, where no other edges are possible.
//
// A model defines the mass of a node and the expected weight between two masses. The mass of a
// group is the sum of its nodes' masses.
#pragma once

#include <cstdint>
#include <vector>

namespace oscegraph {

class OneModeModel {
 public:
  using Mass = double;
  /// `total`: the sum of the strengths of all nodes, so every edge counts at both ends.
  OneModeModel(double total, double resolution) : factor_(total > 0 ? resolution / total : 0) {}
  [[nodiscard]] static Mass mass(double strength, std::uint8_t /*side*/) { return strength; }
  /// The expected weight of edges between two groups.
  [[nodiscard]] double expected(Mass a, Mass b) const { return factor_ * a * b; }
  /// The expected weight inside a group, where every edge counts at both ends.
  [[nodiscard]] double expected_within(Mass a) const { return factor_ * a * a; }

 private:
  double factor_;
};

/// The strengths of a group's nodes, by side.
struct TwoModeMass {
  double left = 0;
  double right = 0;
  TwoModeMass& operator+=(const TwoModeMass& other) {
    left += other.left;
    right += other.right;
    return *this;
  }
  TwoModeMass& operator-=(const TwoModeMass& other) {
    left -= other.left;
    right -= other.right;
    return *this;
  }
  friend TwoModeMass operator-(TwoModeMass a, const TwoModeMass& b) { return a -= b; }
};

class TwoModeModel {
 public:
  using Mass = TwoModeMass;
  TwoModeModel(double total, double resolution) : factor_(total > 0 ? 2 * resolution / total : 0) {}
  [[nodiscard]] static Mass mass(double strength, std::uint8_t side) {
    return side == 0 ? Mass{strength, 0} : Mass{0, strength};
  }
  [[nodiscard]] double expected(const Mass& a, const Mass& b) const {
    return factor_ * (a.left * b.right + a.right * b.left);
  }
  [[nodiscard]] double expected_within(const Mass& a) const {
    return 2 * factor_ * a.left * a.right;
  }

 private:
  double factor_;
};

}  // namespace oscegraph
