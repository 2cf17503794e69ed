// SPDX-License-Identifier: Apache-2.0
//
// Declares the types of values that options of any command may have.
#pragma once

#include <cstddef>
#include <string>

#include "oscegraph/cli/options/value_type.hpp"
#include "oscegraph/graph/values/date.hpp"
#include "oscegraph/graph/values/vocabulary.hpp"

namespace oscegraph::cli {

extern const TypeOf<std::string> text_value;      ///< anything
extern const TypeOf<std::string> node_value;      ///< an id or a name
extern const TypeOf<std::string> document_value;  ///< an id
extern const TypeOf<std::string> file_value;
extern const TypeOf<std::string> input_value;
extern const TypeOf<std::string> output_value;
extern const TypeOf<Date> date_value;
extern const TypeOf<std::size_t> count_value;  ///< a whole number from 1 to a million million
extern const TypeOf<double> fraction_value;    ///< a number between 0 and 1
extern const TypeOf<double> number_value;      ///< a number above 0
extern const TypeOf<Relation> relation_list;
extern const TypeOf<Kind> kind_list;
extern const TypeOf<Flow> flow_list;
extern const TypeOf<Basis> basis_choice;
extern const TypeOf<std::string> input_format_choice;
extern const TypeOf<std::string> output_format_choice;
extern const TypeOf<std::string> layout_choice;

}  // namespace oscegraph::cli
