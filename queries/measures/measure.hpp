// SPDX-License-Identifier: Apache-2.0
//
// Declares the table of network measures. A row has the meaning of a measure, which options make a
// difference to it, its parameters, its cost, and the function that computes it. A measure is asked
// for by its name, with parameters behind it: `pagerank:damping=0.9`.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/subset.hpp"
#include "oscegraph/queries/cost.hpp"

namespace oscegraph {

class MeasureInput;

/// A number that a measure depends on.
struct MeasureParameter {
  std::string_view name;
  std::string_view meaning;  ///< "probability that the walker follows a connection"
  double usual = 0;          ///< its value when none is given
  double above = 0;          ///< allowed are values above this
  double below = 0;          ///< and below this
};

/// The values of a measure's parameters, in the order of its row.
using ParameterValues = std::span<const double>;

struct Measure {
  std::string_view name;
  std::string_view meaning;   ///< "shortest paths between others that pass through it"
  Work cost = Work::measure;  ///< its line in the table of costs
  ScoreOf of = ScoreOf::node;
  bool ignores_arrows = false;  ///< it has no meaning along arrows and is taken without
  bool of_direction = false;    ///< without arrows it has the same value in both directions
  bool weighs = false;          ///< how strong connections are makes a difference
  bool in_two_modes = false;    ///< Norm::two_mode makes a difference
  std::span<const MeasureParameter> parameters{};
  /// Computes the values, by vertex or by arc of the compact graph.
  std::vector<double> (*values)(MeasureInput&, ParameterValues) = nullptr;
};

std::span<const Measure> measures();
/// nullptr when there is none of that name.
const Measure* find_measure(std::string_view name);
std::vector<std::string_view> measure_names();

/// A measure with the parameters that were given for it.
class AskedMeasure {
 public:
  /// With the usual parameters. Precondition: not null.
  AskedMeasure(const Measure* measure) : measure_(measure) {}  // NOLINT: as plain as the pointer

  const Measure& operator*() const { return *measure_; }
  const Measure* operator->() const { return measure_; }
  [[nodiscard]] const Measure* get() const { return measure_; }

  /// Preconditions: the measure has a parameter of this name, and the value is allowed.
  void set(std::string_view parameter, double value);
  [[nodiscard]] bool given(std::string_view parameter) const;
  /// For each parameter, in the order of the row, the given value or the usual one.
  [[nodiscard]] std::vector<double> values() const;
  /// The name of its score and column: "pagerank", "pagerank_damping_0.9". Two measures have the
  /// same name only when they have the same parameters.
  [[nodiscard]] std::string name() const;

 private:
  const Measure* measure_;
  std::vector<std::optional<double>> given_{};  ///< by parameter; empty: none
};

/// Reads a name with parameters, each after a colon: "katz:factor=0.05". Errors: a UsageError says
/// which measure, parameter or value is unknown or not allowed, and which are allowed.
AskedMeasure parse_measure(std::string_view text);

/// An entry for each parameter of each measure, with its usual value, for lists of measures:
/// "pagerank:damping=0.85 (probability that ...; above 0 and below 1)".
std::vector<std::string> measure_parameters();

}  // namespace oscegraph
