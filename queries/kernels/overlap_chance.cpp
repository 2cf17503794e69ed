// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/kernels/overlap_chance.hpp"

#include <algorithm>
#include <cmath>

namespace oscegraph {
namespace {

/// A product whose intermediate values may be too large or too small for a double.
class Product {
 public:
  void times(std::size_t numerator, std::size_t denominator) {
    value_ *= static_cast<double>(numerator) / static_cast<double>(denominator);
    if (value_ > 1e-200 && value_ < 1e200) return;
    int shift = 0;
    value_ = std::frexp(value_, &shift);
    exponent_ += shift;
  }
  /// Multiplies by (n choose k); over_choose() divides by it.
  void times_choose(std::size_t n, std::size_t k) {
    for (std::size_t i = 1; i <= k; ++i) times(n - k + i, i);
  }
  void over_choose(std::size_t n, std::size_t k) {
    for (std::size_t i = 1; i <= k; ++i) times(i, n - k + i);
  }
  [[nodiscard]] double value() const { return std::ldexp(value_, exponent_); }

 private:
  double value_ = 1;
  int exponent_ = 0;
};

}  // namespace

double overlap_chance(std::size_t all, std::size_t a, std::size_t b, std::size_t shared) {
  if (a < b) std::swap(a, b);
  const std::size_t least = a + b > all ? a + b - all : 0;  // the least possible overlap
  if (shared <= least) return 1;
  Product first;  // the probability of an overlap of exactly `shared`
  first.times_choose(a, shared);
  first.times_choose(all - a, b - shared);
  first.over_choose(all, b);
  double term = 1;  // in units of `first`
  double sum = 1;
  for (std::size_t x = shared; x < b; ++x) {
    term *= static_cast<double>((a - x) * (b - x)) /
            static_cast<double>((x + 1) * (all - a - b + x + 1));
    sum += term;
  }
  return std::min(1.0, first.value() * sum);
}

double discovery_limit(std::vector<double> chances, std::size_t tested, double level) {
  std::ranges::sort(chances);
  for (std::size_t i = chances.size(); i > 0; --i)
    if (chances[i - 1] * static_cast<double>(tested) <= level * static_cast<double>(i))
      return chances[i - 1];
  return -1;
}

}  // namespace oscegraph
