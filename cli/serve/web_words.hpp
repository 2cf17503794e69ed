// SPDX-License-Identifier: Apache-2.0
//
// Puts a sentence that was written for the command line into the words of the web. An option becomes a
// parameter ("--relation implements" becomes "relation=implements"), a command becomes an address
// ("'oscegraph components'" becomes "'/api/v1/components'"). A sentence that names an option which the
// endpoint does not have begins with "at the command line: ".
#pragma once

#include <string>
#include <string_view>

#include "oscegraph/cli/serve/endpoint.hpp"
#include "oscegraph/graph/values/error.hpp"

namespace oscegraph::cli {

std::string in_web_words(std::string_view sentence, const Endpoint& endpoint);

/// The same for all sentences of a problem; its excerpt stays.
Problem in_web_words(Problem problem, const Endpoint& endpoint);

}  // namespace oscegraph::cli
