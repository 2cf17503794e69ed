// SPDX-License-Identifier: Apache-2.0
//
// Writes the native records of several graphs, one graph after the other, into one JSON Lines file.
// It is used for a corpus that does not fit into memory. A document or node that several graphs
// have is written only with the first of them. Claims are written only with the first graph that
// has their document.
//
// Memory: 128 bits for each document and node (a hash of its id); the written text is not kept.
#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_set>

#include "oscegraph/exports/output/output.hpp"
#include "oscegraph/exports/text/stable_hash.hpp"
#include "oscegraph/graph/graph.hpp"

namespace oscegraph {

class JsonlParts {
 public:
  explicit JsonlParts(Output& out) : out_(out) {}
  void write(const Graph& graph);

  [[nodiscard]] std::size_t documents() const { return documents_.size(); }
  [[nodiscard]] std::size_t nodes() const { return nodes_.size(); }
  [[nodiscard]] std::size_t claims() const { return claims_; }

 private:
  struct Hash {
    std::size_t operator()(const StableHash::Value& value) const { return value.front(); }
  };
  using Ids = std::unordered_set<StableHash::Value, Hash>;

  Output& out_;
  Ids documents_;
  Ids nodes_;
  std::size_t claims_ = 0;
};

}  // namespace oscegraph
