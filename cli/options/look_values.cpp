// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/cli/options/look_values.hpp"

#include "oscegraph/queries/measures/centrality.hpp"

namespace oscegraph::cli {
namespace {

std::vector<std::string_view> node_measures() {
  std::vector<std::string_view> names;
  for (const Measure& measure : measures())
    if (measure.of == ScoreOf::node) names.push_back(measure.name);
  return names;
}

}  // namespace

constinit const ValueType size_value{.placeholder = "MEASURE",
                                     .meaning = "a measure of nodes",
                                     .choices = node_measures,
                                     .completes = Completes::choices};
constinit const ValueType colour_value{.placeholder = "BY",
                                       .meaning = "a way to colour nodes",
                                       .choices = [] { return words_of(colours); },
                                       .completes = Completes::choices};

}  // namespace oscegraph::cli
