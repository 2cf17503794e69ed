// SPDX-License-Identifier: Apache-2.0
//
// "Centre in Ashgabat", "Mission in Kosovo", "Programme Office in Bishkek" are names of OSCE
// structures only when they stand alone or after "OSCE". With a word before the head ("the Youth
// Centre in Ashgabat", "UNDP Programme Office in Bishkek", "учебный Центр в Астане") or an owner
// after it ("the Mission in Kosovo of the European Union") they belong to another body.
#pragma once

#include "oscegraph/loader/press/block.hpp"

namespace oscegraph::press {

/// Whether a name of an OSCE structure found in the block is part of another body's name. `block`
/// must already have the names before it.
bool is_of_somebody_else(const Block& block, const Mention& name);

}  // namespace oscegraph::press
