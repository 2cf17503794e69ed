// SPDX-License-Identifier: Apache-2.0
//
// "Supported by Norway" means money when it is said of a course, and none when it is said of a
// resolution. The words of a rule that pays must hold a word of money ("funded", "grant", "donors"), a
// sum or a project; else what they are said of decides.
//
// What they are said of is looked for in the sentence: before the words where the payer ends them
// ("the course was supported by Norway"), else after them ("Norwegian support enabled the course", "with
// the support of Norway, the Mission trained nurses"). Of two nouns joined by a preposition the first
// counts: "a course on elections" is a course, "a statement on training" a statement. Two sets of
// words.csv say what costs money (`activity`, with the participles of `work-done`) and what does not
// (`political`); a sentence that has neither leans on the one before it, and where that has neither,
// nobody pays.
#pragma once

#include "oscegraph/loader/press/sentence.hpp"

namespace oscegraph::press {

/// `project_named`: whether the item has named a project, which "the programme" may mean.
bool is_about_money(Sentence& sentence, const Match& match, bool project_named);

}  // namespace oscegraph::press
