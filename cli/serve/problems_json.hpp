// SPDX-License-Identifier: Apache-2.0
//
// How the server says no: {"problems":[{"file","line","column","what","allowed","next","excerpt"}]}
// and a status. What is not known is left out.
#pragma once

#include <span>
#include <string>

#include "oscegraph/cli/serve/http_message.hpp"
#include "oscegraph/graph/values/error.hpp"

namespace oscegraph::cli {

Response problems_response(unsigned status, std::span<const Problem> problems);

/// One problem with no place in a file.
Response problem_response(unsigned status, std::string what, std::string allowed = {},
                          std::string next = {});

}  // namespace oscegraph::cli
