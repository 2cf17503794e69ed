// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/kernels/paths/inverse_sums.hpp"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <iterator>

namespace oscegraph {
namespace {

using Whole = boost::multiprecision::cpp_int;
using Numbers = std::vector<std::uint64_t>;

struct Fraction {
  Whole numerator = 0;
  Whole denominator = 1;
};

Fraction inverse_sum(const Numbers& numbers) {
  Fraction sum;
  for (const std::uint64_t number : numbers) {
    sum.numerator = sum.numerator * number + sum.denominator;
    sum.denominator *= number;
  }
  return sum;
}

/// The multiset difference: the first list without the elements of the second. Both are sorted.
Numbers without(const Numbers& some, const Numbers& others) {
  Numbers rest;
  std::ranges::set_difference(some, others, std::back_inserter(rest));
  return rest;
}

}  // namespace

std::strong_ordering compare_inverse_sums(Numbers left, Numbers right) {
  std::ranges::sort(left);
  std::ranges::sort(right);
  if (left == right) return std::strong_ordering::equal;
  const Fraction a = inverse_sum(without(left, right));
  const Fraction b = inverse_sum(without(right, left));
  const int order = Whole(a.numerator * b.denominator).compare(Whole(b.numerator * a.denominator));
  return order <=> 0;
}

}  // namespace oscegraph
