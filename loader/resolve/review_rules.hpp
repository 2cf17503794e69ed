// SPDX-License-Identifier: Apache-2.0
//
// Applies the decisions of a review to the findings of rules. A reviewed claim replaces every
// finding that states the same about the same document. A corrected claim also replaces the finding
// at its place in the text.
//
// Places are counted within the file for a text that is alone in it. A page that was saved again
// with another menu is the same document, but its findings have other places. Then a correction
// replaces the finding in the words that it quotes, if no record also states that finding. When
// there are several, it is unknown which one was corrected: all are left out and reported.
#pragma once

#include <cstddef>
#include <vector>

#include "oscegraph/graph/columns/strings.hpp"
#include "oscegraph/graph/graph.hpp"

namespace oscegraph {

/// Findings in one text, one of which was corrected at another place.
struct DoubtfulCorrection {
  std::size_t claim = 0;  ///< one of them, by its position in the input list
  std::size_t count = 0;
  StringId locator = 0;  ///< the place of the correction
};

/// Removes the findings that reviews replace. Claims reviewed as wrong are then removed too, unless
/// `keep_refused`. `of_text[i]`: a rule found claim i in a text of this load.
std::vector<DoubtfulCorrection> apply_reviews(std::vector<ClaimValues>& claims,
                                              const std::vector<bool>& of_text,
                                              const StringInterner& strings, bool keep_refused);

}  // namespace oscegraph
