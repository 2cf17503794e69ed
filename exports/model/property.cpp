// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/model/property.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {
namespace {

/// Column names with a special meaning in Gephi, NetworkX, igraph, graphology or Cytoscape (P6,
/// P7 in docs/graph-files.md).
constexpr std::array<std::string_view, 27> reserved{
    "b",    "color",  "colour", "edge_label", "edge_weight", "edgelabel", "end",
    "g",    "id",     "key",    "label",      "name",        "nodelabel", "r",
    "size", "source", "spells", "start",      "target",      "timeset",   "weight",
    "x",    "xpos",   "y",      "ypos",       "z",           "zpos"};

std::string lowered(std::string_view wanted) {
  std::string name;
  for (const char c : wanted) {
    const bool letter_or_digit =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    if (c >= 'A' && c <= 'Z') name += static_cast<char>(c + 32);
    else if (letter_or_digit) name += c;
    else if (!name.ends_with('_')) name += '_';
  }
  while (name.ends_with('_')) name.pop_back();
  return name;
}

}  // namespace

bool PropertyNames::is_free(const std::string& name) const {
  return !name.empty() && !taken_.contains(name) &&
         std::ranges::find(reserved, name) == reserved.end();
}

std::string PropertyNames::fit(std::string_view wanted) {
  std::string name = lowered(wanted);
  if (!is_free(name)) name = prefix_ + (name.empty() || name.front() == '_' ? "" : "_") + name;
  std::string numbered = name;
  for (int n = 2; !is_free(numbered); ++n) numbered = name + '_' + to_text(n);
  taken_.insert(numbered);
  return numbered;
}

PropertyCell property_cell(std::string_view held_by_the_graph) {
  if (held_by_the_graph.empty()) return {};
  return held_by_the_graph;
}

PropertyCell property_cell(std::string made) {
  if (made.empty()) return {};
  return made;
}

PropertyCell property_cell(Date date) {
  if (!date.known()) return {};
  return date;
}

PropertyCell property_cell(double score) {
  if (!std::isfinite(score)) return {};
  return score;
}

std::string_view PropertyText::operator()(const PropertyCell& cell) {
  struct ToText {
    std::string& made;
    std::string_view operator()(std::monostate) const { return {}; }
    std::string_view operator()(std::string_view text) const { return text; }
    std::string_view operator()(const std::string& text) const { return text; }
    std::string_view operator()(std::int64_t number) const { return made = to_text(number); }
    std::string_view operator()(double number) const { return made = to_text(number); }
    std::string_view operator()(bool yes) const { return yes ? "true" : "false"; }
    std::string_view operator()(Date date) const { return made = date.text(); }
    std::string_view operator()(const Money& money) const { return made = money.decimal(); }
    std::string_view operator()(WrittenNumber number) const { return number.text; }
  };
  return std::visit(ToText{made_}, cell);
}

}  // namespace oscegraph
