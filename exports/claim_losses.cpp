// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/claim_losses.hpp"

#include <array>
#include <string>
#include <utility>

#include "oscegraph/exports/edge_money.hpp"
#include "oscegraph/exports/edge_properties.hpp"
#include "oscegraph/graph/text.hpp"

namespace oscegraph {
namespace {

/// What single claims say beside what an edge adds up.
struct ClaimDetails {
  std::size_t places = 0;
  std::size_t quotes = 0;
  std::size_t shares = 0;
  std::size_t vias = 0;
  std::size_t rules = 0;
  std::size_t reviews = 0;
  std::size_t flows = 0;  ///< without an amount, which would say it
};

ClaimDetails details_of(const Subset& subset) {
  ClaimDetails details;
  for (const ClaimId c : subset.claims()) {
    const Claim claim = subset.graph().claim(c);
    if (!claim.locator.empty()) ++details.places;
    if (!claim.quote.empty()) ++details.quotes;
    if (claim.share != no_share) ++details.shares;
    if (claim.via != none) ++details.vias;
    if (!claim.rule.empty()) ++details.rules;
    if (claim.review != Review::unreviewed) ++details.reviews;
    if (!claim.amount && claim.flow != Flow::unknown) ++details.flows;
  }
  return details;
}

void report_documents(const Subset& subset, LossReport& losses) {
  std::size_t described = 0;
  for (const DocumentId d : subset.documents()) {
    const Document document = subset.graph().document(d);
    if (!document.title.empty() || !document.url.empty()) ++described;
  }
  losses.add({.count = described,
              .what = "document",
              .fate = "without title, date and link",
              .why = "an edge has only their ids"});
}

}  // namespace

void report_claims_added_up(const Subset& subset, LossReport& losses) {
  losses.add({.count = subset.claims().count(),
              .what = "claim",
              .fate = "added up into " + counted(subset.edges().count(), "edge"),
              .why = "programs merge or hide parallel edges"});
  const ClaimDetails details = details_of(subset);
  const std::array<std::pair<std::size_t, const char*>, 6> dropped{
      {{details.places, "locator"},
       {details.quotes, "quote"},
       {details.shares, "share"},
       {details.vias, "via project"},
       {details.rules, "rule of extraction"},
       {details.reviews, "review"}}};
  for (const auto& [count, what] : dropped)
    losses.add({.count = count, .what = what, .fate = "dropped", .why = "an edge adds up claims"});
  losses.add({.count = details.flows,
              .what = "flow",
              .fate = "dropped",
              .why = "no amount is stated with it"});
  std::size_t mixed = 0;
  for (const EdgeId e : subset.edges())
    if (edge_basis(subset, e) == Basis::stated)
      for (const ClaimId c : subset.claims_of(e))
        if (subset.graph().claim_basis(c) == Basis::inferred) ++mixed;
  losses.add({.count = mixed,
              .what = "inferred claim",
              .fate = "counted as stated",
              .why = "another of its edge states it"});
  report_documents(subset, losses);
}

void report_intervals(const Subset& subset, std::string_view why, LossReport& losses) {
  std::size_t intervals = 0;
  for (const ClaimId c : subset.claims())
    if (subset.graph().claim_period(c).known()) ++intervals;
  losses.add({.count = intervals, .what = "interval", .fate = "dropped", .why = std::string(why)});
}

void report_money(const Subset& subset, LossReport& losses) {
  std::size_t disputed = 0;
  std::size_t too_large = 0;
  for (const EdgeId e : subset.edges()) {
    const EdgeMoney money = edge_money(subset, e);
    if (money.disputed) ++disputed;
    if (money.too_large) ++too_large;
  }
  losses.add({.count = disputed,
              .what = "edge",
              .fate = "written with the lowest amount",
              .why = "documents disagree"});
  losses.add({.count = too_large,
              .what = "edge",
              .fate = "written without sums",
              .why = "they are too large to be exact"});
}

void report_not_drawn(const Subset& subset, LossReport& losses) {
  std::size_t attributes = 0;
  for (const NodeId n : subset.nodes()) attributes += subset.graph().attributes(n).size();
  const std::string why = "a drawing shows names, kinds, relations and sums";
  losses.add({.count = attributes, .what = "attribute", .fate = "not drawn", .why = why});
  losses.add({.count = subset.scores().size(), .what = "score", .fate = "not drawn", .why = why});
  losses.add(
      {.count = details_of(subset).quotes, .what = "quote", .fate = "not drawn", .why = why});
  report_intervals(subset, why, losses);
}

}  // namespace oscegraph
