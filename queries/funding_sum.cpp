// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/funding_sum.hpp"

#include <algorithm>
#include <tuple>

namespace oscegraph {
namespace {

/// What a funder gives a whole project in one flow and currency.
struct Whole {
  NodeId funder;
  NodeId project;
  LedgerKey key;
  friend bool operator<(const Whole& a, const Whole& b) {
    return std::tie(a.funder, a.project, a.key) < std::tie(b.funder, b.project, b.key);
  }
};

/// Links that differ only in the office speak of the same claims.
void keep_one_per_claim(std::vector<FundingLink>& links) {
  const auto claims = [](const FundingLink& link) { return std::pair(link.edge, link.project); };
  std::ranges::sort(links, {}, claims);
  const auto repeated = std::ranges::unique(links, {}, claims);
  links.erase(repeated.begin(), repeated.end());
}

class Summing {
 public:
  explicit Summing(const Subset& scope) : scope_(scope) {}

  FundingSum run(const std::vector<FundingLink>& links) {
    for (const FundingLink& link : links) {
      read_claims(link);
      read_transfers(link);
    }
    std::ranges::sort(sum_.documents);
    const auto repeated = std::ranges::unique(sum_.documents);
    sum_.documents.erase(repeated.begin(), repeated.end());
    leave_out_parts();
    for (const Transfer& transfer : sum_.transfers) sum_.money.add(transfer);
    return std::move(sum_);
  }

 private:
  [[nodiscard]] bool pays_whole_project(EdgeId edge) const {
    return scope_.graph().node_kind(scope_.graph().edge_to(edge)) == Kind::project;
  }

  void read_claims(const FundingLink& link) {
    for (const ClaimId c : link.claims) {
      sum_.documents.push_back(scope_.graph().claim_document(c));
      sum_.time.add(scope_.graph().claim_time(c));
    }
  }

  void read_transfers(const FundingLink& link) {
    const bool whole = pays_whole_project(link.edge);
    const std::size_t before = sum_.transfers.size();
    for (Transfer& transfer : transfers_of(scope_.graph(), link.edge, link.claims)) {
      if (whole) wholes_.push_back({link.funder, link.project, transfer.key});
      sum_.transfers.push_back(std::move(transfer));
    }
    ++sum_.fundings;
    if (sum_.transfers.size() == before) ++sum_.without_amount;
  }

  void leave_out_parts() {
    std::ranges::sort(wholes_, [](const Whole& a, const Whole& b) { return a < b; });
    sum_.parts_left_out = std::erase_if(sum_.transfers, [&](const Transfer& transfer) {
      if (pays_whole_project(transfer.edge) || transfer.via == none) return false;
      const Whole whole{scope_.graph().edge_from(transfer.edge), transfer.via, transfer.key};
      return std::binary_search(wholes_.begin(), wholes_.end(), whole);
    });
  }

  const Subset& scope_;
  FundingSum sum_;
  std::vector<Whole> wholes_;
};

}  // namespace

FundingSum sum_up(const Subset& scope, std::vector<FundingLink> links) {
  keep_one_per_claim(links);
  return Summing(scope).run(links);
}

}  // namespace oscegraph
