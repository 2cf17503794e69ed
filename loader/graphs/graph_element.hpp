// SPDX-License-Identifier: Apache-2.0
//
// One node or edge of a graph file of any format, with the values that its reader has found.
// graph_records.hpp interprets the values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "oscegraph/graph/values/vocabulary.hpp"
#include "oscegraph/loader/records/record.hpp"

namespace oscegraph {

enum class Scope : std::uint8_t { node, edge };

enum class EdgeDirection : std::uint8_t { directed, undirected, both };

struct ElementValue {
  std::size_t column = 0;  ///< as GraphRecords::declare() numbers them
  std::string text;
  std::uint64_t line = 0;
  std::uint64_t column_in_line = 0;
};

/// A time span of an element; a missing end is open.
struct ElementSpell {
  std::string start;
  std::string end;
};

struct GraphElement {
  Scope scope = Scope::node;
  std::string id;  ///< may be empty for an edge
  std::string from;
  std::string to;
  EdgeDirection direction = EdgeDirection::directed;
  std::vector<ElementValue> values;
  std::vector<ElementSpell> spells;
  std::string drawn_label;  ///< in yEd's files; empty: none
  std::uint64_t line = 0;   ///< 0: the reader knows no lines
  std::uint64_t column_in_line = 0;
  std::uint64_t number = 0;  ///< its number in the file, for an edge without a known line
  std::string locator;       ///< of an edge: set by GraphRecords, unique within a file
};

/// How a message names the element: "the node 'n7'", "the edge 'e1' from 'n7' to 'n8'". `name`: a
/// node's name beside its id; may be empty.
std::string called(const GraphElement& element, std::string_view name = {});

/// What a node of a graph file becomes in our graph.
struct GraphNode {
  std::string id;
  std::optional<Kind> kind;  ///< nullopt: no kind, or an unknown one
  bool refused = false;      ///< a problem was reported for it: its edges are not reported again
  bool passed_over = false;  ///< skipped on purpose: the mapping translates its kind to nothing
  std::uint32_t made_in = Record::no_source;  ///< the value for the record's ends of claims
  bool several = false;                       ///< several tables of nodes have this id
};
/// By the ids of the file.
struct GraphNodes : std::unordered_map<std::string, GraphNode> {};

}  // namespace oscegraph
