// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/model/node_positions.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

namespace oscegraph {
namespace {

constexpr double ideal_length = 100;   ///< of an edge
constexpr double opening_ratio = 0.9;  ///< if side < this * distance, a square counts as one point
constexpr int most_levels = 40;        ///< levels of the quadtree; closer points share a leaf

Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
Point& operator+=(Point& a, Point b) {
  a.x += b.x;
  a.y += b.y;
  return a;
}
Point operator*(double factor, Point a) { return {factor * a.x, factor * a.y}; }
double length(Point a) { return std::sqrt(a.x * a.x + a.y * a.y); }

/// A quadtree of the points: each square holds the number of its points and their centre of mass.
class QuadTree {
 public:
  explicit QuadTree(const std::vector<Point>& points) {
    Point low{std::numeric_limits<double>::max(), std::numeric_limits<double>::max()};
    Point high = -1 * low;
    for (const Point p : points) {
      low = {std::min(low.x, p.x), std::min(low.y, p.y)};
      high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    squares_.reserve(2 * points.size());
    const double side = std::max({high.x - low.x, high.y - low.y, 1.0});
    squares_.push_back({.centre = 0.5 * Point{low.x + high.x, low.y + high.y}, .half = side / 2});
    for (const Point p : points) insert(p);
    for (Square& square : squares_) square.middle = 1 / square.mass * square.middle;
  }

  /// The sum of the forces by which all points push `p` away.
  [[nodiscard]] Point repulsion_at(Point p) const {
    Point force;
    std::array<std::uint32_t, 4 * most_levels> stack{};
    std::size_t height = 1;
    while (height > 0) {
      const Square& square = squares_[stack[--height]];
      const Point away = p - square.middle;
      const double distance2 = away.x * away.x + away.y * away.y;
      const bool as_one =
          square.leaf || 4 * square.half * square.half < opening_ratio * opening_ratio * distance2;
      if (!as_one) {
        for (const std::uint32_t part : square.parts)
          if (part != 0) stack[height++] = part;
      } else if (distance2 > 1e-9) {
        force += square.mass * ideal_length * ideal_length / distance2 * away;
      }
    }
    return force;
  }

 private:
  struct Square {
    Point centre;
    double half = 0;
    Point middle{};  ///< centre of mass; while inserting: the sum of the points
    double mass = 0;
    std::array<std::uint32_t, 4> parts{};  ///< 0: none
    bool leaf = true;
  };

  void insert(Point p) {
    std::uint32_t at = 0;
    for (int depth = 0;; ++depth) {
      const bool was_full_leaf = squares_[at].leaf && squares_[at].mass > 0;
      if (was_full_leaf && depth < most_levels) {
        const Point resident = 1 / squares_[at].mass * squares_[at].middle;
        squares_[at].leaf = false;
        const std::uint32_t part = part_for(at, resident);
        squares_[part].middle = squares_[at].middle;
        squares_[part].mass = squares_[at].mass;
      }
      squares_[at].middle += p;
      squares_[at].mass += 1;
      if (squares_[at].leaf) return;
      at = part_for(at, p);
    }
  }

  std::uint32_t part_for(std::uint32_t at, Point p) {
    const Point centre = squares_[at].centre;
    const bool right = p.x > centre.x;
    const bool above = p.y > centre.y;
    const std::size_t which = (right ? 1U : 0U) + (above ? 2U : 0U);
    if (squares_[at].parts[which] == 0) {
      const double half = squares_[at].half / 2;
      squares_[at].parts[which] = static_cast<std::uint32_t>(squares_.size());
      squares_.push_back(
          {.centre = {centre.x + (right ? half : -half), centre.y + (above ? half : -half)},
           .half = half});
    }
    return squares_[at].parts[which];
  }

  std::vector<Square> squares_;
};

/// First positions, on a spiral like the seeds of a sunflower: each point is turned by the golden
/// angle and lies a little further out than the one before.
std::vector<Point> spread_out(std::size_t count) {
  constexpr Point golden_angle{-0.7373688780783197, 0.6754902942615238};  // its cosine and sine
  std::vector<Point> points(count);
  Point direction{1, 0};
  for (std::size_t i = 0; i < count; ++i) {
    points[i] = ideal_length * std::sqrt(static_cast<double>(i) + 0.5) * direction;
    direction = {direction.x * golden_angle.x - direction.y * golden_angle.y,
                 direction.x * golden_angle.y + direction.y * golden_angle.x};
  }
  return points;
}

using Springs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

void relax(std::vector<Point>& points, const Springs& springs, const Context& context) {
  constexpr int rounds = 200;
  constexpr double pull_to_middle = 0.3;
  const double reach = ideal_length * std::sqrt(static_cast<double>(points.size()));
  std::vector<Point> force(points.size());
  for (int round = 0; round < rounds; ++round) {
    if (context.report) context.report(static_cast<std::uint64_t>(round), rounds);
    PeriodicCheck check(context, 256);
    const QuadTree tree(points);
    for (std::size_t i = 0; i < points.size(); ++i) {
      check.count();
      force[i] = tree.repulsion_at(points[i]);
      force[i] += -pull_to_middle * points[i];
    }
    for (const auto& [a, b] : springs) {
      const Point apart = points[a] - points[b];
      const Point pull = length(apart) / ideal_length * apart;
      force[b] += pull;
      force[a] += -1 * pull;
    }
    // Large steps first, so that nodes can pass each other; small steps in the end, so that they
    // stop.
    const double cool = 1 - static_cast<double>(round) / rounds;
    const double longest_step = 0.1 * reach * cool * cool + 1;
    for (std::size_t i = 0; i < points.size(); ++i) {
      const double step = length(force[i]);
      if (step > 0) points[i] += std::min(step, longest_step) / step * force[i];
    }
  }
}

double rounded(double value) { return std::round(value * 10) / 10 + 0.0; }

}  // namespace

std::vector<Point> node_positions(const Subset& subset, std::size_t most, const Context& context) {
  const Graph& graph = subset.graph();
  const std::size_t count = subset.nodes().count();
  if (count == 0 || count > most) return {};
  std::vector<std::uint32_t> place(graph.node_count());
  std::uint32_t next = 0;
  for (const NodeId n : subset.nodes()) place[n] = next++;
  Springs springs;
  for (const EdgeId e : subset.edges()) {
    const auto [a, b] = std::minmax(place[graph.edge_from(e)], place[graph.edge_to(e)]);
    if (a != b) springs.emplace_back(a, b);
  }
  std::ranges::sort(springs);
  const auto repeated = std::ranges::unique(springs);
  springs.erase(repeated.begin(), repeated.end());

  std::vector<Point> points = spread_out(count);
  relax(points, springs, context);
  std::vector<Point> positions(graph.node_count());
  for (const NodeId n : subset.nodes())
    positions[n] = {rounded(points[place[n]].x), rounded(points[place[n]].y)};
  return positions;
}

}  // namespace oscegraph
