// SPDX-License-Identifier: Apache-2.0
//
// Extracts claims from one item of running text (a press release, an entry of a feed).
//
// The text is processed sentence by sentence. Names become mentions, and rules (patterns.csv) find
// who funds, who implements, who is a partner. A rule does not say *what* is funded: that is the
// project named in the same sentence, or the one that "this project" means, or the one the item is
// about. So the findings are kept until the item ends and then joined to projects.
//
// Basis: a claim is "stated" when a rule of its relation found it. When an item names nobody who
// implements a project, the implementer is "inferred": whoever organised an event of it, or the
// only OSCE structure that the item names.
//
// Cost: one look-up per word; a rule runs only where one of its rare words occurs. Memory: the
// longest block of the text (64 kB) and the findings.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/values/date.hpp"
#include "oscegraph/graph/values/money.hpp"
#include "oscegraph/graph/values/vocabulary.hpp"

namespace oscegraph::press {

/// A node that a claim needs and that is not in the gazetteer.
struct FoundNode {
  std::string id;
  Kind kind = Kind::project;
  std::string name;
  std::string state;  ///< id of the State a body belongs to; may be empty
};

struct FoundClaim {
  std::string from;
  Relation relation = Relation::funds;
  std::string to;
  std::optional<Money> amount;
  Flow flow = Flow::unknown;
  Period period;
  Basis basis = Basis::stated;
  std::string_view rule;
  std::size_t begin = 0;  ///< byte range, in the item's text, of the words that say it
  std::size_t end = 0;
  std::size_t sentence_begin = 0;
  std::size_t sentence_end = 0;
  /// Whether the words alone show that the claim is right; not so when they are those of a sum, of
  /// a headline, or a bare name.
  bool words_prove_it = true;
  std::size_t sum_begin = 0;  ///< byte range of the amount; empty without one
  std::size_t sum_end = 0;
};

struct Found {
  std::vector<FoundNode> nodes;    ///< by id
  std::vector<FoundClaim> claims;  ///< in order of the text
};

/// What is known about an item beside its text.
struct ItemFacts {
  std::string_view title;
  /// Positions at which another item may begin, in order (items.hpp): nothing before one is joined
  /// to anything after it.
  std::span<const std::size_t> doubts{};
  /// The position of its first words, after days, numbers and headings; they replace a missing
  /// title.
  std::size_t first_words = 0;
};

/// Deterministic and thread-safe. `text` is UTF-8 with line breaks between paragraphs.
Found extract(std::string_view text, const ItemFacts& facts);

}  // namespace oscegraph::press
