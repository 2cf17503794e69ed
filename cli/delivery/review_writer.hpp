// SPDX-License-Identifier: Apache-2.0
//
// Prints a text for review: each sentence in which a rule found a claim, and the claims below it.
// The words that a claim rests on are marked, by colour on a terminal and by brackets elsewhere. If
// a person has decided on a claim before, the decision is printed with it.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/cli/terminal/terminal.hpp"
#include "oscegraph/loader/load.hpp"
#include "oscegraph/loader/press/extract.hpp"

namespace oscegraph::cli {

/// What persons have decided about the claims that rules find.
class Decisions {
 public:
  Decisions() = default;
  /// Reads a graph that has the claims of the texts and the reviewed ones, also those that were
  /// refused.
  explicit Decisions(const Graph& graph);
  /// "yes", "no", "corrected: Norway funds Clean Rivers, EUR 5.00", "unreviewed"; "" where nothing is
  /// reviewed at all.
  [[nodiscard]] std::string of(std::string_view document, const press::FoundClaim& claim,
                               std::string_view locator) const;

 private:
  std::map<std::string, std::string, std::less<>> known_;  ///< by document, ends and relation
  std::map<std::string, std::string, std::less<>>
      corrected_;  ///< by document, relation and locator
  bool any_ = false;
};

class ReviewWriter {
 public:
  ReviewWriter(Terminal& terminal, bool explain, Decisions decisions);
  /// Writes nothing for a text without claims.
  void write(const TextSeen& seen);

 private:
  [[nodiscard]] std::string bold(const std::string& text) const;
  /// The claims at these places of the list, which are all of one sentence.
  void sentence_with(const TextSeen& seen, std::span<const std::size_t> claims);
  void mark(const std::string& words, bool is_evidence);
  void line_for(const press::FoundClaim& claim, std::string_view locator);
  [[nodiscard]] std::string name(const std::string& id) const;

  Output& out_;
  bool colour_;
  bool explain_;
  Decisions decisions_;
  std::string document_;                                   ///< the id of the text being written
  std::map<std::string, std::string, std::less<>> names_;  ///< of the nodes it found, by id
};

}  // namespace oscegraph::cli
