// SPDX-License-Identifier: Apache-2.0
//
// Declares Request and Response: an HTTP request and its answer as plain values. All files except
// http_server.cpp work with these alone, so tests can call the whole site without a socket.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "oscegraph/graph/threads/context.hpp"

namespace oscegraph::cli {

/// Names in lower case when received, as usually written when sent.
using Headers = std::vector<std::pair<std::string, std::string>>;

struct Request {
  std::string method;  ///< "GET", as sent
  std::string target;  ///< path and query, as sent
  Headers headers;
  std::string body;  ///< empty while only the head is known
  Stop stop{};       ///< set when the answer is no longer wanted

  /// The header's value, by its name in lower case; the first when there are several.
  [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const {
    for (const auto& [key, value] : headers)
      if (key == name) return value;
    return std::nullopt;
  }
  /// How often the header is there.
  [[nodiscard]] std::size_t count(std::string_view name) const {
    std::size_t times = 0;
    for (const auto& header : headers) times += header.first == name ? 1U : 0U;
    return times;
  }
};

struct Response {
  unsigned status = 200;
  std::string content_type;
  std::string body;
  Headers headers{};
};

}  // namespace oscegraph::cli
