// SPDX-License-Identifier: Apache-2.0
//
// Describes each field of a document, a node and a claim once. All code that handles every field
// iterates over these descriptions. Readers take the names in records from them, the graph its
// columns, a graph file its sections, the sort its order of claims, and exports the list of what
// they write. A new field of a claim is a member of ClaimValues and a row of claim_fields; other
// code that needs it does not compile until it has it.
//
// The order of the rows is the order of CSV columns, of the members of a JSON record, and of the
// parts of a claim's key in Neo4j. The section numbers and the order of claims are part of the
// graph file format: once released, they must not change.
#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "oscegraph/graph/columns/strings.hpp"
#include "oscegraph/graph/values/date.hpp"
#include "oscegraph/graph/values/ids.hpp"
#include "oscegraph/graph/values/money.hpp"
#include "oscegraph/graph/values/vocabulary.hpp"

namespace oscegraph {

/// A share in percent, exact to a millionth of a percent. -1: not stated.
using ShareMillionths = std::int32_t;
inline constexpr ShareMillionths no_share = -1;

enum class RecordType : std::uint8_t { document, node, claim };

/// Every scalar field of any record. A node also has the lists `aliases` and `attributes`.
enum class Field : std::uint8_t {
  id,
  title,
  publisher,
  date,
  url,
  file,
  checksum,
  kind,
  name,
  from,
  relation,
  to,
  document,
  via,
  amount,
  currency,
  flow,
  start,
  end,
  share,
  locator,
  quote,
  basis,
  rule,
  reviewed
};

/// How the stored number of a field is interpreted.
enum class Form : std::uint8_t { text, node, document, word, date, amount, currency, share };

// --- the stored values of each record. Texts, nodes and documents are numbers; 0 is the empty
// text.

struct DocumentValues {
  StringId id = 0;
  StringId title = 0;
  StringId publisher = 0;
  Date date{};
  StringId url = 0;
  StringId file = 0;
  StringId checksum = 0;
};

struct NodeValues {
  StringId id = 0;
  Kind kind = Kind::agency;
  StringId name = 0;
};

struct ClaimValues {
  NodeId from = none;
  Relation relation = Relation::funds;
  NodeId to = none;
  DocumentId document = none;
  NodeId via = none;
  std::int64_t amount = 0;
  Currency currency{};  ///< unknown: no amount stated
  Flow flow = Flow::unknown;
  Date start{};
  Date end{};
  ShareMillionths share = no_share;
  StringId locator = 0;
  StringId quote = 0;
  Basis basis = Basis::stated;
  StringId rule = 0;
  Review review = Review::unreviewed;

  [[nodiscard]] Period period() const { return {start, end}; }
};

// --- the descriptions

struct FieldRow {
  Field field;
  std::string_view name;  ///< in records
  /// An explanation for those who write records, also put into the JSON Schema; "": the name says
  /// enough.
  std::string_view meaning{};
  Form form = Form::text;  ///< set by described(); FieldOf has it as a constant too
  bool required = false;
  /// number in a graph file, and so its column; 0: the value is stored with the edge
  int section = 0;
  std::string_view part_of_memory{};  ///< the group its bytes are counted in
  /// Sort key among the claims of one edge: 1 first, then 2, ...; 0: from, relation, to, which the
  /// edge has.
  int order = 0;
  /// Whether two findings of a rule that differ in this field are different findings.
  bool tells_apart = true;
  /// Whether the field may be missing in a graph file, because an older program wrote the file:
  /// then all values are the member's default. True for every field that was added after the first
  /// version.
  bool may_lack = false;
};

/// A row with the member that holds its values. Pass it by value, so that its form is a constant.
template <auto Member, Form ItsForm>
struct FieldOf;
template <typename ItsValues, typename ValueOf, ValueOf ItsValues::*Member, Form ItsForm>
struct FieldOf<Member, ItsForm> : FieldRow {
  using Value = ValueOf;
  using Values = ItsValues;
  static constexpr ValueOf Values::*member = Member;
  static constexpr Form form = ItsForm;

  template <typename Owner, typename Other>
  static constexpr bool has([[maybe_unused]] Other Owner::*other) {
    if constexpr (std::is_same_v<Other Owner::*, ValueOf Values::*>) return other == Member;
    else return false;
  }
};

template <auto Member, Form ItsForm>
constexpr FieldOf<Member, ItsForm> described(FieldRow row) {
  row.form = ItsForm;
  return {row};
}

inline constexpr std::tuple document_fields{
    described<&DocumentValues::id, Form::text>({.field = Field::id,
                                                .name = "id",
                                                .required = true,
                                                .section = 60,
                                                .part_of_memory = "documents"}),
    described<&DocumentValues::title, Form::text>(
        {.field = Field::title, .name = "title", .section = 61, .part_of_memory = "documents"}),
    described<&DocumentValues::publisher, Form::text>({.field = Field::publisher,
                                                       .name = "publisher",
                                                       .section = 62,
                                                       .part_of_memory = "documents"}),
    described<&DocumentValues::date, Form::date>(
        {.field = Field::date, .name = "date", .section = 63, .part_of_memory = "documents"}),
    described<&DocumentValues::url, Form::text>(
        {.field = Field::url, .name = "url", .section = 64, .part_of_memory = "documents"}),
    described<&DocumentValues::file, Form::text>(
        {.field = Field::file, .name = "file", .section = 65, .part_of_memory = "documents"}),
    described<&DocumentValues::checksum, Form::text>({.field = Field::checksum,
                                                      .name = "checksum",
                                                      .section = 66,
                                                      .part_of_memory = "documents"}),
};

inline constexpr std::tuple node_fields{
    described<&NodeValues::id, Form::text>({.field = Field::id,
                                            .name = "id",
                                            .required = true,
                                            .section = 10,
                                            .part_of_memory = "nodes"}),
    described<&NodeValues::kind, Form::word>({.field = Field::kind,
                                              .name = "kind",
                                              .required = true,
                                              .section = 12,
                                              .part_of_memory = "nodes"}),
    described<&NodeValues::name, Form::text>(
        {.field = Field::name, .name = "name", .section = 11, .part_of_memory = "nodes"}),
};

inline constexpr std::tuple claim_fields{
    described<&ClaimValues::from, Form::node>(
        {.field = Field::from,
         .name = "from",
         .meaning = "An id, or a name that fits exactly one node",
         .required = true}),
    described<&ClaimValues::relation, Form::word>(
        {.field = Field::relation, .name = "relation", .required = true}),
    described<&ClaimValues::to, Form::node>(
        {.field = Field::to,
         .name = "to",
         .meaning = "An id, or a name that fits exactly one node",
         .required = true}),
    described<&ClaimValues::document, Form::document>(
        {.field = Field::document,
         .name = "document",
         .meaning = "An id, or a title that fits exactly one document",
         .required = true,
         .section = 42,
         .part_of_memory = "documents of claims",
         .order = 1}),
    described<&ClaimValues::via, Form::node>(
        {.field = Field::via,
         .name = "via",
         .meaning = "The project a transfer between two bodies is part of",
         .section = 43,
         .part_of_memory = "money",
         .order = 8}),
    described<&ClaimValues::amount, Form::amount>(
        {.field = Field::amount,
         .name = "amount",
         .meaning = "An exact decimal; always with a currency",
         .section = 44,
         .part_of_memory = "money",
         .order = 7}),
    described<&ClaimValues::currency, Form::currency>({.field = Field::currency,
                                                       .name = "currency",
                                                       .meaning = "ISO 4217",
                                                       .section = 45,
                                                       .part_of_memory = "money",
                                                       .order = 6}),
    described<&ClaimValues::flow, Form::word>({.field = Field::flow,
                                               .name = "flow",
                                               .section = 46,
                                               .part_of_memory = "money",
                                               .order = 5}),
    described<&ClaimValues::start, Form::date>({.field = Field::start,
                                                .name = "start",
                                                .section = 48,
                                                .part_of_memory = "periods",
                                                .order = 3}),
    described<&ClaimValues::end, Form::date>({.field = Field::end,
                                              .name = "end",
                                              .section = 49,
                                              .part_of_memory = "periods",
                                              .order = 4}),
    described<&ClaimValues::share, Form::share>({.field = Field::share,
                                                 .name = "share",
                                                 .meaning = "A percentage from 0 to 100",
                                                 .section = 50,
                                                 .part_of_memory = "money",
                                                 .order = 9}),
    described<&ClaimValues::locator, Form::text>(
        {.field = Field::locator,
         .name = "locator",
         .meaning = "Where in the document: line, row, paragraph, XPath, text offset",
         .section = 51,
         .part_of_memory = "places and quotes",
         .order = 2,
         .tells_apart = false}),
    described<&ClaimValues::quote, Form::text>({.field = Field::quote,
                                                .name = "quote",
                                                .meaning = "The document's own words",
                                                .section = 52,
                                                .part_of_memory = "places and quotes",
                                                .order = 11}),
    described<&ClaimValues::basis, Form::word>({.field = Field::basis,
                                                .name = "basis",
                                                .section = 47,
                                                .part_of_memory = "basis and review",
                                                .order = 10}),
    described<&ClaimValues::rule, Form::text>({.field = Field::rule,
                                               .name = "rule",
                                               .meaning = "What found the claim in a text",
                                               .section = 53,
                                               .part_of_memory = "basis and review",
                                               .order = 12}),
    described<&ClaimValues::review, Form::word>({.field = Field::reviewed,
                                                 .name = "reviewed",
                                                 .meaning = "What a person decided about it",
                                                 .section = 54,
                                                 .part_of_memory = "basis and review",
                                                 .order = 13,
                                                 .tells_apart = false}),
};

// --- iterating over the fields

/// Calls `visit` with each description, in order.
template <typename... Fields, typename Visit>
constexpr void for_each_field(const std::tuple<Fields...>& fields, const Visit& visit) {
  std::apply([&](const auto&... field) { (visit(field), ...); }, fields);
}

/// The rows of a description, in order.
template <typename... Fields>
constexpr std::array<FieldRow, sizeof...(Fields)> rows_of(const std::tuple<Fields...>& fields) {
  return std::apply(
      [](const auto&... field) {
        return std::array<FieldRow, sizeof...(Fields)>{static_cast<const FieldRow&>(field)...};
      },
      fields);
}

/// The positions of the rows in ascending order of `key`.
template <std::size_t Count>
constexpr std::array<std::size_t, Count> positions_by(const std::array<FieldRow, Count>& rows,
                                                      int FieldRow::*key) {
  std::array<std::size_t, Count> positions{};
  for (std::size_t i = 0; i < Count; ++i) positions[i] = i;
  std::ranges::sort(positions, {}, [&](std::size_t i) { return std::pair(rows[i].*key, i); });
  return positions;
}

/// Calls `visit` with each description whose `key` is not 0, in ascending order of it.
template <const auto& fields, int FieldRow::*key, typename Visit>
void for_each_field_by(const Visit& visit) {
  static constexpr auto rows = rows_of(fields);
  static constexpr auto order = positions_by(rows, key);
  [&]<std::size_t... I>(std::index_sequence<I...> /*count*/) {
    const auto visit_wanted = [&]<std::size_t At>() {
      if constexpr (rows[At].*key != 0) visit(std::get<At>(fields));
    };
    (visit_wanted.template operator()<order[I]>(), ...);
  }(std::make_index_sequence<rows.size()>());
}

/// The order of two claims of one edge; `compare` compares them in one field.
template <typename Compare>
std::strong_ordering claim_order(const Compare& compare) {
  std::strong_ordering order = std::strong_ordering::equal;
  for_each_field_by<claim_fields, &FieldRow::order>([&](auto field) {
    if (order == 0) order = compare(field);
  });
  return order;
}

/// One list for each described field: the columns of a graph, or the lists of a load.
template <template <typename> class List, typename Fields>
class ListsOf;
template <template <typename> class List, typename... Fields>
class ListsOf<List, std::tuple<Fields...>> {
 public:
  template <auto Member>
  [[nodiscard]] auto& of() {
    return std::get<place<Member>()>(lists_);
  }
  template <auto Member>
  [[nodiscard]] const auto& of() const {
    return std::get<place<Member>()>(lists_);
  }
  /// The list of a description.
  template <auto Member, Form ItsForm>
  [[nodiscard]] auto& operator[](FieldOf<Member, ItsForm> /*field*/) {
    return of<Member>();
  }
  template <auto Member, Form ItsForm>
  [[nodiscard]] const auto& operator[](FieldOf<Member, ItsForm> /*field*/) const {
    return of<Member>();
  }

 private:
  template <auto One, auto Other>
  static constexpr bool same() {
    if constexpr (std::is_same_v<decltype(One), decltype(Other)>) return One == Other;
    else return false;
  }
  template <auto Member>
  static constexpr std::size_t place() {
    std::size_t at = 0;
    const bool found = ((same<Member, Fields::member>() || (++at, false)) || ...);
    // a member without a row: an index that does not exist, so it does not compile
    return found ? at : sizeof...(Fields);
  }

  std::tuple<List<typename Fields::Value>...> lists_;
};

template <template <typename> class List>
using DocumentLists = ListsOf<List, std::remove_const_t<decltype(document_fields)>>;
template <template <typename> class List>
using ClaimLists = ListsOf<List, std::remove_const_t<decltype(claim_fields)>>;

// --- compile-time checks: a missing row is an error

/// One more than the highest field number.
inline constexpr std::size_t field_count = [] {
  std::size_t count = 0;
  const auto look_at = [&](const FieldRow& row) {
    count = std::max(count, static_cast<std::size_t>(row.field) + 1);
  };
  for_each_field(document_fields, look_at);
  for_each_field(node_fields, look_at);
  for_each_field(claim_fields, look_at);
  return count;
}();

namespace schema_checks {

/// No field, name or member has two rows: a duplicate would hide that another field has none.
template <typename... Fields>
constexpr bool rows_are_different(const std::tuple<Fields...>& fields) {
  const auto rows = rows_of(fields);
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (rows[i].field == rows[j].field || rows[i].name == rows[j].name) return false;
  bool fine = true;
  for_each_field(fields, [&](auto one) {
    int same = 0;
    for_each_field(fields, [&](auto other) { same += one.has(other.member) ? 1 : 0; });
    fine = fine && same == 1;
  });
  return fine;
}
static_assert(rows_are_different(document_fields));
static_assert(rows_are_different(node_fields));
static_assert(rows_are_different(claim_fields));

template <typename... Fields>
constexpr bool is_in(const std::tuple<Fields...>& fields, Field wanted) {
  return std::ranges::count(rows_of(fields), wanted, &FieldRow::field) > 0;
}
constexpr bool every_field_has_a_row() {
  for (std::size_t i = 0; i < field_count; ++i) {
    const auto field = static_cast<Field>(i);
    if (!is_in(document_fields, field) && !is_in(node_fields, field) && !is_in(claim_fields, field))
      return false;
  }
  return true;
}
static_assert(every_field_has_a_row());

/// Only the fields that the edge stores have no section, no memory group and no sort key.
constexpr bool is_kept(const FieldRow& row) {
  const bool of_the_edge =
      row.field == Field::from || row.field == Field::relation || row.field == Field::to;
  return (row.section == 0) == of_the_edge && row.part_of_memory.empty() == of_the_edge &&
         (row.order == 0) == of_the_edge;
}
static_assert(std::ranges::all_of(rows_of(claim_fields), is_kept));

constexpr bool sections_are_different() {
  std::array<int, 100> used{};
  const auto use = [&](const auto& rows) {
    for (const FieldRow& row : rows)
      if (row.section != 0) ++used[static_cast<std::size_t>(row.section)];
  };
  use(rows_of(document_fields));
  use(rows_of(node_fields));
  use(rows_of(claim_fields));
  return std::ranges::max(used) == 1;
}
static_assert(sections_are_different());

/// The sort keys of the fields that have one are 1, 2, ... without gaps.
constexpr bool order_is_complete() {
  const auto rows = rows_of(claim_fields);
  int next = 1;
  for (const std::size_t i : positions_by(rows, &FieldRow::order))
    if (rows[i].order != 0 && rows[i].order != next++) return false;
  return true;
}
static_assert(order_is_complete());

/// There are as many members as rows: an aggregate takes no more initialisers than it has members.
struct Anything {
  template <typename Value>
  constexpr operator Value() const {  // NOLINT(google-explicit-constructor): implicit on purpose
    return {};
  }
};
template <typename Values, std::size_t... I>
constexpr bool takes(std::index_sequence<I...> /*count*/) {
  return requires { Values{(static_cast<void>(I), Anything())...}; };
}
template <typename Values, typename... Fields>
constexpr bool every_member_has_a_row(const std::tuple<Fields...>& /*fields*/) {
  return takes<Values>(std::make_index_sequence<sizeof...(Fields)>()) &&
         !takes<Values>(std::make_index_sequence<sizeof...(Fields) + 1>());
}
static_assert(every_member_has_a_row<DocumentValues>(document_fields));
static_assert(every_member_has_a_row<NodeValues>(node_fields));
static_assert(every_member_has_a_row<ClaimValues>(claim_fields));

}  // namespace schema_checks

}  // namespace oscegraph
