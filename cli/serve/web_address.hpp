// SPDX-License-Identifier: Apache-2.0
//
// Parses the target of a request into a path and parameters: "/api/v1/nodes/state%3ANO?limit=5"
// becomes a list of segments and a list of names with values, both percent-decoded. A path names an
// endpoint, never a file.
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
