// SPDX-License-Identifier: Apache-2.0
//
// Defines the types of these values: the texts about them and the functions that read them.
#include "oscegraph/cli/options/measure_values.hpp"

#include <array>

#include "oscegraph/cli/options/choice.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph::cli {
namespace {

std::vector<std::string_view> node_measures() {
  std::vector<std::string_view> names;
  for (const Measure& measure : measures())
    if (measure.of == ScoreOf::node) names.push_back(measure.name);
  return names;
}

std::optional<const Measure*> node_measure_called(std::string_view name) {
  const Measure* measure = find_measure(name);
  if (measure == nullptr || measure->of != ScoreOf::node) return std::nullopt;
  return measure;
}

std::optional<LedgerKey> parse_money(std::string_view text) {
  const auto weight = parse_edge_weight("amount:" + std::string(text));
  return weight ? std::optional(weight->key) : std::nullopt;
}

constexpr std::array<Choice<ColourBy>, 2> colours{
    {{"kind", ColourBy::kind}, {"community", ColourBy::community}}};

}  // namespace

constinit const TypeOf<AskedMeasure> measure_list(
    {.placeholder = "MEASURE",
     .meaning = "a measure",
     .choices = measure_names,
     .settings = [] { return "parameters follow a colon: " + join(measure_parameters(), ", "); },
     .list = true,
     .completes = Completes::choices},
    [](std::string_view word) { return std::optional(parse_measure(word)); },
    [](const AskedMeasure& asked) { return asked.name(); });
constinit const TypeOf<EdgeWeight> weight_value({.placeholder = "WEIGHT",
                                                 .meaning = "a weight",
                                                 .allowed = EdgeWeight::allowed},
                                                parse_edge_weight);
constinit const TypeOf<LedgerKey> money_value({.placeholder = "CURRENCY:FLOW",
                                               .meaning = "a currency and a flow",
                                               .allowed = "they are written as in EUR:committed"},
                                              parse_money);
constinit const TypeOf<const Measure*> node_measure({.placeholder = "MEASURE",
                                                     .meaning = "a measure of nodes",
                                                     .choices = node_measures,
                                                     .completes = Completes::choices},
                                                    node_measure_called);
constinit const TypeOf<ColourBy> colour_choice = choice_of<colours>("BY", "a way to colour nodes");

}  // namespace oscegraph::cli
