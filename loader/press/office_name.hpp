// SPDX-License-Identifier: Apache-2.0
//
// "Centre in Ashgabat", "Mission in Kosovo", "Programme Office in Bishkek" are names of OSCE structures
// only where they stand alone or after "OSCE". A word of their own before the head ("the Youth Centre in
// Ashgabat", "UNDP Programme Office in Bishkek", "учебный Центр в Астане") or an owner after them ("the
// Mission in Kosovo of the European Union") makes them somebody else's.
#pragma once

#include "oscegraph/loader/press/block.hpp"

namespace oscegraph::press {

/// Whether a name of an OSCE structure, found in the block, is a part of another body's name. `block`
/// knows the names that stand before it.
bool is_of_somebody_else(const Block& block, const Mention& name);

}  // namespace oscegraph::press
