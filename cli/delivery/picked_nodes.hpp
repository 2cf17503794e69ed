// SPDX-License-Identifier: Apache-2.0
//
// Selects nodes by an option such as --rows: all of a kind ("state", or "state,donor"), all with an
// attribute ("sector=water"), or one by name or id.
#pragma once

#include <optional>
#include <string>

#include "oscegraph/cli/delivery/question.hpp"
#include "oscegraph/cli/options/option.hpp"
#include "oscegraph/graph/columns/id_set.hpp"

namespace oscegraph::cli {

extern const TypeOf<std::string> picked_value;

/// The nodes in scope that any of the option's values selects; nullopt when the option is not
/// given. A value is read as kinds if there are such kinds. Otherwise it is an attribute if it
/// contains '=' and some node has an attribute of that name. Otherwise it is a node. Throws Error
/// when no node has such an attribute or such a name, or when the node is out of scope.
std::optional<IdSet> picked_nodes(const Question& question, const ListOf<std::string>& option);

}  // namespace oscegraph::cli
