// SPDX-License-Identifier: Apache-2.0
//
// Checks that the headers of a request state clearly where its body ends, by RFC 9112 (sections 6.1
// to 6.3). If they do not, the request is refused and the connection is closed. Otherwise the rest
// of the body could be taken for another request, which a proxy in front of the server has not seen
// (request smuggling).
#pragma once

#include <optional>
#include <string>

#include "oscegraph/cli/serve/http_message.hpp"

namespace oscegraph::cli {

struct FramingFault {
  unsigned status = 400;
  std::string what;
};

/// `version`: 10 or 11. Nothing when there is no body, or one of a stated length, or one that is
/// `chunked` and nothing else. 501 for other codings below a last `chunked`, 400 for all that is wrong.
std::optional<FramingFault> framing_fault(unsigned version, const Headers& headers);

}  // namespace oscegraph::cli
