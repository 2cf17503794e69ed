// SPDX-License-Identifier: Apache-2.0
//
// Finds the end of the next sentence of a block (sentence segmentation). A full stop ends a
// sentence unless it belongs to an abbreviation ("U.S. Department", "22. Februar"). A line break
// ends a sentence, with two exceptions: the line was wrapped, or it is a label ("Donors:") whose
// values are on the lines below.
#pragma once

#include <cstdint>

#include "oscegraph/loader/press/sentences/block.hpp"

namespace oscegraph::press {

/// The position after the sentence that begins at token `first`: more than `first`, and at most 401
/// tokens later, since anything longer is a list or no sentence.
std::uint32_t sentence_end(const Block& block, std::uint32_t first);

}  // namespace oscegraph::press
