// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/graph/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "oscegraph/graph/text.hpp"

namespace oscegraph {
namespace {

using enum Kind;

constexpr std::array kind_rows{
    KindRow{state, "state", "States",
            "a State: participating State, Partner or other; or a territory"},
    KindRow{office, "office", "offices",
            "an OSCE executive structure: field operation, institution, Secretariat unit"},
    KindRow{donor, "donor", "donors", "a funder that is not a State: EU, foundation, company"},
    KindRow{project, "project", "projects", "what the money is for"},
    KindRow{agency, "agency", "agencies", "a partner: UN body, ministry, academy, NGO"},
};

static_assert(kind_rows.size() == kind_count, "last_kind is the last row's");

const std::array relation_rows{
    RelationRow{Relation::funds,
                "funds",
                "pays for, in money or in kind",
                "funded by",
                {{{state, donor, agency, office}, {project, office, agency, state}}}},
    RelationRow{Relation::implements,
                "implements",
                "carries the project out",
                "implemented by",
                {{{office, agency, state, donor}, {project}}}},
    RelationRow{Relation::partners,
                "partners",
                "works with it, or on it together with its implementer",
                "partnered by",
                {{{agency, donor, office, state}, {project, office, agency}}}},
    RelationRow{Relation::assists,
                "assists",
                "is for the benefit of",
                "assisted by",
                {{{project, office}, {state, agency}}}},
    RelationRow{Relation::hosts,
                "hosts",
                "is the country the office works in",
                "hosted by",
                {{{state}, {office}}}},
    RelationRow{Relation::part_of,
                "part_of",
                "is a unit, phase, agency or territory of",
                "has part",
                {{{office}, {office}},
                 {{project}, {project}},
                 {{agency}, {agency, state}},
                 {{state}, {state}}}},
    RelationRow{Relation::channels_to,
                "channels_to",
                "passes money on to",
                "receives through",
                {{{project}, {project}}}},
};
static_assert(std::tuple_size_v<decltype(relation_rows)> == relation_count,
              "last_relation is the last row's");

constexpr std::array flow_rows{
    FlowRow{Flow::unknown, "unknown", "the document does not say"},
    FlowRow{Flow::pledged, "pledged", "announced"},
    FlowRow{Flow::committed, "committed", "agreed in writing"},
    FlowRow{Flow::disbursed, "disbursed", "paid over"},
    FlowRow{Flow::spent, "spent", "paid out by the implementer"},
    FlowRow{Flow::in_kind, "in_kind", "given as goods, staff or services"},
};

constexpr std::array<std::string_view, 2> basis_rows{"stated", "inferred"};
constexpr std::array<std::string_view, 4> review_rows{"", "yes", "no", "corrected"};

template <typename Rows, typename Member>
auto find_row(const Rows& rows, std::string_view name, Member member)
    -> std::optional<std::decay_t<decltype(rows[0].*member)>> {
  const auto row = std::ranges::find(rows, name, [](const auto& r) { return r.name; });
  if (row == std::end(rows)) return std::nullopt;
  return (*row).*member;
}

template <typename Rows>
std::vector<std::string_view> names(const Rows& rows) {
  std::vector<std::string_view> result;
  for (const auto& row : rows) result.push_back(row.name);
  return result;
}

std::string kind_list(const std::vector<Kind>& list) {
  std::vector<std::string_view> words;
  for (const Kind kind : list) words.push_back(name_of(kind));
  return join_or(words);
}

}  // namespace

std::span<const KindRow> kinds() { return kind_rows; }
std::span<const RelationRow> relations() { return relation_rows; }
std::span<const FlowRow> flows() { return flow_rows; }

const RelationRow& row_of(Relation relation) {
  return relation_rows.at(static_cast<std::size_t>(relation));
}

std::string_view name_of(Kind kind) { return kind_rows.at(static_cast<std::size_t>(kind)).name; }
std::string_view name_of(Relation relation) { return row_of(relation).name; }
std::string_view name_of(Flow flow) { return flow_rows.at(static_cast<std::size_t>(flow)).name; }
std::string_view name_of(Basis basis) { return basis_rows.at(static_cast<std::size_t>(basis)); }

std::string_view name_of(Review review) { return review_rows.at(static_cast<std::size_t>(review)); }

std::optional<Kind> parse_kind(std::string_view name) {
  return find_row(kind_rows, name, &KindRow::kind);
}
std::optional<Relation> parse_relation(std::string_view name) {
  return find_row(relation_rows, name, &RelationRow::relation);
}
std::optional<Flow> parse_flow(std::string_view name) {
  return find_row(flow_rows, name, &FlowRow::flow);
}
std::optional<Basis> parse_basis(std::string_view name) {
  if (name == basis_rows[0]) return Basis::stated;
  if (name == basis_rows[1]) return Basis::inferred;
  return std::nullopt;
}

std::optional<Review> parse_review(std::string_view name) {
  const auto row = std::ranges::find(review_rows, name);
  if (name.empty() || row == review_rows.end()) return std::nullopt;
  return static_cast<Review>(row - review_rows.begin());
}

std::vector<std::string_view> kind_names() { return names(kind_rows); }
std::vector<std::string_view> relation_names() { return names(relation_rows); }
std::vector<std::string_view> flow_names() { return names(flow_rows); }
std::vector<std::string_view> review_names() {
  return {review_rows.begin() + 1, review_rows.end()};
}
std::vector<std::string_view> basis_names() { return {basis_rows.begin(), basis_rows.end()}; }

bool allows(Relation relation, Kind from, Kind to) {
  return std::ranges::any_of(row_of(relation).ends, [&](const Ends& ends) {
    return std::ranges::count(ends.from, from) > 0 && std::ranges::count(ends.to, to) > 0;
  });
}

AllowedEnds::AllowedEnds() {
  for (const RelationRow& row : relation_rows)
    for (const KindRow& from : kind_rows)
      for (const KindRow& to : kind_rows)
        allowed_.at(static_cast<std::size_t>(row.relation))
            .at(static_cast<std::size_t>(from.kind))
            .at(static_cast<std::size_t>(to.kind)) = allows(row.relation, from.kind, to.kind);
}

std::string allowed_ends(Relation relation) {
  std::vector<std::string> pairs;
  for (const Ends& ends : row_of(relation).ends)
    pairs.push_back(kind_list(ends.from) + " to " + kind_list(ends.to));
  return join(pairs, "; ");
}

}  // namespace oscegraph
