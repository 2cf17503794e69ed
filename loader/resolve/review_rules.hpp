// SPDX-License-Identifier: Apache-2.0
//
// What a person decided wins over what a rule found. A reviewed claim takes the place of every finding
// that says the same of the same document, and a corrected claim that of what was found at its place.
//
// Places are counted in the file for a text that has it alone. A page that was saved again with another
// menu is the same document, but its findings stand at other places. A correction then takes the place of
// what was found in the words that it quotes and that no record states beside it. Where several are,
// nobody knows which of them was corrected: all are left out, and told.
#pragma once

#include <cstddef>
#include <vector>

#include "oscegraph/graph/graph.hpp"
#include "oscegraph/graph/strings.hpp"

namespace oscegraph {

/// Findings of one text, of which one was corrected at another place.
struct DoubtfulCorrection {
  std::size_t claim = 0;  ///< one of them, by its position before
  std::size_t count = 0;
  StringId locator = 0;  ///< where it was corrected
};

/// Drops the findings that give way. A claim reviewed as wrong has then done its work and goes too,
/// unless it is to be kept. `of_text[i]`: a rule found the claim in a text that is read now.
std::vector<DoubtfulCorrection> apply_reviews(std::vector<ClaimValues>& claims,
                                              const std::vector<bool>& of_text,
                                              const StringInterner& strings, bool keep_refused);

}  // namespace oscegraph
