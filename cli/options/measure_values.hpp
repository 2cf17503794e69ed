// SPDX-License-Identifier: Apache-2.0
//
// Declares the types of values for options about network measures: --by, --weight, --money, --size,
// --colour.
#pragma once

#include <cstdint>

#include "oscegraph/cli/options/value_type.hpp"
#include "oscegraph/queries/measures/edge_weight.hpp"
#include "oscegraph/queries/measures/measure.hpp"

namespace oscegraph::cli {

enum class ColourBy : std::uint8_t { kind, community };

extern const TypeOf<AskedMeasure> measure_list;  ///< with parameters: pagerank:damping=0.9
extern const TypeOf<EdgeWeight> weight_value;    ///< 1, claims, documents, amount:EUR:committed
extern const TypeOf<LedgerKey> money_value;      ///< EUR:committed
extern const TypeOf<const Measure*> node_measure;
extern const TypeOf<ColourBy> colour_choice;

}  // namespace oscegraph::cli
