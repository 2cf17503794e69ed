// SPDX-License-Identifier: Apache-2.0
//
// Checks the Host, the Origin and the token of a request, in this order.
#include "oscegraph/cli/serve/gate.hpp"

#include <algorithm>

#include "oscegraph/cli/serve/problems_json.hpp"
#include "oscegraph/cli/serve/web_address.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph::cli {
namespace {

bool is_wildcard(std::string_view host) { return host == "0.0.0.0" || host == "::"; }

std::string bracketed(std::string_view host) {
  const std::string text(host);
  return host.find(':') == std::string_view::npos ? text : "[" + text + "]";
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return lower;
}

/// The value of one cookie among "a=1; b=2".
std::string_view cookie_called(std::string_view name, std::string_view cookies) {
  while (!cookies.empty()) {
    while (cookies.starts_with(' ')) cookies.remove_prefix(1);
    const std::size_t end = std::min(cookies.find(';'), cookies.size());
    const std::string_view cookie = cookies.substr(0, end);
    cookies.remove_prefix(std::min(end + 1, cookies.size()));
    if (cookie.starts_with(name) && cookie.substr(name.size()).starts_with('='))
      return cookie.substr(name.size() + 1);
  }
  return {};
}

/// The same address without its token.
std::string without_token(const WebAddress& address) {
  std::string target;
  for (const std::string& segment : address.path) target += "/" + percent_encoded(segment);
  char separator = '?';
  for (const auto& [name, value] : address.parameters) {
    if (name == "token") continue;
    target += separator + percent_encoded(name) + "=" + percent_encoded(value);
    separator = '&';
  }
  // "//x" would be another host.
  return target.starts_with("//") ? "/" : target;
}

}  // namespace

Gate::Gate(const std::string& host, std::uint16_t port, std::string token)
    : token_(std::move(token)),
      cookie_("oscegraph_" + to_text(port)) {
  if (is_wildcard(host)) return;
  std::vector<std::string> names{bracketed(host)};
  if (is_loopback(host))
    for (const char* name : {"localhost", "127.0.0.1", "[::1]"}) names.emplace_back(name);
  for (const std::string& name : names) {
    hosts_.push_back(lower_case(name) + ":" + to_text(port));
    if (port == 80) hosts_.push_back(lower_case(name));
  }
}

bool Gate::knows_host(std::string_view host) const {
  return hosts_.empty() || std::ranges::count(hosts_, lower_case(host)) > 0;
}

bool Gate::has_token(const Request& request) const {
  constexpr std::string_view bearer = "Bearer ";
  const std::string_view authorization = request.header("authorization").value_or("");
  if (authorization.starts_with(bearer) && same_secret(authorization.substr(bearer.size()), token_))
    return true;
  for (const auto& [name, value] : request.headers)
    if (name == "cookie" && same_secret(cookie_called(cookie_, value), token_)) return true;
  return false;
}

std::optional<Response> Gate::turn_into_cookie(const Request& request) const {
  const auto address = parse_address(request.target);
  if (!address) return std::nullopt;
  const auto& parameters = address->parameters;
  const bool right = std::ranges::any_of(parameters, [&](const auto& parameter) {
    return parameter.first == "token" && same_secret(parameter.second, token_);
  });
  if (!right || (request.method != "GET" && request.method != "HEAD")) return std::nullopt;
  Response response{303, {}, {}, {}};
  response.headers.emplace_back("Location", without_token(*address));
  // Lax, not Strict: the first visit often comes from a link in a message.
  response.headers.emplace_back("Set-Cookie",
                                cookie_ + "=" + token_ + "; Path=/; HttpOnly; SameSite=Lax");
  return response;
}

std::optional<Response> Gate::stop(const Request& request) const {
  if (request.count("host") != 1) return problem_response(400, "a request names one host");
  const std::string_view host = *request.header("host");
  if (!knows_host(host))
    return problem_response(403, "this server does not go by the name " + in_quotes(host),
                            "its names are " + join_or(hosts_));
  for (const auto& [name, origin] : request.headers) {
    if (name != "origin") continue;
    const std::string page = lower_case(origin);
    const std::string ours = lower_case(host);
    if (page != "http://" + ours && page != "https://" + ours)
      return problem_response(403, "pages of " + in_quotes(origin) + " may not ask this server");
  }
  if (token_.empty() || has_token(request)) return std::nullopt;
  if (auto redirect = turn_into_cookie(request)) return redirect;
  Response response = problem_response(
      401, "this server needs its token",
      "in the header 'Authorization: Bearer TOKEN', or once in the address as '?token=TOKEN'");
  response.headers.emplace_back("WWW-Authenticate", "Bearer");
  return response;
}

bool is_loopback(std::string_view host) {
  const bool number = host.find_first_not_of("0123456789.") == std::string_view::npos;
  return host == "localhost" || host == "::1" || (number && host.starts_with("127."));
}

bool same_secret(std::string_view given, std::string_view secret) {
  volatile unsigned difference = given.size() == secret.size() ? 0U : 1U;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const char right = secret.empty() ? '\0' : secret[i % secret.size()];
    difference = difference | static_cast<unsigned char>(given[i] ^ right);
  }
  return difference == 0;
}

}  // namespace oscegraph::cli
