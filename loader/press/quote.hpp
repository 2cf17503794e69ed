// SPDX-License-Identifier: Apache-2.0
//
// From the place of a claim in its text to the words that a person checks it by. Where those that a rule
// matched say it by themselves ("funded by Norway"), they are the quote. Those of a sum, of a headline, or
// a bare name do not: there it is the whole sentence, or of a very long one the clauses around the words.
#pragma once

#include <string_view>

#include "oscegraph/loader/press/block.hpp"
#include "oscegraph/loader/press/extract.hpp"

namespace oscegraph::press {

/// Where the quote stands in the item's text; it begins and ends with whole words.
ByteSpan quote_of(std::string_view text, const FoundClaim& claim);

}  // namespace oscegraph::press
