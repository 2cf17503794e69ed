// SPDX-License-Identifier: Apache-2.0
//
// Who may ask. Any page in the user's browser can send requests to this machine, and with a name that
// it makes point here (DNS rebinding) could read the answers. So a request must name a host that this
// server goes by, and if it says which page sent it (Origin), that must be our own. Where other
// machines can reach the server, a token is needed as well: in the header `Authorization: Bearer`, or
// once as `?token=`, which is turned into a cookie so that it does not stay in the address bar.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/cli/serve/http_message.hpp"

namespace oscegraph::cli {

class Gate {
 public:
  /// `host` as listened to. Of loopback all its names are ours. A wildcard address (0.0.0.0, ::) has
  /// names we cannot know: there the token alone decides. Precondition: then there is a token.
  Gate(const std::string& host, std::uint16_t port, std::string token);

  /// nullopt: come in. Else what to answer: 400, 403, 401, or 303 that sets the cookie.
  [[nodiscard]] std::optional<Response> stop(const Request& request) const;

 private:
  [[nodiscard]] bool knows_host(std::string_view host) const;
  [[nodiscard]] bool has_token(const Request& request) const;
  [[nodiscard]] std::optional<Response> turn_into_cookie(const Request& request) const;

  std::vector<std::string> hosts_;  ///< "localhost:8420"; empty: any
  std::string token_;               ///< empty: none needed
  std::string cookie_;              ///< its name; cookies know no ports
};

/// Whether only this machine reaches the address: 127.x.y.z, ::1, localhost.
bool is_loopback(std::string_view host);

/// In time that depends on the length of `given` alone.
bool same_secret(std::string_view given, std::string_view secret);

}  // namespace oscegraph::cli
