// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/kernels/spectra/largest_eigenvalue.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace oscegraph {
namespace {

constexpr double close_enough = 1e-13;  ///< relative width of the bounds
constexpr double no_change = 4e-16;     ///< relative, of the quotient in one pass
constexpr double same_eigenvalue = 1e-12;
constexpr unsigned quiet_passes = 8;
/// Values smaller than this, relative to the largest, are ignored: they are about to underflow.
constexpr double vanishing = 1e-250;

/// Bounds of a part's eigenvalue.
struct EigenvalueBounds {
  Vertex part = 0;
  double low = 0;
  double high = std::numeric_limits<double>::max();
  double quotient =
      0;  ///< Rayleigh quotient x (Ax) / x x: for symmetric A much closer than the bounds
  unsigned quiet = 0;  ///< passes since the quotient last changed
  [[nodiscard]] bool settled() const {
    return high - low <= close_enough * high || quiet >= quiet_passes;
  }
};

class Iteration {
 public:
  Iteration(const Csr& graph, const StrongParts& parts, EigenvalueGoal goal)
      : graph_(graph),
        parts_(parts),
        goal_(goal),
        value_(graph.size(), 1),
        image_(graph.size()) {
    for (Vertex p = 0; p < parts.count(); ++p)
      if (parts.part(p).size() > 1) open_.push_back({p});
  }

  LargestEigenvalue run(std::size_t most_passes, Workers& workers) {
    for (std::size_t pass = 0; pass < most_passes && (pass == 0 || !settled()); ++pass) {
      for (const EigenvalueBounds& part : open_) multiply(parts_.part(part.part), workers);
      for (EigenvalueBounds& part : open_) advance(part);
      drop_smaller();
    }
    LargestEigenvalue result;
    result.converged = settled();
    for (const EigenvalueBounds& part : open_) result.value = std::max(result.value, part.quotient);
    for (const EigenvalueBounds& part : open_)
      if (part.quotient >= (1 - same_eigenvalue) * result.value) result.parts.push_back(part.part);
    return result;
  }

 private:
  [[nodiscard]] bool settled() const {
    return (goal_ == EigenvalueGoal::parts && open_.size() <= 1) ||
           std::ranges::all_of(open_, &EigenvalueBounds::settled);
  }

  /// image = A value, within the part; each row is added in its order.
  void multiply(std::span<const Vertex> nodes, Workers& workers) {
    workers.pieces(nodes.size(), 512, [&](std::size_t first, std::size_t last, unsigned) {
      for (const Vertex v : nodes.subspan(first, last - first)) {
        double sum = 0;
        for (std::uint32_t i = graph_.begin[v]; i < graph_.begin[v + 1]; ++i)
          if (parts_.of[graph_.to[i]] == parts_.of[v])
            sum += graph_.weight_of(i) * value_[graph_.to[i]];
        image_[v] = sum;
      }
    });
  }

  void advance(EigenvalueBounds& part) {
    double low = std::numeric_limits<double>::infinity();
    double high = 0;
    double product = 0;
    double square = 0;
    for (const Vertex v : parts_.part(part.part)) {
      product += value_[v] * image_[v];
      square += value_[v] * value_[v];
      if (value_[v] < vanishing) continue;
      low = std::min(low, image_[v] / value_[v]);
      high = std::max(high, image_[v] / value_[v]);
    }
    part.low = std::max(part.low, low);
    part.high = std::max(part.low, std::min(part.high, high));
    const double quotient = std::clamp(product / square, part.low, part.high);
    part.quiet = std::abs(quotient - part.quotient) <= no_change * quotient ? part.quiet + 1 : 0;
    part.quotient = quotient;
    step(parts_.part(part.part), quotient / 2);
  }

  /// value = image + shift * value, scaled so that the largest is 1.
  void step(std::span<const Vertex> nodes, double shift) {
    double most = 0;
    for (const Vertex v : nodes) {
      value_[v] = image_[v] + shift * value_[v];
      most = std::max(most, value_[v]);
    }
    for (const Vertex v : nodes) value_[v] /= most;
  }

  void drop_smaller() {
    double low = 0;
    for (const EigenvalueBounds& part : open_) low = std::max(low, part.low);
    std::erase_if(open_, [&](const EigenvalueBounds& part) {
      return part.high < (1 - same_eigenvalue) * low;
    });
  }

  const Csr& graph_;
  const StrongParts& parts_;
  EigenvalueGoal goal_;
  std::vector<double> value_;
  std::vector<double> image_;
  std::vector<EigenvalueBounds> open_;  ///< parts that may have the largest eigenvalue
};

}  // namespace

LargestEigenvalue largest_eigenvalue(const Csr& graph, const StrongParts& parts,
                                     EigenvalueGoal goal, std::size_t most_passes,
                                     Workers& workers) {
  return Iteration(graph, parts, goal).run(most_passes, workers);
}

}  // namespace oscegraph
