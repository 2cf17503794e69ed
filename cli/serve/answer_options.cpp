// SPDX-License-Identifier: Apache-2.0
//
// Defines these parameters: `subset`, `limit` and `as`.
#include "oscegraph/cli/serve/answer_options.hpp"

#include <array>

#include "oscegraph/cli/options/choice.hpp"
#include "oscegraph/cli/options/value_types.hpp"
#include "oscegraph/cli/options/values.hpp"

namespace oscegraph::cli {
namespace {

constexpr std::array<Choice<SubsetAs>, 2> subset_ways{
    {{"view", SubsetAs::view}, {"only", SubsetAs::only}}};
constexpr auto subset_choice = choice_of<subset_ways>("HOW", "a way to give the subset");

constexpr std::array<Choice<RowsAs>, 2> row_formats{{{"json", RowsAs::json}, {"csv", RowsAs::csv}}};
constexpr auto rows_choice = choice_of<row_formats>("FORMAT", "a format of rows");

std::optional<Idle> idle_subset(const Values& values) {
  if (values[option::rows_as] != RowsAs::csv) return std::nullopt;
  return Idle{"a CSV file", "it goes with json"};
}

}  // namespace

namespace option {

constinit const OptionalOf<SubsetAs> subset(
    {.name = "subset",
     .help = "'view' answers the part of the graph the rows are about as well, 'only' answers "
             "nothing else",
     .idle = idle_subset},
    subset_choice);
constinit const OptionOf<std::size_t> subset_limit({.name = "limit",
                                                    .help = "how many nodes of it at most",
                                                    .needs = &subset},
                                                   count_value, [] { return usual_view; });
constinit const OptionalOf<RowsAs> rows_as({.name = "as",
                                            .help = "json, or the rows alone as a CSV file"},
                                           rows_choice);

}  // namespace option

namespace {
constexpr auto rows = option_list(option::subset, option::subset_limit, option::rows_as);
}  // namespace

constinit const OptionGroup answer_options{"Answer", rows};

}  // namespace oscegraph::cli
