// SPDX-License-Identifier: Apache-2.0
//
// Would chance do as much? Two funders that pick `a` and `b` of `all` projects blindly share some too.
// The hypergeometric distribution says how likely it is that they share at least as many as they do;
// Tumminello et al., "Statistically validated networks in bipartite complex systems" (2011).
//
// With many pairs, some fall below any limit by chance alone. Benjamini and Hochberg, "Controlling
// the false discovery rate" (1995), lower the limit until, of the pairs kept, a share of at most
// `level` is expected to be there by chance.
#pragma once

#include <cstddef>
#include <vector>

namespace oscegraph {

/// The probability of `shared` or more in common. Precondition: shared <= a, b <= all. No logarithms
/// and no tables: products of fractions, scaled by powers of two, the same on every machine.
/// Cost: O(b).
double overlap_chance(std::size_t all, std::size_t a, std::size_t b, std::size_t shared);

/// The largest of the chances that may be kept; negative when none may. `tested` counts all pairs,
/// also those whose chance is 1 and which are not listed. Precondition: tested >= chances.size().
double discovery_limit(std::vector<double> chances, std::size_t tested, double level);

}  // namespace oscegraph
