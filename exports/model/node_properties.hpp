// SPDX-License-Identifier: Apache-2.0
//
// A node as a row: kind, aliases, the subset's scores, then one column for each open attribute any
// of its nodes has. The label is not among them: each format has its own place for it.
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
  /// Reports attributes that had to be renamed: to be columns at all, or because the format has
  /// `taken` their names, which are in lower case.
  NodeProperties(const Subset& subset, LossReport& losses,
                 std::span<const std::string_view> taken = {});

  [[nodiscard]] const std::vector<Property>& columns() const { return columns_; }
  /// Fills `row`, which lives no longer than the subset.
  void read(NodeId n, PropertyRow& row) const;

 private:
  const Subset& subset_;
  std::vector<Property> columns_;
  std::vector<const Score*> scores_;
  std::map<std::string_view, std::size_t> attribute_column_;
};

}  // namespace oscegraph
