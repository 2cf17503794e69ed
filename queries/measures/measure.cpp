// SPDX-License-Identifier: Apache-2.0
//
// Defines the table of measures, and reads names of measures with their parameters.
#include "oscegraph/queries/measures/measure.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "oscegraph/graph/text/nearest.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/queries/measures/measure_functions.hpp"

namespace oscegraph {
namespace {

using Values = std::vector<double>;

constexpr Work linear = Work::measure;
constexpr Work iterated = Work::iteration;
constexpr auto node = ScoreOf::node;
constexpr auto edge = ScoreOf::edge;

/// What makes a difference to a measure, in the order of Measure's fields.
struct Heeds {
  bool ignores_arrows = false;
  bool of_direction = false;
  bool weighs = false;
  bool in_two_modes = false;
};
constexpr Heeds direction{.of_direction = true};
constexpr Heeds weights{.weighs = true};
constexpr Heeds direction_and_weights{.of_direction = true, .weighs = true};
constexpr Heeds no_arrows{.ignores_arrows = true};
constexpr Heeds no_arrows_but_weights{.ignores_arrows = true, .weighs = true};
constexpr Heeds two_modes{.in_two_modes = true};
constexpr Heeds weights_and_two_modes{.weighs = true, .in_two_modes = true};

constexpr std::array damping{
    MeasureParameter{.name = "damping",
                     .meaning = "probability that the walker goes on and does not start anew",
                     .usual = 0.85,
                     .above = 0,
                     .below = 1}};
constexpr std::array factor{
    MeasureParameter{.name = "factor",
                     .meaning = "how much a step counts, as a share of the most that has a meaning",
                     .usual = 0.85,
                     .above = 0,
                     .below = 1}};

constexpr Measure row(std::string_view name, std::string_view meaning, Work cost,
                      const Heeds& heeds, Values (*values)(MeasureInput&, ParameterValues),
                      ScoreOf of = node) {
  return {.name = name,
          .meaning = meaning,
          .cost = cost,
          .of = of,
          .ignores_arrows = heeds.ignores_arrows,
          .of_direction = heeds.of_direction,
          .weighs = heeds.weighs,
          .in_two_modes = heeds.in_two_modes,
          .parameters = {},
          .values = values};
}

constexpr Measure with(std::span<const MeasureParameter> parameters, Measure measure) {
  measure.parameters = parameters;
  return measure;
}

/// A measure without parameters.
template <Values (*values)(MeasureInput&)>
Values plain(MeasureInput& input, ParameterValues /*none*/) {
  return values(input);
}

constexpr std::array table{
    row("degree", "how many others it is connected with", linear, two_modes, plain<degree>),
    row("in_degree", "how many others point at it", linear, direction, plain<in_degree>),
    row("out_degree", "how many others it points at", linear, direction, plain<out_degree>),
    row("strength", "the weights of its connections added up", linear, weights, plain<strength>),
    row("in_strength", "the weights of connections to it", linear, direction_and_weights,
        plain<in_strength>),
    row("out_strength", "the weights of connections from it", linear, direction_and_weights,
        plain<out_strength>),
    row("closeness", "how near it is to all it can reach", Work::distances, weights_and_two_modes,
        plain<closeness>),
    row("harmonic", "the mean of 1 / distance to all others", Work::distances, weights,
        plain<harmonic>),
    row("betweenness", "share of others' shortest paths that pass through it", Work::betweenness,
        weights_and_two_modes, plain<betweenness>),
    row("eigenvector", "connected with those who are well connected themselves", iterated, weights,
        plain<eigenvector>),
    with(factor, row("katz", "all walks that lead to it, the longer the less they count", iterated,
                     weights, katz)),
    with(damping,
         row("pagerank", "how often a random walker comes by", iterated, weights, pagerank)),
    row("hub", "points at good authorities", iterated, direction_and_weights, plain<hub>),
    row("authority", "pointed at by good hubs", iterated, direction_and_weights, plain<authority>),
    row("core", "in a part where everybody has so many connections within", linear, no_arrows,
        plain<core>),
    row("clustering", "share of its neighbours' pairs that are connected", Work::triangles,
        no_arrows, plain<clustering>),
    row("constraint", "how much its contacts are each other's contacts (Burt)", Work::holes,
        no_arrows_but_weights, plain<constraint>),
    row("effective_size", "its contacts, less what is redundant among them (Burt)", Work::holes,
        no_arrows_but_weights, plain<effective_size>),
    row("participation", "how evenly it deals with the kinds of nodes", linear,
        no_arrows_but_weights, plain<participation_of_kinds>),
    row("splits", "into how many more parts its component falls without it", linear, no_arrows,
        plain<splits>),
    row("edge_betweenness", "share of all shortest paths that run over it", Work::paths, weights,
        plain<edge_betweenness>, edge),
    row("bridge", "1: its component falls apart without it", linear, no_arrows, plain<bridge>,
        edge),
};

std::size_t place_of(const Measure& measure, std::string_view parameter) {
  const auto found = std::ranges::find(measure.parameters, parameter, &MeasureParameter::name);
  return static_cast<std::size_t>(found - measure.parameters.begin());
}

std::string range_of(const MeasureParameter& parameter) {
  return "above " + to_text(parameter.above) + " and below " + to_text(parameter.below);
}

/// "pagerank has the parameter damping".
std::string parameters_of(const Measure& measure) {
  std::vector<std::string_view> names;
  for (const MeasureParameter& parameter : measure.parameters) names.push_back(parameter.name);
  if (names.empty()) return std::string(measure.name) + " has no parameters";
  return std::string(measure.name) + " has the parameter" + (names.size() == 1 ? " " : "s ") +
         join_and(names);
}

std::optional<double> number_in(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

/// Reads "damping=0.9".
void read_parameter(std::string_view text, AskedMeasure& asked) {
  const std::size_t equals = text.find('=');
  const std::string_view name = text.substr(0, equals);
  std::vector<std::string_view> names;
  for (const MeasureParameter& one : asked->parameters) names.push_back(one.name);
  if (std::ranges::count(names, name) == 0)
    throw UsageError(in_quotes(name) + " is not a parameter of " + std::string(asked->name),
                     parameters_of(*asked), did_you_mean(name, names));
  const MeasureParameter& parameter = asked->parameters[place_of(*asked, name)];
  const std::string what = std::string(asked->name) + ":" + std::string(name);
  if (equals == std::string_view::npos)
    throw UsageError(in_quotes(what) + " needs a value",
                     "it is written as in " + what + '=' + to_text(parameter.usual));
  const std::string_view given = text.substr(equals + 1);
  const std::optional<double> value = number_in(given);
  if (!value || *value <= parameter.above || *value >= parameter.below)
    throw UsageError(
        in_quotes(given) + " is not a " + std::string(name) + " of " + std::string(asked->name),
        "a " + std::string(name) + " is a number " + range_of(parameter));
  if (asked.given(name)) throw UsageError(in_quotes(what) + " is given twice", {}, "give it once");
  asked.set(name, *value);
}

}  // namespace

std::span<const Measure> measures() { return table; }

const Measure* find_measure(std::string_view name) {
  const auto found = std::ranges::find(table, name, &Measure::name);
  return found == table.end() ? nullptr : &*found;
}

std::vector<std::string_view> measure_names() {
  std::vector<std::string_view> names;
  for (const Measure& measure : table) names.push_back(measure.name);
  return names;
}

void AskedMeasure::set(std::string_view parameter, double value) {
  given_.resize(measure_->parameters.size());
  given_.at(place_of(*measure_, parameter)) = value;
}

bool AskedMeasure::given(std::string_view parameter) const {
  const std::size_t place = place_of(*measure_, parameter);
  return place < given_.size() && given_[place].has_value();
}

std::vector<double> AskedMeasure::values() const {
  std::vector<double> values;
  for (const MeasureParameter& parameter : measure_->parameters) values.push_back(parameter.usual);
  for (std::size_t i = 0; i < given_.size(); ++i) values[i] = given_[i].value_or(values[i]);
  return values;
}

std::string AskedMeasure::name() const {
  std::string name(measure_->name);
  for (std::size_t i = 0; i < given_.size(); ++i)
    if (given_[i])
      name += '_' + std::string(measure_->parameters[i].name) + '_' + to_text(*given_[i]);
  return name;
}

AskedMeasure parse_measure(std::string_view text) {
  const std::string_view name = text.substr(0, text.find(':'));
  const Measure* measure = find_measure(name);
  if (measure == nullptr) {
    const std::string next = did_you_mean(name, measure_names());
    throw UsageError(in_quotes(name) + " is not a measure",
                     next.empty() ? "allowed are " + join(measure_names(), ", ") : "", next);
  }
  AskedMeasure asked(measure);
  for (std::size_t at = name.size(); at < text.size();) {
    const std::size_t end = std::min(text.find(':', at + 1), text.size());
    read_parameter(text.substr(at + 1, end - at - 1), asked);
    at = end;
  }
  return asked;
}

std::vector<std::string> measure_parameters() {
  std::vector<std::string> entries;
  for (const Measure& measure : table)
    for (const MeasureParameter& parameter : measure.parameters)
      entries.push_back(std::string(measure.name) + ':' + std::string(parameter.name) + '=' +
                        to_text(parameter.usual) + " (" + std::string(parameter.meaning) + "; " +
                        range_of(parameter) + ")");
  return entries;
}

}  // namespace oscegraph
