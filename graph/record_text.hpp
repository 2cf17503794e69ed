// SPDX-License-Identifier: Apache-2.0
//
// The fields of a document, node or claim of a graph as native records write them: what exporters put
// into files, and what makes a graph a stream of records again.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "oscegraph/graph/graph.hpp"

namespace oscegraph {

/// Texts by field; "" where nothing is said. Views last until the next read. It is made once and read
/// many times, so that it keeps its memory.
class RecordText {
 public:
  /// The graph must outlive it.
  explicit RecordText(const Graph& graph) : graph_(&graph) {}
  RecordText(const RecordText&) = delete;
  RecordText& operator=(const RecordText&) = delete;

  const RecordText& read_document(DocumentId d);
  /// Id, kind and name; aliases and attributes are the graph's.
  const RecordText& read_node(NodeId n);
  const RecordText& read_claim(ClaimId c);

  [[nodiscard]] std::string_view operator[](Field field) const {
    return texts_[static_cast<std::size_t>(field)];
  }

 private:
  void begin();
  void set(Field field, std::string_view text) { texts_[static_cast<std::size_t>(field)] = text; }
  /// A text that the graph does not hold.
  void set_made(Field field, std::string text);

  const Graph* graph_;
  std::array<std::string_view, field_count> texts_{};
  std::array<std::string, 4> made_{};  ///< amount, start, end, share
  std::size_t made_count_ = 0;
};

}  // namespace oscegraph
