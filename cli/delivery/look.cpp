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
  return {values[option::size].value_or(nullptr), values[option::colour].value_or(ColourBy::kind)};
}

void apply_look(const Look& look, Subset& subset, GraphStyle& style, const Context& context) {
  if (look.size != nullptr) style.size_by = look.size->name;
  if (look.size != nullptr && subset.score(look.size->name) == nullptr) {
    CentralityOptions options;
    options.by = {look.size};
    options.context = context;
    require_patience(centrality_costs(subset, options), extent_of(subset), context);
    subset = centrality(subset, options).subset;
  }
  if (look.colour == ColourBy::kind) return;
  style.colour_by = "community";
  if (subset.score(style.colour_by) == nullptr) {
    CommunitiesOptions options;
    options.context = context;
    require_patience(std::vector<Cost>{{Work::communities, size_of(subset)}}, extent_of(subset),
                     context);
    subset = communities(subset, options).subset;
  }
}

}  // namespace oscegraph::cli
