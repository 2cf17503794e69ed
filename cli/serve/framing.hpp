// SPDX-License-Identifier: Apache-2.0
//
// Where the body of a request ends, as RFC 9112 (sections 6.1 to 6.3) says. A head that leaves it open is
// refused and its connection closed: bytes of a body that is read too short would be taken for the next
// request, and a proxy before us might draw the line elsewhere.
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
