// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/cli/options/measure_values.hpp"

#include <charconv>
#include <cmath>

#include "oscegraph/graph/error.hpp"
#include "oscegraph/graph/text.hpp"
#include "oscegraph/queries/measures/measure.hpp"

namespace oscegraph::cli {
namespace {

std::optional<double> parse_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value) ||
      value <= 0)
    return std::nullopt;
  return value;
}

bool is_number(std::string_view value) { return parse_number(value).has_value(); }
bool is_fraction(std::string_view value) { return parse_number(value).value_or(1) < 1; }
std::optional<ValueFault> measure_fault(std::string_view word) {
  try {
    parse_measure(word);
  } catch (const UsageError& error) {
    return ValueFault{error.problem().what, error.problem().allowed, error.problem().next};
  }
  return std::nullopt;
}
std::string about_parameters() {
  return "parameters follow a colon: " + join(measure_parameters(), ", ");
}
bool is_weight(std::string_view value) { return parse_edge_weight(value).has_value(); }
bool is_money(std::string_view value) {
  return parse_edge_weight("amount:" + std::string(value)).has_value();
}

}  // namespace

constinit const ValueType measure_list{.placeholder = "MEASURE",
                                       .meaning = "a measure",
                                       .choices = measure_names,
                                       .fault = measure_fault,
                                       .more = about_parameters,
                                       .list = true,
                                       .completes = Completes::choices};
constinit const ValueType weight_value{.placeholder = "WEIGHT",
                                       .meaning = "a weight",
                                       .allowed = EdgeWeight::allowed,
                                       .accepts = is_weight};
constinit const ValueType money_value{.placeholder = "CURRENCY:FLOW",
                                      .meaning = "a currency and a flow",
                                      .allowed = "they are written as in EUR:committed",
                                      .accepts = is_money};
constinit const ValueType fraction_value{.placeholder = "FRACTION",
                                         .meaning = "a fraction",
                                         .allowed = "a fraction lies between 0 and 1, as 0.01",
                                         .accepts = is_fraction};
constinit const ValueType number_value{.placeholder = "NUMBER",
                                       .meaning = "a number",
                                       .allowed = "a number is above 0, as 1.5",
                                       .accepts = is_number};

double number_of(const Values& values, std::string_view option, double otherwise) {
  const auto value = values.text(option);
  return value ? parse_number(*value).value() : otherwise;
}

EdgeWeight weight_of(const Values& values) {
  const auto value = values.text("weight");
  return value ? parse_edge_weight(*value).value() : EdgeWeight{};
}

}  // namespace oscegraph::cli
