// SPDX-License-Identifier: Apache-2.0
//
// Writes what the extraction finds in a text as one line, for comparisons.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "oscegraph/loader/press/extract.hpp"

namespace oscegraph::testing {

/// The sources of the relation, in order of id, States by their code: "FR office:dushanbe US".
inline std::string who(const press::Found& found, Relation relation) {
  std::set<std::string> ids;
  for (const press::FoundClaim& claim : found.claims)
    if (claim.relation == relation)
      ids.insert(claim.from.starts_with("state:") ? claim.from.substr(6) : claim.from);
  std::string result;
  for (const std::string& id : ids) result += (result.empty() ? "" : " ") + id;
  return result;
}
inline std::string who(std::string_view text, Relation relation) {
  return who(press::extract(text, {}), relation);
}
inline std::string funders(std::string_view text) { return who(text, Relation::funds); }

}  // namespace oscegraph::testing
