// SPDX-License-Identifier: Apache-2.0
//
// One sentence of a text, and the places in it that fit the slots of a pattern. A pattern is a rule
// of patterns.csv (pattern.hpp); a slot is its place for an actor, a list of actors, a subject, a sum
// of money or a project. The sentence lies in a block, which is a part of an item's text (block.hpp);
// move_to() goes to another sentence of the block and finds its projects. Lists, subjects and sums
// are computed when a pattern first needs them, and then cached, since many patterns need them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "oscegraph/loader/press/sentences/actor.hpp"
#include "oscegraph/loader/press/sentences/block.hpp"
#include "oscegraph/loader/press/sentences/knowledge.hpp"
#include "oscegraph/loader/press/sentences/project_finder.hpp"
#include "oscegraph/loader/press/sums/quantity.hpp"
#include "oscegraph/loader/press/words/pattern.hpp"

namespace oscegraph::press {

class Sentence : public SlotFinder {
 public:
  /// Both must outlive this object.
  Sentence(const Block& block, const Context& context)
      : block_(block),
        tokens_(block.tokens),
        context_(context),
        parser_(context) {}

  /// Moves to tokens [first, last) of the block.
  void move_to(std::uint32_t first, std::uint32_t last);

  /// Text before this sentence belongs to another item: "it" does not refer to it.
  void forget_before() {
    before_first_ = first_;
    projects_before_.clear();
  }

  /// Adds a project mention for a short form ("CR") that the text has explained, when no other
  /// mention covers the token.
  void add_short_form(std::uint32_t at, std::string_view written);
  /// Whether the sentence begins with "It" and the sentence before is only about one project: "The
  /// project is funded by Sweden."
  [[nodiscard]] bool begins_with_project_before() const;

  [[nodiscard]] std::uint32_t first() const { return first_; }
  /// Where the previous sentence begins; first() when the block has none.
  [[nodiscard]] std::uint32_t before_first() const { return before_first_; }
  [[nodiscard]] std::uint32_t last() const { return last_; }
  [[nodiscard]] const Block& block() const { return block_; }
  [[nodiscard]] const Token& token(std::uint32_t i) const { return tokens_[i]; }
  [[nodiscard]] bool is(std::uint32_t i, WordClass wanted) const {
    return knowledge_.is(tokens_[i].word, wanted);
  }
  /// The folded word or mark at `i`; "" when the lexicon does not have it.
  [[nodiscard]] std::string_view word(std::uint32_t i) const {
    return knowledge_.lexicon().text(tokens_[i].word);
  }
  [[nodiscard]] ByteSpan bytes() const { return block_.bytes(first_, last_); }
  [[nodiscard]] std::string_view text() const;
  [[nodiscard]] const ActorParser& parser() const { return parser_; }

  [[nodiscard]] const std::vector<ProjectMention>& projects() const { return projects_; }
  const std::vector<Sum>& sums();
  /// The actors that the pronoun at `at` refers to: the subject of this sentence, or of the one
  /// before when the pronoun begins this one. Empty when there is none.
  const std::vector<Actor>& antecedent(std::uint32_t at);

  std::uint32_t end_of_slot(ElementKind kind, std::uint32_t begin) override;
  std::uint32_t begin_of_slot(ElementKind kind, std::uint32_t end) override;
  std::uint32_t next(std::uint32_t begin) override;
  std::uint32_t previous(std::uint32_t end) override;

 private:
  [[nodiscard]] const ProjectMention* project_over(std::uint32_t i) const;
  [[nodiscard]] const ProjectMention* project_ending(std::uint32_t end) const;
  std::uint32_t list_end(std::uint32_t begin);
  const std::vector<Span>& lists();
  const std::vector<Span>& subjects();
  void add_subjects(const Span& list);
  [[nodiscard]] std::uint32_t skip_insertion(const Span& list);
  [[nodiscard]] std::uint32_t skip_company(std::uint32_t at);
  [[nodiscard]] bool may_be_subject(std::uint32_t at) const;
  std::vector<Actor> first_subject(std::uint32_t begin, std::uint32_t end);

  const Knowledge& knowledge_ = Knowledge::instance();
  const Block& block_;
  const std::vector<Token>& tokens_;
  const Context& context_;
  ActorParser parser_;
  std::uint32_t before_first_ = 0;  ///< where the previous sentence begins
  std::uint32_t first_ = 0;
  std::uint32_t last_ = 0;
  std::vector<ProjectMention> projects_;         ///< in order; they do not overlap
  std::vector<ProjectMention> projects_before_;  ///< of the previous sentence
  std::vector<std::uint32_t> list_ends_;         ///< by first token; 0: not computed yet
  std::optional<std::vector<Sum>> sums_;
  std::optional<std::vector<Span>> lists_;
  std::optional<std::vector<Span>> subjects_;
  std::optional<std::vector<Actor>> subject_before_;
  std::optional<std::vector<Actor>> subject_here_;
};

}  // namespace oscegraph::press
