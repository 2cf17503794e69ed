// SPDX-License-Identifier: Apache-2.0
//
// One node or edge of a graph file, whatever the format: what its reader found, before anybody asks
// what it means (graph_records.hpp does).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "oscegraph/graph/vocabulary.hpp"

namespace oscegraph {

enum class Scope : std::uint8_t { node, edge };

enum class EdgeDirection : std::uint8_t { directed, undirected, both };

struct ElementValue {
  std::size_t column = 0;  ///< as GraphRecords::declare() numbers them
  std::string text;
  std::uint64_t line = 0;
  std::uint64_t column_in_line = 0;
};

/// When an element is there; a missing end is open.
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
  std::uint64_t line = 0;
  std::uint64_t column_in_line = 0;
};

/// What a node of a graph file is in our graph.
struct GraphNode {
  std::string id;
  Kind kind = Kind::agency;
};
/// By the file's own ids.
using GraphNodes = std::unordered_map<std::string, GraphNode>;

}  // namespace oscegraph
