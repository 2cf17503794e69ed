// SPDX-License-Identifier: Apache-2.0
//
// Takes together the links of one edge and project, which have the same claims, and adds their
// transfers to the total once and to each row once.
#include "oscegraph/queries/funding/funding_sum.hpp"

#include <algorithm>
#include <tuple>

#include "oscegraph/graph/columns/id_set.hpp"
#include "oscegraph/queries/funding/count_distinct.hpp"

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

/// Links that differ only in the office speak of the same claims: one funding.
struct Funding {
  std::span<const FundingLink> links;
  std::span<const std::uint32_t> row_of;  ///< of each, where rows are asked for

  [[nodiscard]] const FundingLink& first() const { return links.front(); }
};

template <typename Visit>
void each_funding(const FundingLinks& links, std::span<const std::uint32_t> row_of, Visit visit) {
  std::size_t before = 0;
  for (const std::span<const FundingLink> list : links.lists()) {
    for (std::size_t first = 0; first < list.size();) {
      std::size_t last = first + 1;
      while (last < list.size() && list[last].edge == list[first].edge &&
             list[last].project == list[first].project)
        ++last;
      visit(Funding{list.subspan(first, last - first),
                    row_of.empty() ? row_of : row_of.subspan(before + first, last - first)});
      first = last;
    }
    before += list.size();
  }
}

/// Visits each row that links of the funding are in, with one of them. Offices of a row come side by
/// side.
template <typename Visit>
void each_row(const Funding& funding, Visit visit) {
  const auto rows = funding.row_of;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (i == 0 || rows[i] != rows[i - 1]) visit(rows[i], funding.links[i]);
}

class Summing {
 public:
  Summing(const Graph& graph, const FundingLinks& links, std::span<const std::uint32_t> row_of,
          std::span<FundingRow> rows, const Context& context)
      : check_(context, 256),
        graph_(graph),
        links_(links),
        row_of_(row_of),
        rows_(rows),
        reader_(graph_) {}

  FundingTotal run() {
    find_wholes();
    each_funding(links_, row_of_, [&](const Funding& funding) {
      check_.count();
      add_money(funding);
      add_times(funding);
    });
    return std::move(total_);
  }

 private:
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
    for (const FundingLink& link : links_.all())
      if (pays_part(link)) with_parts.insert(link.project), any = true;
    if (!any) return;
    each_funding(links_, row_of_, [&](const Funding& funding) {
      const FundingLink& link = funding.first();
      if (!pays_whole_project(link) || !with_parts.contains(link.project)) return;
      for (const Transfer& transfer : reader_.read(link.edge, link.claims)) {
        wholes_.push_back({total_row, link.funder, link.project, transfer.key});
        each_row(funding, [&](std::uint32_t row, const FundingLink&) {
          wholes_.push_back({row, link.funder, link.project, transfer.key});
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

  void add_money(const Funding& funding) {
    const auto transfers = reader_.read(funding.first().edge, funding.first().claims);
    add_to_total(funding.first(), transfers);
    each_row(funding, [&](std::uint32_t row, const FundingLink& link) {
      for (const Transfer& transfer : transfers)
        if (!is_in_whole(row, link, transfer)) rows_[row].money.add(transfer);
    });
  }

  void add_to_total(const FundingLink& link, std::span<const Transfer> transfers) {
    ++total_.fundings;
    if (transfers.empty()) ++total_.without_amount;
    const Transfer* before = nullptr;
    for (const Transfer& transfer : transfers) {
      if (is_in_whole(total_row, link, transfer)) {
        ++total_.parts_left_out;
        continue;
      }
      total_.money.add(transfer);
      if (transfer.disputed() && ++total_.disputed <= most_disputes)
        total_.disputes.push_back(transfer);
      if (before != nullptr && may_be_the_same(*before, transfer)) ++total_.doubts;
      before = &transfer;
    }
  }

  void add_times(const Funding& funding) {
    each_row(funding, [&](std::uint32_t row, const FundingLink& link) {
      for (const ClaimId c : link.claims) rows_[row].time.add(graph_.claim_time(c));
    });
  }

  PeriodicCheck check_;
  const Graph& graph_;
  const FundingLinks& links_;
  std::span<const std::uint32_t> row_of_;
  std::span<FundingRow> rows_;
  TransferReader reader_;
  std::vector<Whole> wholes_;
  FundingTotal total_;
};

}  // namespace

FundingTotal sum_money(const Graph& graph, const FundingLinks& links,
                       std::span<const std::uint32_t> row_of, std::span<FundingRow> rows,
                       const Context& context) {
  return Summing(graph, links, row_of, rows, context).run();
}

void count_documents(const Graph& graph, const FundingLinks& links,
                     std::span<const std::uint32_t> row_of, std::span<FundingRow> rows,
                     const Context& context) {
  PeriodicCheck check(context);
  const auto documents = group_pairs<std::uint32_t>(rows.size(), [&](const auto& put) {
    each_funding(links, row_of, [&](const Funding& funding) {
      check.count();
      each_row(funding, [&](std::uint32_t row, const FundingLink& link) {
        for (const ClaimId c : link.claims) put(row, graph.claim_document(c));
      });
    });
  });
  const std::vector<std::uint32_t> counts = count_distinct(documents, graph.document_count());
  for (std::size_t row = 0; row < rows.size(); ++row) rows[row].documents = counts[row];
}

}  // namespace oscegraph
