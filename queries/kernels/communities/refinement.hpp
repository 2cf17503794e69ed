// SPDX-License-Identifier: Apache-2.0
//
// Splits each community of a partition into well-connected parts; this is the refinement of Leiden.
// The parts are built from single nodes. A node that is still alone, and is well connected to the
// rest of its community, joins the part with the largest gain among those that are well connected
// too. A set of nodes is well connected if the weight between it and the rest of the community is
// at least the expected weight. Parts merge along edges only, so each part is connected.
//
// Communities are independent of each other and are distributed among the workers; the nodes of a
// community are taken in order. Traag, Waltman, van Eck (2019), supplement A.2. Cost: O(arcs).
#pragma once

#include "oscegraph/queries/kernels/communities/community_level.hpp"

namespace oscegraph {

/// A partition that is finer than, or equal to, the given one.
template <typename Model>
Partition refined(const CommunityLevel<Model>& level, const Model& model,
                  const Partition& partition, Workers& workers);

}  // namespace oscegraph
