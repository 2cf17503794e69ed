// SPDX-License-Identifier: Apache-2.0
//
// The kinds of values options take. Each is checked before any file is opened, so a slip of the
// finger costs no loading time.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/cli/options/option.hpp"

namespace oscegraph::cli {

extern const ValueType text_value;      ///< anything
extern const ValueType node_value;      ///< an id or a name
extern const ValueType document_value;  ///< an id
extern const ValueType file_value;
extern const ValueType input_value;
extern const ValueType output_value;
extern const ValueType date_value;
extern const ValueType count_value;  ///< a whole number from 1
extern const ValueType relation_list;
extern const ValueType kind_list;
extern const ValueType flow_list;
extern const ValueType basis_choice;
extern const ValueType input_format_choice;
extern const ValueType output_format_choice;
extern const ValueType layout_choice;

/// The words of a value: itself, or its comma-separated parts for a list.
std::vector<std::string_view> words_of(const ValueType& type, std::string_view value);

/// What is wrong with a value; nullopt when nothing is.
std::optional<ValueFault> fault_in(const ValueType& type, std::string_view value);

/// A whole number from 1 to a million million; nullopt for anything else.
std::optional<std::size_t> parse_count(std::string_view text);

}  // namespace oscegraph::cli
