// SPDX-License-Identifier: Apache-2.0
//
// One node or edge of a graph file, whatever the format: what its reader found, before anybody asks
// what it means (graph_records.hpp does).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "oscegraph/graph/vocabulary.hpp"
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
  std::string drawn_label;  ///< in yEd's files; empty: none
  std::uint64_t line = 0;   ///< 0: the reader knows no lines
  std::uint64_t column_in_line = 0;
  std::uint64_t number = 0;  ///< of an edge whose line is not known: the how many-th of the file
  std::string locator;       ///< of an edge: set by GraphRecords, no two of a file have the same
};

/// How a message names it: "the node 'n7'", "the edge 'e1' from 'n7' to 'n8'". `name`: what a node is
/// called beside its id; may be empty.
std::string called(const GraphElement& element, std::string_view name = {});

/// What a node of a graph file is in our graph.
struct GraphNode {
  std::string id;
  std::optional<Kind> kind;  ///< nullopt: it says none, or one that there is not
  bool refused = false;      ///< why has been told: nothing more is said of its edges
  bool passed_over = false;  ///< on purpose: the mapping translates its kind to nothing
  std::uint32_t made_in = Record::no_source;  ///< as Record has it for ends of claims
  bool several = false;                       ///< tables of nodes beside an edge have this id
};
/// By the file's own ids.
struct GraphNodes : std::unordered_map<std::string, GraphNode> {};

}  // namespace oscegraph
