// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/kernels/paths/arc_lengths.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <optional>

namespace oscegraph {
namespace {

constexpr int most_bits =
    126;  ///< for the sum over a path; the rest is for one more arc and the slack

/// The strengths divided by their greatest common divisor.
struct Strengths {
  std::vector<std::uint64_t> distinct;  ///< the different quotients, rising
  std::uint64_t divisor = 1;
};

Strengths reduced(std::span<const std::uint64_t> strengths) {
  Strengths result;
  result.distinct.assign(strengths.begin(), strengths.end());
  std::ranges::sort(result.distinct);
  const auto repeated = std::ranges::unique(result.distinct);
  result.distinct.erase(repeated.begin(), repeated.end());
  result.divisor = std::accumulate(result.distinct.begin(), result.distinct.end(), std::uint64_t{0},
                                   std::gcd<std::uint64_t, std::uint64_t>);
  for (std::uint64_t& strength : result.distinct) strength /= result.divisor;
  return result;
}

/// The least common multiple; nullopt if a path of `nodes` longest arcs could be longer than
/// `most`.
std::optional<Wide> common_multiple(const std::vector<std::uint64_t>& distinct, Vertex nodes,
                                    Wide most) {
  const Wide limit = most / nodes;  // of multiple / smallest
  Wide multiple = 1;
  for (const std::uint64_t strength : distinct) {
    const auto rest = static_cast<std::uint64_t>(multiple % strength);
    const std::uint64_t factor = strength / std::gcd(rest, strength);
    if (multiple > (~Wide{0} >> 1) / factor) return std::nullopt;
    multiple *= factor;
    if (multiple / distinct.front() > limit) return std::nullopt;
  }
  return multiple;
}

/// top * 2^bits / bottom, rounded down. Precondition: top <= bottom.
Wide shifted_quotient(std::uint64_t top, int bits, std::uint64_t bottom) {
  Wide quotient = top / bottom;
  std::uint64_t rest = top % bottom;
  while (bits > 0) {
    const int some = std::min(bits, 32);
    const Wide wide = Wide{rest} << some;
    quotient = (quotient << some) | (wide / bottom);
    rest = static_cast<std::uint64_t>(wide % bottom);
    bits -= some;
  }
  return quotient;
}

template <typename Number>
ArcLengths<Number> whole_lengths(std::span<const std::uint64_t> strengths, Wide multiple,
                                 std::uint64_t divisor) {
  ArcLengths<Number> result;
  for (const std::uint64_t strength : strengths)
    result.length.push_back(static_cast<Number>(multiple / (strength / divisor)));
  result.one = static_cast<double>(multiple) * static_cast<double>(divisor);
  return result;
}

/// Rounded lengths, in a unit such that the longest arc has 2^bits units.
ArcLengths<Wide> rounded_lengths(std::span<const std::uint64_t> strengths, std::uint64_t weakest,
                                 Vertex nodes) {
  const int bits = most_bits - static_cast<int>(std::bit_width(nodes));
  ArcLengths<Wide> result;
  for (const std::uint64_t strength : strengths)
    result.length.push_back(shifted_quotient(weakest, bits, strength));
  result.slack = nodes;
  result.one = std::ldexp(static_cast<double>(weakest), bits);
  return result;
}

}  // namespace

ChosenLengths arc_lengths(Vertex nodes, std::span<const std::uint64_t> strengths) {
  ChosenLengths result;
  if (strengths.empty()) return result;
  const Strengths all = reduced(strengths);
  const auto multiple = common_multiple(all.distinct, nodes, Wide{1} << most_bits);
  if (!multiple) {
    result.narrow = false;
    result.in_128 = rounded_lengths(strengths, all.distinct.front() * all.divisor, nodes);
  } else if (*multiple / all.distinct.front() <= (Wide{1} << 62) / nodes) {
    result.in_64 = whole_lengths<std::uint64_t>(strengths, *multiple, all.divisor);
  } else {
    result.narrow = false;
    result.in_128 = whole_lengths<Wide>(strengths, *multiple, all.divisor);
  }
  return result;
}

}  // namespace oscegraph
