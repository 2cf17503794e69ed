// SPDX-License-Identifier: Apache-2.0
//
// Lays out help for a terminal: paragraphs, and lists of terms with their meanings.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "oscegraph/cli/options/option.hpp"

namespace oscegraph::cli {

using Term = std::pair<std::string, std::string>;  ///< "-o, --output PATH", "write to ..."

/// Paragraphs (an empty line between) wrapped to the width, every line indented.
std::string paragraphs(std::string_view text, std::size_t width, std::size_t indent = 0);

/// The paragraphs one by one, unwrapped.
std::vector<std::string_view> split_paragraphs(std::string_view text);

/// Terms in a column, with their meanings to the right of it; a term that is too long gets a line
/// of its own.
std::string list_of_terms(const std::vector<Term>& terms, std::size_t width);

/// "--relation RELATION", with "-o, " before it when it has a letter.
std::string spelling_of(const Option& option);
/// The option's help, with the allowed words when it is a closed list.
std::string meaning_of(const Option& option);

std::vector<Term> terms_of(std::span<const Option* const> options);

}  // namespace oscegraph::cli
