// SPDX-License-Identifier: Apache-2.0
//
// Sentences are written for the command line: "narrow it with --relation implements", "'oscegraph
// components' shows them". Who reads them in an answer of the server has parameters and addresses, so
// there they say "relation=implements" and "'/api/v1/components'". What the endpoint has no parameter for
// is said to be advice for the command line.
#pragma once

#include <string>
#include <string_view>

#include "oscegraph/cli/serve/endpoint.hpp"
#include "oscegraph/graph/error.hpp"

namespace oscegraph::cli {

std::string in_web_words(std::string_view sentence, const Endpoint& endpoint);

/// All that it says in words; not its excerpt.
Problem in_web_words(Problem problem, const Endpoint& endpoint);

}  // namespace oscegraph::cli
