// SPDX-License-Identifier: Apache-2.0
//
// From one item of running text (a press release, an entry of a feed) to claims.
//
// The text is read sentence by sentence. Names become mentions; rules (patterns.csv) find who funds,
// carries out, joins in. A rule says nothing about *what* is funded: that is the project named in the
// same sentence, or the one that "this project" means, or the one the item is about. What a rule
// found is therefore kept until the item ends, and then joined to its project.
//
// Stated and inferred. A claim is stated when a rule of its relation found it. Two things are
// inferred, and marked so, where the item names nobody who carries a project out: that it is whoever
// organised an event of it, or the only OSCE structure that the item names.
//
// Cost: one look-up a word; the rules run only where one of their rare words stands. Memory: the
// longest block of the text (64 kB) and what was found.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/date.hpp"
#include "oscegraph/graph/money.hpp"
#include "oscegraph/graph/vocabulary.hpp"

namespace oscegraph::press {

/// A node that a claim needs and the gazetteer does not have.
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
  std::size_t begin = 0;  ///< bytes of the item's text: the words that say it
  std::size_t end = 0;
  std::size_t sentence_begin = 0;
  std::size_t sentence_end = 0;
  /// Whether the words show by themselves that the claim is right: those of a sum, of a headline, or a
  /// bare name do not.
  bool words_suffice = true;
  std::size_t sum_begin = 0;  ///< where the amount stands; nowhere when there is none
  std::size_t sum_end = 0;
};

struct Found {
  std::vector<FoundNode> nodes;    ///< by id
  std::vector<FoundClaim> claims;  ///< in order of the text
};

/// What is known of an item beside its text.
struct ItemFacts {
  std::string_view title;
  /// Places in the text behind which another item may have begun, in order (items.hpp): nothing said
  /// before one is joined to what is said after it.
  std::span<const std::size_t> doubts{};
  /// Where its first words stand, past days, numbers and headings: without a title it is called by them.
  std::size_t first_words = 0;
};

/// Deterministic; any number of threads at once. `text` is UTF-8 with line breaks between
/// paragraphs.
Found extract(std::string_view text, const ItemFacts& facts);

}  // namespace oscegraph::press
