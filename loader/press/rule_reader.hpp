// SPDX-License-Identifier: Apache-2.0
//
// Relation extraction: applies the rules of patterns.csv to a sentence and passes the findings to
// the item. A rule is tried where its rarest word occurs. A finding of funding counts only when the
// sentence states it as a fact ("seeks funding from" does not) and about this work ("terrorism
// financed by" does not).
#pragma once

#include "oscegraph/loader/press/item_claims.hpp"
#include "oscegraph/loader/press/sentence.hpp"

namespace oscegraph::press {

void read_rules(Sentence& sentence, ItemClaims& item);

}  // namespace oscegraph::press
