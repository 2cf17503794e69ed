// SPDX-License-Identifier: Apache-2.0
//
// Collects what a format could not contain: for each kind of loss the number, what became of it,
// and the reason. A person reads "3 intervals dropped: GraphML has none" and knows what is missing
// in the file. The writers fill the report; the cli prints a line for each entry, or all entries as
// a table (--loss-report).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "oscegraph/graph/table.hpp"

namespace oscegraph {

struct Loss {
  std::size_t count = 0;
  std::string what;  ///< "interval", in the singular
  std::string fate;  ///< "dropped"
  std::string why;   ///< "GraphML has none"
  /// The lost things one by one, where that helps: "x, now attribute_x". A long list is not in the
  /// sentence.
  std::vector<std::string> items{};
};

/// "3 intervals dropped: GraphML has none"
std::string sentence(const Loss& loss);

class LossReport {
 public:
  /// Does nothing when the count is 0. A loss that is in the report already is added to its count.
  void add(Loss loss);
  [[nodiscard]] const std::vector<Loss>& losses() const { return losses_; }

  /// A row for each loss: `format`, `count`, `what`, `fate`, `why`, `items`.
  [[nodiscard]] Table table(std::string_view format) const;

 private:
  std::vector<Loss> losses_;
};

}  // namespace oscegraph
