// SPDX-License-Identifier: Apache-2.0
//
// Applies the rules of patterns.csv to a sentence and passes the findings to the item (relation
// extraction). A rule is tried only at places where its rarest word occurs. A finding of funding is
// kept only if the sentence states it as a fact ("seeks funding from" does not) and is about this
// work ("terrorism financed by" is not).
#pragma once

#include "oscegraph/loader/press/claims/item_claims.hpp"
#include "oscegraph/loader/press/sentences/sentence.hpp"

namespace oscegraph::press {

void read_rules(Sentence& sentence, ItemClaims& item);

}  // namespace oscegraph::press
