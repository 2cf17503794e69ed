// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/extract.hpp"

#include <algorithm>

#include "oscegraph/loader/press/claims/discourse.hpp"
#include "oscegraph/loader/press/claims/item_claims.hpp"
#include "oscegraph/loader/press/claims/rule_reader.hpp"
#include "oscegraph/loader/press/sentences/block.hpp"
#include "oscegraph/loader/press/sentences/sentence.hpp"
#include "oscegraph/loader/press/sentences/sentence_end.hpp"

namespace oscegraph::press {
namespace {

/// Processes an item sentence by sentence.
class Extractor {
 public:
  Extractor(std::string_view text, const ItemFacts& facts)
      : text_(text),
        doubts_(facts.doubts),
        context_{block_.text,
                 block_.tokens,
                 block_.mention_at,
                 block_.mentions,
                 discourse_.last_with_head(),
                 discourse_.likely_with_head(),
                 discourse_.abbreviations()},
        sentence_(block_, context_),
        item_(facts) {}

  Found run() {
    for (std::size_t begin = 0; begin < text_.size(); begin += block_.text.size()) {
      block_.read(text_, begin);
      const auto count = static_cast<std::uint32_t>(block_.tokens.size());
      for (std::uint32_t first = 0; first < count; first = sentence_.last()) {
        sentence_.move_to(first, sentence_end(block_, first));
        read_sentence();
      }
    }
    item_.finish(found_);
    std::ranges::sort(found_.nodes, {}, &FoundNode::id);
    const auto repeated = std::ranges::unique(found_.nodes, {}, &FoundNode::id);
    found_.nodes.erase(repeated.begin(), repeated.end());
    return std::move(found_);
  }

 private:
  void read_sentence() {
    if (passes_doubt()) {
      item_.begin_segment();
      discourse_.begin_segment();
      sentence_.forget_before();
    }
    if (item_.is_full()) item_.finish(found_);
    item_.begin_sentence(sentence_.text(), sentence_.bytes().begin,
                         sentence_.token(sentence_.first()).line_start);
    discourse_.introduce_abbreviations(sentence_);
    find_short_forms();
    for (const ProjectMention& project : sentence_.projects())
      item_.add_project(project, block_.bytes(project.begin, project.end));
    read_rules(sentence_, item_);
    discourse_.note_offices(sentence_, item_);
  }

  /// Finds projects by the short forms that the text has explained: "CR is carried out by UNDP".
  void find_short_forms() {
    if (!item_.explains_any()) return;
    for (std::uint32_t i = sentence_.first(); i < sentence_.last(); ++i) {
      const Token& token = sentence_.token(i);
      if (!token.is_word || !token.all_capitals) continue;
      const std::string_view written =
          std::string_view(block_.text).substr(token.begin, token.end - token.begin);
      if (!discourse_.abbreviations().contains(written) && item_.explains(written))
        sentence_.add_short_form(i, written);
    }
  }

  /// Whether a place in doubt lies between the beginnings of the previous sentence and this one.
  bool passes_doubt() {
    const std::size_t begin = sentence_.bytes().begin;
    const auto after = std::ranges::upper_bound(doubts_, begin);
    const bool passes = after != doubts_.begin();
    doubts_ = doubts_.subspan(static_cast<std::size_t>(after - doubts_.begin()));
    return passes;
  }

  std::string_view text_;
  std::span<const std::size_t> doubts_;  ///< those still ahead
  Block block_;
  Discourse discourse_;
  Context context_;
  Sentence sentence_;
  ItemClaims item_;
  Found found_;
};

}  // namespace

Found extract(std::string_view text, const ItemFacts& facts) {
  return Extractor(text, facts).run();
}

}  // namespace oscegraph::press
