// SPDX-License-Identifier: Apache-2.0
//
// Looks words up in the tables of vocabulary.hpp.
#include "oscegraph/graph/values/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {
namespace {

constexpr bool are_in_order(const auto& rows, const auto member) {
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (static_cast<std::size_t>(rows[i].*member) != i) return false;
  return true;
}
static_assert(are_in_order(kind_rows, &KindRow::kind));
static_assert(are_in_order(relation_rows, &RelationRow::relation));
static_assert(are_in_order(flow_rows, &FlowRow::flow));

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

std::string kind_list(std::span<const Kind> list) {
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
std::string_view name_of(Basis basis) {
  return basis_names_by_number.at(static_cast<std::size_t>(basis));
}

std::string_view name_of(Review review) {
  return review_names_by_number.at(static_cast<std::size_t>(review));
}

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
  if (name == basis_names_by_number[0]) return Basis::stated;
  if (name == basis_names_by_number[1]) return Basis::inferred;
  return std::nullopt;
}

std::optional<Review> parse_review(std::string_view name) {
  const auto row = std::ranges::find(review_names_by_number, name);
  if (name.empty() || row == review_names_by_number.end()) return std::nullopt;
  return static_cast<Review>(row - review_names_by_number.begin());
}

std::vector<std::string_view> kind_names() { return names(kind_rows); }
std::vector<std::string_view> relation_names() { return names(relation_rows); }
std::vector<std::string_view> flow_names() { return names(flow_rows); }
std::vector<std::string_view> review_names() {
  return {review_names_by_number.begin() + 1, review_names_by_number.end()};
}
std::vector<std::string_view> basis_names() {
  return {basis_names_by_number.begin(), basis_names_by_number.end()};
}

std::string allowed_ends(Relation relation) {
  std::vector<std::string> pairs;
  for (const std::optional<Ends>& ends : row_of(relation).allowed)
    if (ends) pairs.push_back(kind_list(ends->from.list()) + " to " + kind_list(ends->to.list()));
  return join(pairs, "; ");
}

}  // namespace oscegraph
