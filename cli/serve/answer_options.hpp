// SPDX-License-Identifier: Apache-2.0
//
// Declares the parameters that every endpoint has which answers with rows. They choose whether the
// answer contains the rows, the part of the graph that they are about, or both, and the format of
// the rows.
#pragma once

#include <cstddef>
#include <cstdint>

#include "oscegraph/cli/options/option.hpp"

namespace oscegraph::cli {

enum class RowsAs : std::uint8_t { json, csv };
/// Whether the answer contains the part of the graph that the rows are about in addition to the
/// rows, or instead of them.
enum class SubsetAs : std::uint8_t { view, only };

/// The number of nodes of a view, unless the request gives another.
inline constexpr std::size_t usual_view = 2'000;

/// Read as values[option::subset].
namespace option {
extern const OptionalOf<SubsetAs> subset;
extern const OptionOf<std::size_t> subset_limit;
extern const OptionalOf<RowsAs> rows_as;
}  // namespace option

extern const OptionGroup answer_options;

}  // namespace oscegraph::cli
