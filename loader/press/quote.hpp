// SPDX-License-Identifier: Apache-2.0
//
// Chooses the words of a text by which a person can check a claim. When the words that a rule
// matched say it by themselves ("funded by Norway"), they are the quote. When they are those of a
// sum, of a headline, or a bare name, it is the whole sentence, or the clauses around the words
// when the sentence is very long.
#pragma once

#include <string_view>

#include "oscegraph/loader/press/block.hpp"
#include "oscegraph/loader/press/extract.hpp"

namespace oscegraph::press {

/// The range of the quote in the item's text; it begins and ends with whole words.
ByteSpan quote_of(std::string_view text, const FoundClaim& claim);

}  // namespace oscegraph::press
