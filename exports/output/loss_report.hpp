// SPDX-License-Identifier: Apache-2.0
//
// What a format could not carry: each thing counted, with what became of it and why, so that a
// person reads "3 intervals dropped: GraphML has none" and knows what to expect of the file. A
// writer tells; the cli shows a line for each thing, and all of it as a table (--loss-report).
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
  /// Which they are, where that helps: "x, now attribute_x". Long lists stay out of the sentence.
  std::vector<std::string> items{};
};

/// "3 intervals dropped: GraphML has none"
std::string sentence(const Loss& loss);

class LossReport {
 public:
  /// Nothing when the count is 0. The same thing told again is counted with it.
  void add(Loss loss);
  [[nodiscard]] const std::vector<Loss>& losses() const { return losses_; }

  /// A row for each: `format`, `count`, `what`, `fate`, `why`, `items`.
  [[nodiscard]] Table table(std::string_view format) const;

 private:
  std::vector<Loss> losses_;
};

}  // namespace oscegraph
