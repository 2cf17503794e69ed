// SPDX-License-Identifier: Apache-2.0
//
// Relation extraction: runs the rules of patterns.csv over a sentence and hands what they find to the
// item. A rule is tried where its rarest word stands. What it finds of funding counts only when the
// sentence says that it is so ("seeks funding from" does not) and that it is about this work
// ("terrorism financed by" is not).
#pragma once

#include "oscegraph/loader/press/item_claims.hpp"
#include "oscegraph/loader/press/sentence.hpp"

namespace oscegraph::press {

void read_rules(Sentence& sentence, ItemClaims& item);

}  // namespace oscegraph::press
