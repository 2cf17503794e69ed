// SPDX-License-Identifier: Apache-2.0
//
// Makes the row of a node: its kind and aliases, its scores in the subset, and a column for each
// open attribute that any node of the subset has. The label is not a column, since each format has
// its own place for it.
#pragma once

#include <map>
#include <span>
#include <string_view>
#include <vector>

#include "oscegraph/exports/model/graph_format.hpp"
#include "oscegraph/exports/model/property.hpp"

namespace oscegraph {

class NodeProperties {
 public:
  /// Reports attributes that had to be renamed: because the name is not fit for a column, or
  /// because the format uses it for something else (`taken`, in lower case).
  NodeProperties(const Subset& subset, LossReport& losses,
                 std::span<const std::string_view> taken = {});

  [[nodiscard]] const std::vector<Property>& columns() const { return columns_; }
  /// Fills `row` with views into the graph: use it only while the subset lives.
  void read(NodeId n, PropertyRow& row) const;

 private:
  const Subset& subset_;
  std::vector<Property> columns_;
  std::vector<const Score*> scores_;
  std::map<std::string_view, std::size_t> attribute_column_;
};

}  // namespace oscegraph
