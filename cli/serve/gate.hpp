// SPDX-License-Identifier: Apache-2.0
//
// Decides from the headers and the address of a request whether it may be answered. Any page in the
// user's browser can send requests to this machine. If the page has a name that points to this
// machine (DNS rebinding), it could also read the answers. So a request must name a host that
// belongs to this server. If it states which page sent it (Origin), this must be a page of this
// server.
//
// Where other machines can reach the server, a token is needed as well. It is sent in the header
// `Authorization: Bearer`, or once as `?token=`. The server turns `?token=` into a cookie, so that
// the token does not stay in the address bar.
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
  /// `host` is the address that the server listens to. For a loopback address, all names of this
  /// machine's loopback are accepted. The names for a wildcard address (0.0.0.0, ::) cannot be
  /// known, so there the token alone decides. Precondition: in this case there is a token.
  Gate(const std::string& host, std::uint16_t port, std::string token);

  /// nullopt: the request may be answered. Otherwise the response: 400, 403, 401, or 303 that sets
  /// the cookie.
  [[nodiscard]] std::optional<Response> stop(const Request& request) const;

 private:
  [[nodiscard]] bool knows_host(std::string_view host) const;
  [[nodiscard]] bool has_token(const Request& request) const;
  [[nodiscard]] std::optional<Response> turn_into_cookie(const Request& request) const;

  std::vector<std::string> hosts_;  ///< "localhost:8420"; empty: any
  std::string token_;               ///< empty: none needed
  std::string cookie_;              ///< its name; cookies know no ports
};

/// Whether only this machine can reach the address: 127.x.y.z, ::1, localhost.
bool is_loopback(std::string_view host);

/// Compares in a time that depends on the length of `given` alone.
bool same_secret(std::string_view given, std::string_view secret);

}  // namespace oscegraph::cli
