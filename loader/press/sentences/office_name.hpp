// SPDX-License-Identifier: Apache-2.0
//
// Decides whether a name such as "Centre in Ashgabat", "Mission in Kosovo" or "Programme Office in
// Bishkek" means an OSCE structure. It does when "OSCE" is in the name or before it. Otherwise,
// with a name or an adjective before the head ("the Youth Centre in Ashgabat", "UNDP Programme
// Office in Bishkek", "учебный Центр в Астане") or an owner after it ("the Mission in Kosovo of the
// European Union"), it is part of another body's name.
#pragma once

#include "oscegraph/loader/press/sentences/block.hpp"

namespace oscegraph::press {

/// Whether a name of an OSCE structure found in the block is part of another body's name. `block`
/// must already have the names before it.
bool is_of_somebody_else(const Block& block, const Mention& name);

}  // namespace oscegraph::press
