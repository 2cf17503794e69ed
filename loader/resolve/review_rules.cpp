// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/resolve/review_rules.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace oscegraph {
namespace {

/// The position within an item: "text 40-134" of "lines 12-19, text 40-134" or "entry 3, text
/// 40-134". The position of the item in its file changes when another item is added above.
std::string_view place_in_text(std::string_view locator) {
  const bool of_item = locator.starts_with("line ") || locator.starts_with("lines ") ||
                       locator.starts_with("entry ");
  const std::size_t text = locator.find(", text ");
  return of_item && text != std::string_view::npos ? locator.substr(text + 2) : locator;
}

class ReviewRules {
 public:
  ReviewRules(const std::vector<ClaimValues>& claims, const std::vector<bool>& of_text,
              const StringInterner& strings)
      : claims_(claims),
        of_text_(of_text),
        strings_(strings) {
    for (const ClaimValues& claim : claims) {
      if (claim.review == Review::unreviewed) continue;
      reviewed_.insert(statement(claim));
      if (claim.review == Review::corrected && claim.locator != 0) corrected_.insert(spot(claim));
    }
    if (!corrected_.empty()) find_moved();
  }

  [[nodiscard]] bool any() const { return !reviewed_.empty(); }

  [[nodiscard]] bool gives_way(std::size_t i) {
    const ClaimValues& claim = claims_[i];
    if (claim.review != Review::unreviewed || claim.rule == 0) return false;
    if (reviewed_.contains(statement(claim)) || corrected_.contains(spot(claim))) return true;
    const auto moved = of_text_[i] ? moved_.find(words(claim)) : moved_.end();
    if (moved == moved_.end() || recorded_.contains(statement(claim))) return false;
    moved->second.claim = i;
    ++moved->second.count;
    return true;
  }

  [[nodiscard]] std::vector<DoubtfulCorrection> doubtful() const {
    std::vector<DoubtfulCorrection> result;
    for (const auto& [words, correction] : moved_)
      if (correction.count > 1) result.push_back(correction);
    return result;
  }

 private:
  using Statement = std::tuple<NodeId, Relation, NodeId, DocumentId>;
  using Spot = std::tuple<DocumentId, Relation, std::string_view>;
  using Words = std::tuple<DocumentId, Relation, StringId>;
  static Statement statement(const ClaimValues& claim) {
    return {claim.from, claim.relation, claim.to, claim.document};
  }
  [[nodiscard]] Spot spot(const ClaimValues& claim) const {
    return {claim.document, claim.relation, place_in_text(strings_[claim.locator])};
  }
  static Words words(const ClaimValues& claim) {
    return {claim.document, claim.relation, claim.quote};
  }

  /// Collects corrections for which no text has a finding at the same place, or one that states the
  /// same.
  void find_moved() {
    std::set<Spot> found;
    std::set<Statement> said;
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      if (of_text_[i]) found.insert(spot(claims_[i]));
      (of_text_[i] ? said : recorded_).insert(statement(claims_[i]));
    }
    for (const ClaimValues& claim : claims_)
      if (claim.review == Review::corrected && claim.quote != 0 && !found.contains(spot(claim)) &&
          !said.contains(statement(claim)))
        moved_.try_emplace(words(claim), DoubtfulCorrection{0, 0, claim.locator});
  }

  const std::vector<ClaimValues>& claims_;
  const std::vector<bool>& of_text_;
  const StringInterner& strings_;
  std::set<Statement> reviewed_;
  std::set<Spot> corrected_;
  std::set<Statement> recorded_;  ///< statements of records
  std::map<Words, DoubtfulCorrection> moved_;
};

}  // namespace

std::vector<DoubtfulCorrection> apply_reviews(std::vector<ClaimValues>& claims,
                                              const std::vector<bool>& of_text,
                                              const StringInterner& strings, bool keep_refused) {
  ReviewRules rules(claims, of_text, strings);
  if (!rules.any()) return {};
  std::vector<ClaimValues> kept;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const bool refused = claims[i].review == Review::no && !keep_refused;
    if (!refused && !rules.gives_way(i)) kept.push_back(claims[i]);
  }
  std::vector<DoubtfulCorrection> doubtful = rules.doubtful();
  claims = std::move(kept);
  return doubtful;
}

}  // namespace oscegraph
