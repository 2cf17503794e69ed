// SPDX-License-Identifier: Apache-2.0
//
// The target of a request taken apart: "/api/v1/nodes/state%3ANO?limit=5" is a path of segments and a
// list of parameters, percent-decoded. A path names an endpoint, never a file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace oscegraph::cli {

struct WebAddress {
  std::vector<std::string> path;  ///< "/a/b/": {"a", "b", ""}; "/": {""}
  std::vector<std::pair<std::string, std::string>> parameters;  ///< in order
};

/// nullopt when it does not begin with '/', a percent sign is not followed by two hexadecimal digits,
/// or what comes out is not UTF-8 or has a NUL in it.
std::optional<WebAddress> parse_address(std::string_view target);

/// The reverse, for one segment or value: letters, digits and "-._~" stay.
std::string percent_encoded(std::string_view text);

}  // namespace oscegraph::cli
