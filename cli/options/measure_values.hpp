// SPDX-License-Identifier: Apache-2.0
//
// The kinds of values that the options of network measures take.
#pragma once

#include "oscegraph/cli/options/option.hpp"
#include "oscegraph/cli/options/values.hpp"
#include "oscegraph/queries/measures/edge_weight.hpp"

namespace oscegraph::cli {

extern const ValueType measure_list;
extern const ValueType weight_value;    ///< 1, claims, documents, amount:EUR:committed
extern const ValueType money_value;     ///< EUR:committed
extern const ValueType fraction_value;  ///< a number between 0 and 1
extern const ValueType number_value;    ///< a number above 0

/// The number; `otherwise` when the option is not given. Precondition: one of the last two types.
double number_of(const Values& values, std::string_view option, double otherwise);
/// What --weight says; every edge alike when it is not given.
EdgeWeight weight_of(const Values& values);

}  // namespace oscegraph::cli
