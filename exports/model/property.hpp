// SPDX-License-Identifier: Apache-2.0
//
// The columns of nodes and edges in formats that have columns (GraphML, GEXF), and the values of a
// row. A value keeps its type until a writer puts it into a file, for example as text, as a number
// of JSON or as an integer of SQLite. A missing value is left out; it is never written as an empty
// number or a zero.
//
// Names of columns are lower-case, unique, and none of the words with a special meaning in some
// reader: Gephi takes a column "x" for a coordinate, in NetworkX "id" overwrites the id (P6, P7,
// P8, P25 in docs/graph-files.md).
//
// "P6" and the like number the faults of other programs' readers: docs/graph-files.md says for each
// what goes wrong and which rule our writers follow. All comments in exports/ use these numbers.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "oscegraph/graph/values/date.hpp"
#include "oscegraph/graph/values/money.hpp"

namespace oscegraph {

/// The types that every reader knows (P9, P34). Amounts and scores are `real`: money outgrows an
/// integer column in Gephi (P13).
enum class PropertyType : std::uint8_t { text, integer, real, boolean };

struct Property {
  std::string name;
  PropertyType type = PropertyType::text;
  /// The values are our own words or dates, which need no escape in XML.
  bool plain = false;

  [[nodiscard]] bool needs_no_escape() const { return plain || type != PropertyType::text; }
};

/// A number as the document writes it ("007", "+1"), which not every format accepts.
struct WrittenNumber {
  std::string_view text;
};

/// monostate: the value is missing. A string_view points into the graph, so a row must not outlive
/// the graph. Texts are never empty.
using PropertyCell = std::variant<std::monostate, std::string_view, std::string, std::int64_t,
                                  double, bool, Date, Money, WrittenNumber>;
/// A cell for each column.
using PropertyRow = std::vector<PropertyCell>;

inline bool is_missing(const PropertyCell& cell) { return cell.index() == 0; }
/// Empty texts and unknown dates become missing values.
PropertyCell property_cell(std::string_view held_by_the_graph);
PropertyCell property_cell(std::string made);
PropertyCell property_cell(Date date);
/// Undefined and infinite scores become missing values.
PropertyCell property_cell(double score);

/// A cell as text, for formats that hold only text; "" for a missing value. The view is valid until
/// the next call. Amounts are written with their exact decimals, even if a reader then rounds them
/// to a double.
class PropertyText {
 public:
  std::string_view operator()(const PropertyCell& cell);

 private:
  std::string made_;
};

/// Makes column names: ASCII letters become lower case, runs of other ASCII characters than letters
/// and digits become '_'. A taken or reserved name gets the prefix; if that is taken too, also a
/// number.
class PropertyNames {
 public:
  explicit PropertyNames(std::string_view prefix) : prefix_(prefix) {}
  /// Marks one of our own column names as taken. It needs no change.
  void take(std::string_view name) { taken_.emplace(name); }
  std::string fit(std::string_view wanted);

 private:
  [[nodiscard]] bool is_free(const std::string& name) const;
  std::string prefix_;
  std::set<std::string, std::less<>> taken_;
};

}  // namespace oscegraph
