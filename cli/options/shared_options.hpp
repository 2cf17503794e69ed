// SPDX-License-Identifier: Apache-2.0
//
// The options that mean the same for every command that has them.
#pragma once

#include <span>

#include "oscegraph/cli/options/option.hpp"

namespace oscegraph::cli {

extern const OptionGroup input_options;
extern const OptionGroup narrowing_options;
extern const OptionGroup output_options;
extern const OptionGroup limit_options;
extern const OptionGroup general_options;

/// What a command takes beside its own options.
std::span<const OptionGroup* const> groups_of_a_question();  ///< all five
std::span<const OptionGroup* const> groups_of_a_check();     ///< input, limits and general
std::span<const OptionGroup* const> groups_of_a_server();    ///< input and general
std::span<const OptionGroup* const> groups_of_two_inputs();  ///< all, but -i
std::span<const OptionGroup* const> only_general_group();

}  // namespace oscegraph::cli
