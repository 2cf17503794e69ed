// SPDX-License-Identifier: Apache-2.0
//
// Chooses the quote of a claim: the words of the text by which a person can check it. If the words
// that a rule matched are enough ("funded by Norway"), they are the quote. If they are only a sum,
// a headline or a bare name, the quote is the whole sentence, or in a very long sentence the
// clauses around the words.
#pragma once

#include <string_view>

#include "oscegraph/loader/press/extract.hpp"
#include "oscegraph/loader/press/sentences/block.hpp"

namespace oscegraph::press {

/// The range of the quote in the item's text; it begins and ends with whole words.
ByteSpan quote_of(std::string_view text, const FoundClaim& claim);

}  // namespace oscegraph::press
