// SPDX-License-Identifier: Apache-2.0
//
// Declares the options that mean the same for every command that has them, and the groups in which
// help shows them.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "oscegraph/cli/options/measure_values.hpp"
#include "oscegraph/cli/options/option.hpp"
#include "oscegraph/graph/values/date.hpp"
#include "oscegraph/graph/values/vocabulary.hpp"

namespace oscegraph::cli {

/// Read as values[option::since].
namespace option {
extern const ListOf<std::string> input;
extern const OptionalOf<std::string> format;
extern const OptionalOf<std::string> map;
extern const Flag create_missing;

extern const OptionalOf<Date> at;
extern const OptionalOf<Date> since;
extern const OptionalOf<Date> until;
extern const ListOf<Relation> relation;
extern const ListOf<Kind> kind;
extern const ListOf<Flow> flow;
extern const ListOf<std::string> document;
extern const OptionalOf<std::size_t> min_documents;
extern const OptionalOf<Basis> basis;

extern const OptionalOf<std::string> output;
extern const OptionalOf<std::string> as;
extern const OptionalOf<const Measure*> size;
extern const OptionalOf<ColourBy> colour;
extern const OptionalOf<std::string> layout;
extern const OptionalOf<std::string> width;
extern const OptionalOf<std::string> loss_report;

extern const OptionOf<double> patience;  ///< minutes
extern const OptionOf<std::size_t> threads;

extern const Flag help;
extern const Flag version;
extern const Flag quiet;
}  // namespace option

extern const OptionGroup input_options;
extern const OptionGroup narrowing_options;
extern const OptionGroup output_options;
extern const OptionGroup limit_options;
extern const OptionGroup general_options;

/// The groups of options that a command has in addition to its own options.
std::span<const OptionGroup* const> groups_of_a_question();      ///< all five
std::span<const OptionGroup* const> groups_of_a_check();         ///< input, limits and general
std::span<const OptionGroup* const> groups_of_a_server();        ///< input and general
std::span<const OptionGroup* const> groups_of_two_inputs();      ///< all, but -i
std::span<const OptionGroup* const> groups_without_narrowing();  ///< all, but narrowing
std::span<const OptionGroup* const> only_general_group();

}  // namespace oscegraph::cli
