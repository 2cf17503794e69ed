// SPDX-License-Identifier: Apache-2.0
//
// Defines the fixed words of the graph, each list in one table: kinds of node, relations with the
// kinds that they may join, flows of money, and whether a claim is stated or inferred. Readers,
// exporters, help and error messages all use these tables. A new relation, or a new kind, is one
// enumerator and one row.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace oscegraph {

enum class Kind : std::uint8_t { state, office, donor, project, agency };
enum class Relation : std::uint8_t {
  funds,
  implements,
  partners,
  assists,
  hosts,
  part_of,
  channels_to
};
enum class Flow : std::uint8_t { unknown, pledged, committed, disbursed, spent, in_kind };
enum class Basis : std::uint8_t { stated, inferred };
/// What a person decided about a claim that was read out of a text.
enum class Review : std::uint8_t { unreviewed, yes, no, corrected };

// --- the tables, in the order of the enumerators, which is also the order of display

struct KindRow {
  Kind kind;
  std::string_view name;
  std::string_view plural;
  std::string_view meaning;
};

inline constexpr std::array kind_rows{
    KindRow{Kind::state, "state", "States",
            "a State: participating State, Partner or other; or a territory"},
    KindRow{Kind::office, "office", "offices",
            "an OSCE executive structure: field operation, institution, Secretariat unit"},
    KindRow{Kind::donor, "donor", "donors",
            "a funder that is not a State: EU, foundation, company"},
    KindRow{Kind::project, "project", "projects", "what the money is for"},
    KindRow{Kind::agency, "agency", "agencies", "a partner: UN body, ministry, academy, NGO"},
};
inline constexpr std::size_t kind_count = kind_rows.size();

/// A short list of kinds.
class Kinds {
 public:
  constexpr Kinds(std::initializer_list<Kind> kinds) {
    for (const Kind kind : kinds) list_.at(count_++) = kind;
  }
  [[nodiscard]] constexpr std::span<const Kind> list() const { return {list_.data(), count_}; }

 private:
  std::array<Kind, kind_count> list_{};
  std::size_t count_ = 0;
};

/// One allowed combination of ends: any kind in `from` may point at any kind in `to`.
struct Ends {
  Kinds from;
  Kinds to;
};

struct RelationRow {
  static constexpr std::size_t most_ends = 4;
  Relation relation;
  std::string_view name;
  std::string_view meaning;
  /// The relation read from `to` to `from`: "funded by".
  std::string_view inverse;
  std::array<std::optional<Ends>, most_ends> allowed;  ///< filled from the front
};

namespace relation_table {
using enum Kind;
inline constexpr std::array rows{
    RelationRow{Relation::funds,
                "funds",
                "pays for, in money or in kind",
                "funded by",
                {Ends{{state, donor, agency, office}, {project, office, agency, state}}}},
    RelationRow{Relation::implements,
                "implements",
                "carries the project out",
                "implemented by",
                {Ends{{office, agency, state, donor}, {project}}}},
    RelationRow{Relation::partners,
                "partners",
                "works with it, or on it together with its implementer",
                "partnered by",
                {Ends{{agency, donor, office, state}, {project, office, agency}}}},
    RelationRow{Relation::assists,
                "assists",
                "is for the benefit of",
                "assisted by",
                {Ends{{project, office}, {state, agency}}}},
    RelationRow{Relation::hosts,
                "hosts",
                "is the country the office works in",
                "hosted by",
                {Ends{{state}, {office}}}},
    RelationRow{Relation::part_of,
                "part_of",
                "is a unit, phase, agency or territory of",
                "has part",
                {Ends{{office}, {office}}, Ends{{project}, {project}},
                 Ends{{agency}, {agency, state}}, Ends{{state}, {state}}}},
    RelationRow{Relation::channels_to,
                "channels_to",
                "passes money on to",
                "receives through",
                {Ends{{project}, {project}}}},
};
}  // namespace relation_table
inline constexpr const auto& relation_rows = relation_table::rows;
inline constexpr std::size_t relation_count = relation_rows.size();

struct FlowRow {
  Flow flow;
  std::string_view name;
  std::string_view meaning;
};

inline constexpr std::array flow_rows{
    FlowRow{Flow::unknown, "unknown", "the document does not say"},
    FlowRow{Flow::pledged, "pledged", "announced"},
    FlowRow{Flow::committed, "committed", "agreed in writing"},
    FlowRow{Flow::disbursed, "disbursed", "paid over"},
    FlowRow{Flow::spent, "spent", "paid out by the implementer"},
    FlowRow{Flow::in_kind, "in_kind", "given as goods, staff or services"},
};

inline constexpr std::array<std::string_view, 2> basis_names_by_number{"stated", "inferred"};
inline constexpr std::array<std::string_view, 4> review_names_by_number{"", "yes", "no",
                                                                        "corrected"};

/// The number of words in the table. A number read from elsewhere is valid only when it is below
/// this.
template <typename Word>
constexpr std::size_t word_count();
template <>
constexpr std::size_t word_count<Kind>() {
  return kind_rows.size();
}
template <>
constexpr std::size_t word_count<Relation>() {
  return relation_rows.size();
}
template <>
constexpr std::size_t word_count<Flow>() {
  return flow_rows.size();
}
template <>
constexpr std::size_t word_count<Basis>() {
  return basis_names_by_number.size();
}
template <>
constexpr std::size_t word_count<Review>() {
  return review_names_by_number.size();
}

template <typename Word>
inline constexpr Word last_word = static_cast<Word>(word_count<Word>() - 1);

std::span<const KindRow> kinds();
std::span<const RelationRow> relations();
std::span<const FlowRow> flows();

const RelationRow& row_of(Relation relation);

std::string_view name_of(Kind kind);
std::string_view name_of(Relation relation);
std::string_view name_of(Flow flow);
std::string_view name_of(Basis basis);
std::string_view name_of(Review review);  ///< "" when nobody has reviewed it

std::optional<Kind> parse_kind(std::string_view name);
std::optional<Relation> parse_relation(std::string_view name);
std::optional<Flow> parse_flow(std::string_view name);
std::optional<Basis> parse_basis(std::string_view name);
std::optional<Review> parse_review(std::string_view name);

/// All words of a list, for "allowed are ..." and the nearest name.
std::vector<std::string_view> kind_names();
std::vector<std::string_view> relation_names();
std::vector<std::string_view> flow_names();
std::vector<std::string_view> basis_names();
std::vector<std::string_view> review_names();

/// The functions of a list of words: how a word is parsed, and all words.
template <auto Parse, auto Names>
struct WordsOf {
  static constexpr auto parse = Parse;
  static constexpr auto names = Names;
};
template <typename Word>
struct WordList;
template <>
struct WordList<Kind> : WordsOf<parse_kind, kind_names> {};
template <>
struct WordList<Relation> : WordsOf<parse_relation, relation_names> {};
template <>
struct WordList<Flow> : WordsOf<parse_flow, flow_names> {};
template <>
struct WordList<Basis> : WordsOf<parse_basis, basis_names> {};
template <>
struct WordList<Review> : WordsOf<parse_review, review_names> {};

/// Whether a table has one row for each word, in the order of their numbers.
template <typename Row, std::size_t count, typename Word>
constexpr bool has_row_for_each(const std::array<Row, count>& rows, Word Row::*word) {
  for (std::size_t i = 0; i < count; ++i)
    if (static_cast<std::size_t>(rows[i].*word) != i) return false;
  return count == word_count<Word>();
}

/// The table behind allows(), indexed by numbers.
inline constexpr auto allowed_ends_table = [] {
  std::array<std::array<std::array<bool, kind_count>, kind_count>, relation_count> allowed{};
  for (const RelationRow& row : relation_rows)
    for (const std::optional<Ends>& ends : row.allowed)
      if (ends)
        for (const Kind from : ends->from.list())
          for (const Kind to : ends->to.list())
            allowed.at(static_cast<std::size_t>(row.relation))
                .at(static_cast<std::size_t>(from))
                .at(static_cast<std::size_t>(to)) = true;
  return allowed;
}();

/// Whether the relation table lets `relation` run from a `from` to a `to`.
/// Precondition: each is a word of its table.
constexpr bool allows(Relation relation, Kind from, Kind to) {
  return allowed_ends_table[static_cast<std::size_t>(relation)][static_cast<std::size_t>(from)]
                           [static_cast<std::size_t>(to)];
}

/// The allowed ends in words: "state, donor, agency or office to project, office, agency or state".
std::string allowed_ends(Relation relation);

}  // namespace oscegraph
