// SPDX-License-Identifier: Apache-2.0
//
// The columns that nodes and edges have in formats made of columns (GraphML, GEXF), and the values of a
// row. A value has its type until a writer puts it into a file: text, JSON's number, SQLite's integer. A
// value that is missing is left out, never written as an empty number or a zero.
//
// Names are lower-case, unique, and none of the words that some reader takes for its own: a column
// called "x" becomes a coordinate in Gephi, "id" overwrites the id in NetworkX (P6, P7, P8, P25).
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "oscegraph/graph/date.hpp"
#include "oscegraph/graph/money.hpp"

namespace oscegraph {

/// The types that every reader knows (P9, P34). Amounts and scores are `real`: money outgrows an
/// integer column in Gephi (P13).
enum class PropertyType : std::uint8_t { text, integer, real, boolean };

struct Property {
  std::string name;
  PropertyType type = PropertyType::text;
  /// Text of ours, words of a list or dates, which needs no escape in XML.
  bool plain = false;

  [[nodiscard]] bool needs_no_escape() const { return plain || type != PropertyType::text; }
};

/// A number as a document writes it, which is not how every format does: "007", "+1".
struct WrittenNumber {
  std::string_view text;
};

/// monostate is missing. A string_view is a text that the graph holds, so a row lives no longer than it.
/// Texts are never empty.
using PropertyCell = std::variant<std::monostate, std::string_view, std::string, std::int64_t,
                                  double, bool, Date, Money, WrittenNumber>;
/// A cell for each column.
using PropertyRow = std::vector<PropertyCell>;

inline bool is_missing(const PropertyCell& cell) { return cell.index() == 0; }
/// Empty texts and unknown dates are missing.
PropertyCell property_cell(std::string_view held_by_the_graph);
PropertyCell property_cell(std::string made);
PropertyCell property_cell(Date date);
/// Undefined and infinite scores are missing.
PropertyCell property_cell(double score);

/// A cell as text, for formats that have nothing else; "" is missing. The view is good until the next call.
/// Amounts keep their exact decimals, and what a reader makes of them is its own double.
class PropertyText {
 public:
  std::string_view operator()(const PropertyCell& cell);

 private:
  std::string made_;
};

/// Makes names fit to be columns: ASCII letters in lower case, other ASCII than letters and digits
/// as '_'; a taken or reserved name gets the prefix, then a number.
class PropertyNames {
 public:
  explicit PropertyNames(std::string_view prefix) : prefix_(prefix) {}
  /// A name of ours, known to be fit.
  void take(std::string_view name) { taken_.emplace(name); }
  std::string fit(std::string_view wanted);

 private:
  [[nodiscard]] bool is_free(const std::string& name) const;
  std::string prefix_;
  std::set<std::string, std::less<>> taken_;
};

}  // namespace oscegraph
