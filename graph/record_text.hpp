// SPDX-License-Identifier: Apache-2.0
//
// Returns the fields of a document, node or claim of a graph as texts, in the form of native
// records. Exporters write these texts, and oscg_reader makes records from them.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "oscegraph/graph/graph.hpp"

namespace oscegraph {

/// The number of fields whose text is made from numbers, so that the graph does not hold it.
template <std::size_t Count>
constexpr std::size_t made_texts(const std::array<FieldRow, Count>& rows) {
  return static_cast<std::size_t>(std::ranges::count_if(rows, [](const FieldRow& row) {
    return row.form == Form::amount || row.form == Form::date || row.form == Form::share;
  }));
}

/// Texts by field; "" when not stated. Views are valid until the next read, or as long as this
/// object.
class RecordText {
 public:
  /// The graph must outlive it.
  explicit RecordText(const Graph& graph) : graph_(&graph) {}
  RecordText(const RecordText&) = delete;
  RecordText& operator=(const RecordText&) = delete;

  const RecordText& read_document(DocumentId d) &;
  /// Id, kind and name. Read aliases and attributes from the graph.
  const RecordText& read_node(NodeId n) &;
  const RecordText& read_claim(ClaimId c) &;

  [[nodiscard]] std::string_view operator[](Field field) const {
    return texts_[static_cast<std::size_t>(field)];
  }

 private:
  void begin();
  void set(Field field, std::string_view text) { texts_[static_cast<std::size_t>(field)] = text; }
  /// Sets a text that the graph does not hold.
  void set_made(Field field, std::string text);

  const Graph* graph_;
  std::array<std::string_view, field_count> texts_{};
  static constexpr std::size_t most_made =
      std::max(made_texts(rows_of(claim_fields)), made_texts(rows_of(document_fields)));

  std::array<std::string, most_made> made_{};
  std::size_t made_count_ = 0;
};

}  // namespace oscegraph
