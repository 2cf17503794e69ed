// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/funding_sum.hpp"

#include <algorithm>
#include <tuple>

#include "oscegraph/graph/id_set.hpp"
#include "oscegraph/queries/grouped.hpp"

namespace oscegraph {
namespace {

constexpr std::size_t most_disputes = 3;
constexpr std::uint32_t total_row = none;

/// What a funder gives a whole project in one flow and currency, as far as a row tells.
struct Whole {
  std::uint32_t row;
  NodeId funder;
  NodeId project;
  LedgerKey key;
  friend bool operator<(const Whole& a, const Whole& b) {
    return std::tie(a.row, a.funder, a.project, a.key) <
           std::tie(b.row, b.funder, b.project, b.key);
  }
};

/// Two transfers alike but for their period, from different documents, may be one told twice.
bool may_be_the_same(const Transfer& a, const Transfer& b) {
  return a.via == b.via && a.key == b.key && a.documents != b.documents;
}

class Summing {
 public:
  Summing(const Subset& scope, std::span<const FundingLink> links,
          std::span<const std::uint32_t> row_of, std::size_t row_count)
      : graph_(scope.graph()),
        links_(links),
        row_of_(row_of),
        reader_(graph_) {
    sums_.rows.resize(row_count);
  }

  FundingSums run() {
    find_wholes();
    each_funding([&](std::size_t first, std::size_t last) {
      add_money(first, last);
      add_times(first, last);
    });
    count_documents();
    return std::move(sums_);
  }

 private:
  /// Links that differ only in the office speak of the same claims: one funding.
  template <typename Visit>
  void each_funding(Visit visit) const {
    for (std::size_t first = 0; first < links_.size();) {
      std::size_t last = first + 1;
      while (last < links_.size() && links_[last].edge == links_[first].edge &&
             links_[last].project == links_[first].project)
        ++last;
      visit(first, last);
      first = last;
    }
  }

  [[nodiscard]] bool pays_whole_project(const FundingLink& link) const {
    return graph_.edge_to(link.edge) == link.project;
  }
  /// A payment past the project, but inside it.
  [[nodiscard]] bool pays_part(const FundingLink& link) const {
    return link.project != none && !pays_whole_project(link);
  }

  /// Of the projects that have parts: most have none.
  void find_wholes() {
    IdSet with_parts(graph_.node_count());
    bool any = false;
    for (const FundingLink& link : links_)
      if (pays_part(link)) with_parts.insert(link.project), any = true;
    if (!any) return;
    each_funding([&](std::size_t first, std::size_t last) {
      const FundingLink& funding = links_[first];
      if (!pays_whole_project(funding) || !with_parts.contains(funding.project)) return;
      for (const Transfer& transfer : reader_.read(funding.edge, funding.claims)) {
        wholes_.push_back({total_row, funding.funder, funding.project, transfer.key});
        each_row(first, last, [&](std::uint32_t row, const FundingLink&) {
          wholes_.push_back({row, funding.funder, funding.project, transfer.key});
        });
      }
    });
    std::ranges::sort(wholes_, [](const Whole& a, const Whole& b) { return a < b; });
  }

  [[nodiscard]] bool is_in_whole(std::uint32_t row, const FundingLink& link,
                                 const Transfer& transfer) const {
    if (wholes_.empty() || !pays_part(link)) return false;
    const Whole whole{row, link.funder, link.project, transfer.key};
    return std::binary_search(wholes_.begin(), wholes_.end(), whole);
  }

  /// Visits each row that links [first, last) of one funding are in, with a link of it. Offices of a
  /// row come side by side.
  template <typename Visit>
  void each_row(std::size_t first, std::size_t last, Visit visit) const {
    if (row_of_.empty()) return;
    for (std::size_t i = first; i < last; ++i)
      if (i == first || row_of_[i] != row_of_[i - 1]) visit(row_of_[i], links_[i]);
  }

  void add_money(std::size_t first, std::size_t last) {
    const auto transfers = reader_.read(links_[first].edge, links_[first].claims);
    add_to_total(links_[first], transfers);
    each_row(first, last, [&](std::uint32_t row, const FundingLink& link) {
      for (const Transfer& transfer : transfers)
        if (!is_in_whole(row, link, transfer)) sums_.rows[row].money.add(transfer);
    });
  }

  void add_to_total(const FundingLink& link, std::span<const Transfer> transfers) {
    FundingTotal& total = sums_.total;
    ++total.fundings;
    if (transfers.empty()) ++total.without_amount;
    const Transfer* before = nullptr;
    for (const Transfer& transfer : transfers) {
      if (is_in_whole(total_row, link, transfer)) {
        ++total.parts_left_out;
        continue;
      }
      total.money.add(transfer);
      if (transfer.disputed() && ++total.disputed <= most_disputes)
        total.disputes.push_back(transfer);
      if (before != nullptr && may_be_the_same(*before, transfer)) ++total.doubts;
      before = &transfer;
    }
  }

  void add_times(std::size_t first, std::size_t last) {
    each_row(first, last, [&](std::uint32_t row, const FundingLink& link) {
      for (const ClaimId c : link.claims) sums_.rows[row].time.add(graph_.claim_time(c));
    });
  }

  void count_documents() {
    const Grouped<std::uint32_t> documents(sums_.rows.size(), [&](const auto& put) {
      each_funding([&](std::size_t first, std::size_t last) {
        each_row(first, last, [&](std::uint32_t row, const FundingLink& link) {
          for (const ClaimId c : link.claims) put(row, graph_.claim_document(c));
        });
      });
    });
    const std::vector<std::uint32_t> counts = count_distinct(documents, graph_.document_count());
    for (std::size_t row = 0; row < counts.size(); ++row) sums_.rows[row].documents = counts[row];
  }

  const Graph& graph_;
  std::span<const FundingLink> links_;
  std::span<const std::uint32_t> row_of_;
  TransferReader reader_;
  std::vector<Whole> wholes_;
  FundingSums sums_;
};

}  // namespace

FundingSums sum_up(const Subset& scope, std::span<const FundingLink> links,
                   std::span<const std::uint32_t> row_of, std::size_t row_count) {
  return Summing(scope, links, row_of, row_count).run();
}

}  // namespace oscegraph
