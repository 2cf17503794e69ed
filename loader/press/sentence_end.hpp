// SPDX-License-Identifier: Apache-2.0
//
// Sentence segmentation: from the tokens of a block to where its next sentence ends. A full stop ends a
// sentence unless it belongs to an abbreviation ("U.S. Department", "22. Februar"); a line break does
// unless the line was wrapped, or is a label ("Donors:") whose States stand on the lines below.
#pragma once

#include <cstdint>

#include "oscegraph/loader/press/block.hpp"

namespace oscegraph::press {

/// Past the last token of the sentence that begins at token `first`; more than `first`, and no more
/// than 401 words on: what is longer is a list or no sentence.
std::uint32_t sentence_end(const Block& block, std::uint32_t first);

}  // namespace oscegraph::press
