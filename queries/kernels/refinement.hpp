// SPDX-License-Identifier: Apache-2.0
//
// Leiden's refinement: each community is built again from single nodes, so that parts which do not
// belong together come apart. A node that is well connected to the rest of its community, and is
// still alone, joins the part it gains most by, if that part is well connected to the rest too; a
// set is well connected when the weight between it and the rest of the community is at least what
// one would expect. Parts merge along edges only, so each is connected.
//
// Communities are independent of each other and shared out among the workers; within one, nodes
// come in order. Traag, Waltman, van Eck (2019), supplement A.2. Cost: O(arcs).
#pragma once

#include "oscegraph/queries/kernels/community_level.hpp"

namespace oscegraph {

/// A partition finer than (or equal to) the one given.
template <typename Model>
Partition refined(const CommunityLevel<Model>& level, const Model& model,
                  const Partition& partition, Workers& workers);

}  // namespace oscegraph
