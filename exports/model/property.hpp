// SPDX-License-Identifier: Apache-2.0
//
// The columns that nodes and edges have in formats made of columns (GraphML, GEXF). A value is
// handed over as the text a file holds; empty means missing, and missing is left out, never written
// as an empty number or a zero.
//
// Names are lower-case, unique, and none of the words that some reader takes for its own: a column
// called "x" becomes a coordinate in Gephi, "id" overwrites the id in NetworkX (P6, P7, P8, P25).
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

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

using PropertyRow = std::vector<std::string>;

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
