// SPDX-License-Identifier: Apache-2.0
//
// Computes the scores that are missing with centrality() and communities(), after checking how long
// that would take.
#include "oscegraph/cli/delivery/look.hpp"

#include "oscegraph/cli/delivery/costs.hpp"
#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/queries/communities/communities.hpp"
#include "oscegraph/queries/measures/centrality.hpp"

namespace oscegraph::cli {
Look look_of(const Values& values) {
  Look look;
  if (const auto measure = values[option::size]) look.size = (*measure)->name;
  if (values[option::colour] == ColourBy::community) look.colour = "community";
  return look;
}

void apply_look(const Look& look, Subset& subset, GraphStyle& style, const Context& context) {
  style.size_by = look.size;
  style.colour_by = look.colour;
  if (!look.size.empty() && subset.score(look.size) == nullptr) {
    CentralityOptions options;
    options.by = {find_measure(look.size)};
    options.context = context;
    require_patience(centrality_costs(subset, options), extent_of(subset), context);
    subset = centrality(subset, options).subset;
  }
  if (!look.colour.empty() && subset.score(look.colour) == nullptr) {
    CommunitiesOptions options;
    options.context = context;
    require_patience(std::vector<Cost>{{Work::communities, size_of(subset)}}, extent_of(subset),
                     context);
    subset = communities(subset, options).subset;
  }
}

}  // namespace oscegraph::cli
