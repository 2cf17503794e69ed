// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/model/claim_losses.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <string>

#include "oscegraph/exports/model/edge_money.hpp"
#include "oscegraph/exports/model/edge_properties.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/threads/parallel.hpp"

namespace oscegraph {
namespace {

/// For each of several tests, the number of ids that pass it. Counts on all threads.
template <std::size_t count, typename Tests>
std::array<std::size_t, count> counts_of(const IdSet& ids, const Tests& tests) {
  std::array<std::atomic<std::size_t>, count> totals{};
  constexpr std::size_t grain = std::size_t{1} << 14U;
  parallel_ranges(ids.capacity(), grain, {}, [&](std::size_t first, std::size_t last, unsigned) {
    std::array<std::size_t, count> counts{};
    for (std::size_t id = first; id < last; ++id)
      if (ids.contains(static_cast<std::uint32_t>(id)))
        tests(static_cast<std::uint32_t>(id), counts);
    for (std::size_t i = 0; i < count; ++i) totals[i] += counts[i];
  });
  std::array<std::size_t, count> result{};
  for (std::size_t i = 0; i < count; ++i) result[i] = totals[i];
  return result;
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

/// The fields of claims that an exported edge keeps: ends, relation, documents, basis, and amounts
/// and periods added up.
constexpr std::array fields_of_edges{Field::from,   Field::relation, Field::to,   Field::document,
                                     Field::amount, Field::currency, Field::flow, Field::start,
                                     Field::end,    Field::basis};

/// The fields of claims that an exported edge does not have.
constexpr auto dropped = [] {
  std::array<FieldRow, rows_of(claim_fields).size() - fields_of_edges.size()> rows{};
  std::ranges::copy_if(rows_of(claim_fields), rows.begin(), [](const FieldRow& row) {
    return std::ranges::count(fields_of_edges, row.field) == 0;
  });
  return rows;
}();

std::string loss_words(const FieldRow& field) {
  if (field.field == Field::via) return "via project";
  if (field.field == Field::rule) return "rule of extraction";
  if (field.field == Field::reviewed) return "review";
  return std::string(field.name);
}

/// Whether the field of the claim has a value.
template <typename Described>
bool says(const Graph& graph, Described field, ClaimId c) {
  const auto value = graph.value(field, c);
  if constexpr (field.form == Form::text) return !value.empty();
  else return value != ClaimValues{}.*field.member;
}

void report_dropped(const Subset& subset, LossReport& losses) {
  const Graph& graph = subset.graph();
  const auto counts = counts_of<dropped.size() + 1>(subset.claims(), [&](ClaimId c, auto& count) {
    std::size_t place = 0;
    for_each_field(claim_fields, [&](auto field) {
      if (place == dropped.size() || dropped[place].field != field.field) return;
      if (says(graph, field, c)) ++count[place];
      ++place;
    });
    if (!graph.claim_amount(c) && graph.claim_flow(c) != Flow::unknown) ++count.back();
  });
  for (std::size_t i = 0; i < dropped.size(); ++i)
    losses.add({.count = counts[i],
                .what = loss_words(dropped[i]),
                .fate = "dropped",
                .why = "an edge adds up claims"});
  losses.add({.count = counts.back(),
              .what = "flow",
              .fate = "dropped",
              .why = "no amount is stated with it"});
}

}  // namespace

void report_claims_added_up(const Subset& subset, LossReport& losses) {
  const Graph& graph = subset.graph();
  losses.add({.count = subset.claims().count(),
              .what = "claim",
              .fate = "added up into " + counted(subset.edges().count(), "edge"),
              .why = "programs merge or hide parallel edges"});
  report_dropped(subset, losses);
  const auto mixed = counts_of<1>(subset.edges(), [&](EdgeId e, auto& count) {
    if (edge_basis(subset, e) != Basis::stated) return;
    for (const ClaimId c : graph.claims_of(e))
      if (subset.contains_claim(c) && graph.claim_basis(c) == Basis::inferred) ++count[0];
  });
  losses.add({.count = mixed[0],
              .what = "inferred claim",
              .fate = "counted as stated",
              .why = "another of its edge states it"});
  report_documents(subset, losses);
}

void report_intervals(const Subset& subset, std::string_view why, LossReport& losses) {
  const auto intervals = counts_of<1>(subset.claims(), [&](ClaimId c, auto& count) {
    if (subset.graph().claim_period(c).known()) ++count[0];
  });
  losses.add(
      {.count = intervals[0], .what = "interval", .fate = "dropped", .why = std::string(why)});
}

void report_money(const Subset& subset, LossReport& losses) {
  const auto [disputed, too_large] = counts_of<2>(subset.edges(), [&](EdgeId e, auto& count) {
    const EdgeMoney money = edge_money(subset, e);
    if (money.disputed) ++count[0];
    if (money.too_large) ++count[1];
  });
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
  const auto quotes = counts_of<1>(subset.claims(), [&](ClaimId c, auto& count) {
    if (!subset.graph().claim(c).quote.empty()) ++count[0];
  });
  losses.add({.count = quotes[0], .what = "quote", .fate = "not drawn", .why = why});
  report_intervals(subset, why, losses);
}

}  // namespace oscegraph
