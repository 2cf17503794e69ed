// SPDX-License-Identifier: Apache-2.0
//
// Generates pseudorandom numbers that are the same on every machine, since the distributions of the
// standard library differ between vendors. The generator is splitmix64 (Steele, Lea and Flood,
// "Fast splittable pseudorandom number generators", 2014).
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace oscegraph {

/// A hash of the number with well-mixed bits.
constexpr std::uint64_t mixed(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15U;
  x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31U);
}

class Random {
 public:
  explicit constexpr Random(std::uint64_t seed) : state_(seed) {}
  constexpr std::uint64_t next() {
    const std::uint64_t value = mixed(state_);
    state_ += 0x9e3779b97f4a7c15U;
    return value;
  }
  /// A number in 0 .. bound - 1, uniform up to an error of bound / 2^32.
  constexpr std::uint32_t below(std::uint32_t bound) {
    return static_cast<std::uint32_t>(((next() >> 32U) * bound) >> 32U);
  }
  /// A number in [0, 1).
  constexpr double unit() { return static_cast<double>(next() >> 11U) * 0x1p-53; }

  /// Fisher-Yates.
  template <typename Value>
  void shuffle(std::vector<Value>& values) {
    for (std::size_t i = values.size(); i > 1; --i)
      std::swap(values[i - 1], values[below(static_cast<std::uint32_t>(i))]);
  }

 private:
  std::uint64_t state_;
};

}  // namespace oscegraph
