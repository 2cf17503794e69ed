// SPDX-License-Identifier: Apache-2.0
//
// Finds the nodes that have a name like the text somebody is typing. All names are stored
// normalised in one text, one per line. A search is one pass over this text for the longest word
// that was typed. It takes some 10 ms for a million names, and there is no index that must be kept
// up to date.
//
// A name fits when every typed word occurs in it. The results are in this order: names equal to the
// typed text; names that begin with it; names in which every typed word begins a word; all others.
// Among these, nodes with more edges come first, then the smaller id. A node is listed once, with
// the best of its names that fit.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/answer.hpp"

namespace oscegraph {

/// A node with the best of its names that fit.
struct NameFound {
  NodeId node = none;
  std::string name;  ///< as written
};

struct NameSearchAnswer {
  std::string text{};              ///< what was looked for
  std::vector<NameFound> found{};  ///< best first, as many as were asked for
  std::size_t in_all = 0;          ///< how many nodes have a name that fits
  Subset subset;
};

/// Rows: node, node_id, kind, and the name that fits (`matched`). A note says how many nodes there are
/// when not all are listed.
Table table_of(const NameSearchAnswer& answer, const Context& context = {});

class NameSearch {
 public:
  /// The names and aliases of the graph's nodes. Holds the graph.
  explicit NameSearch(Graph graph);

  /// One more name for a node, which must outlive the search; call before the first find().
  void add(std::string_view name, NodeId node);

  /// Finds the best `most` nodes in scope. Subset: those nodes and the edges between them.
  [[nodiscard]] NameSearchAnswer find(std::string_view text, const Subset& scope,
                                      std::size_t most) const;

 private:
  struct Name {
    std::size_t begin;  ///< in lines_
    NodeId node;
    std::string_view shown;  ///< as written
  };
  struct Hit {
    int rank;
    std::size_t degree;
    NodeId node;
    std::size_t name;
  };

  [[nodiscard]] std::string_view line(std::size_t name) const;
  [[nodiscard]] std::vector<Hit> hits(const std::string& wanted, const Subset& scope) const;
  [[nodiscard]] Hit hit(int rank, std::size_t name) const;

  Graph graph_;
  std::string lines_ = "\n";
  std::vector<Name> names_;  ///< in order of begin
};

}  // namespace oscegraph
