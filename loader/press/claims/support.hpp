// SPDX-License-Identifier: Apache-2.0
//
// Decides whether a phrase such as "supported by Norway" means money. It means money when the words
// of the rule contain a word for money ("funded", "grant", "donors"), a sum or a project. Otherwise
// the object of the support decides: support for a course means money, support for a resolution
// does not.
//
// The object is searched in the sentence: before the words when the payer ends them ("the course
// was supported by Norway"), else after them ("Norwegian support enabled the course", "with the
// support of Norway, the Mission trained nurses"). Of two nouns joined by a preposition the first
// counts: "a course on elections" is a course, "a statement on training" a statement. Two sets of
// words.csv list what costs money (`activity`, with the participles of `work-done`) and what does
// not (`political`). A sentence with neither uses the object of the sentence before; if that has
// none either, nobody pays.
#pragma once

#include "oscegraph/loader/press/sentences/sentence.hpp"

namespace oscegraph::press {

/// `project_named`: whether the item has named a project that "the programme" may mean.
bool is_about_money(Sentence& sentence, const Match& match, bool project_named);

}  // namespace oscegraph::press
