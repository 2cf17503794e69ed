// SPDX-License-Identifier: Apache-2.0
//
// Tests whether an overlap is larger than chance explains. Two funders that choose `a` and `b` of
// `all` projects at random also share some projects. The hypergeometric distribution gives the
// probability that they share at least the observed number (Tumminello et al., "Statistically
// validated networks in bipartite complex systems", 2011).
//
// Among many pairs, some fall below any limit by chance. The procedure of Benjamini and Hochberg,
// "Controlling the false discovery rate" (1995), lowers the limit so that at most a share of
// `level` of the pairs kept is expected to be there by chance.
#pragma once

#include <cstddef>
#include <vector>

namespace oscegraph {

/// The probability of sharing `shared` or more. Precondition: shared <= a, b <= all. It multiplies
/// fractions and scales by powers of two, without logarithms or tables, so the result is the same
/// on every machine. Cost: O(min(a, b)).
double overlap_chance(std::size_t all, std::size_t a, std::size_t b, std::size_t shared);

/// The largest of the chances that may be kept; negative when none may be kept. `tested` is the
/// number of all pairs, also those with chance 1 that are not listed. Precondition: tested >=
/// chances.size().
double discovery_limit(std::vector<double> chances, std::size_t tested, double level);

}  // namespace oscegraph
