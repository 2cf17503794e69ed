// SPDX-License-Identifier: Apache-2.0
//
// --at, --since, --until, --relation, --kind, --flow, --document, --min-documents and --basis, as
// graph/narrow.hpp wants them.
#pragma once

#include "oscegraph/cli/command.hpp"
#include "oscegraph/graph/narrow.hpp"

namespace oscegraph::cli {

/// Throws Error when no document has an id that was asked for. A subset that is empty says so in its
/// notes.
Subset narrowed(const Graph& graph, const Values& values);

}  // namespace oscegraph::cli
