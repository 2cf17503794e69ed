// SPDX-License-Identifier: Apache-2.0
//
// Makes the response to a request that cannot be answered: a status and
// {"problems":[{"file","line","column","what","allowed","next","excerpt"}]}. Members that are not
// known are left out.
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
