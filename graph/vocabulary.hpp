// SPDX-License-Identifier: Apache-2.0
//
// The words of the graph, each list once: kinds of node, relations with the kinds they may join,
// flows of money, and whether a claim is stated or inferred. Readers, exporters, help and error
// messages all read these tables; a new relation is one enumerator and one row.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
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
/// How many kinds and relations there are: one more than the number of the last.
inline constexpr Kind last_kind = Kind::agency;
inline constexpr Relation last_relation = Relation::channels_to;
inline constexpr std::size_t kind_count = static_cast<std::size_t>(last_kind) + 1;
inline constexpr std::size_t relation_count = static_cast<std::size_t>(last_relation) + 1;

/// What a person decided about a claim that was read out of a text.
enum class Review : std::uint8_t { unreviewed, yes, no, corrected };

struct KindRow {
  Kind kind;
  std::string_view name;
  std::string_view plural;
  std::string_view meaning;
};

/// One allowed pairing of a relation: any of `from` may point at any of `to`.
struct Ends {
  std::vector<Kind> from;
  std::vector<Kind> to;
};

struct RelationRow {
  Relation relation;
  std::string_view name;
  std::string_view meaning;
  /// What a reader says walking the edge backwards: "funded by".
  std::string_view inverse;
  std::vector<Ends> ends;
};

struct FlowRow {
  Flow flow;
  std::string_view name;
  std::string_view meaning;
};

/// The tables, in the order people are shown them.
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

/// The words a list allows, for "allowed are ..." and the nearest name.
std::vector<std::string_view> kind_names();
std::vector<std::string_view> relation_names();
std::vector<std::string_view> flow_names();
std::vector<std::string_view> basis_names();
std::vector<std::string_view> review_names();

/// Whether the relation table lets `relation` run from a `from` to a `to`.
bool allows(Relation relation, Kind from, Kind to);

/// The answers of allows() side by side, for who asks of millions of edges.
class AllowedEnds {
 public:
  AllowedEnds();
  bool operator()(Relation relation, Kind from, Kind to) const {
    return allowed_[static_cast<std::size_t>(relation)][static_cast<std::size_t>(from)]
                   [static_cast<std::size_t>(to)];
  }

 private:
  std::array<std::array<std::array<bool, kind_count>, kind_count>, relation_count> allowed_{};
};

/// The allowed ends in words: "state, donor, agency or office to project, office, agency or state".
std::string allowed_ends(Relation relation);

}  // namespace oscegraph
