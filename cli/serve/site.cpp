// SPDX-License-Identifier: Apache-2.0
//
// Finds the endpoint or the file of the page for a request, answers it, and adds the headers that
// every response has. The answer of `info` about the whole graph is kept, since the page asks for
// it first.
#include "oscegraph/cli/serve/site.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <new>

#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/serve/gzip.hpp"
#include "oscegraph/cli/serve/problems_json.hpp"
#include "oscegraph/cli/serve/web_address.hpp"
#include "oscegraph/cli/serve/web_words.hpp"
#include "oscegraph/exports/page/explorer_page.hpp"
#include "oscegraph/graph/text/nearest.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/values/error.hpp"

namespace oscegraph::cli {
namespace {

constexpr std::array<std::string_view, 2> api_root{"api", "v1"};

// An answer of the API is data: opened by itself, it may load and run nothing.
constexpr std::string_view data_policy = "default-src 'none'; frame-ancestors 'none'";
constexpr std::string_view page_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'";

bool is_api(const std::vector<std::string>& path) {
  return path.size() > api_root.size() &&
         std::equal(api_root.begin(), api_root.end(), path.begin());
}

/// An endpoint that a path names, with what stands for its "{...}".
struct Match {
  const Endpoint* endpoint = nullptr;
  std::string argument{};
};

/// Endpoints are one segment, or one and an argument.
Match match(const std::vector<std::string>& path) {
  const std::size_t segments = path.size() - api_root.size();
  for (const Endpoint& endpoint : endpoints()) {
    const std::size_t slash = endpoint.path.find('/');
    const bool takes_one = slash != std::string_view::npos;
    if (segments != (takes_one ? 2U : 1U)) continue;
    if (endpoint.path.substr(0, slash) != path[api_root.size()]) continue;
    if (!takes_one) return {&endpoint};
    if (!path.back().empty()) return {&endpoint, path.back()};
  }
  return {};
}

/// Whether it asks what the page asks first, and everybody gets the same answer to.
bool is_about_all(const Endpoint& endpoint, const Parameters& parameters) {
  return endpoint.command == &info_command && parameters.empty();
}

Response no_such_path(const std::vector<std::string>& path) {
  std::vector<std::string_view> names;
  for (const Endpoint& endpoint : endpoints()) names.push_back(endpoint.path);
  const std::string asked = path.size() > api_root.size() ? path[api_root.size()] : "";
  std::string next = did_you_mean(asked, names);
  if (next.empty()) next = "/api/v1/openapi.yaml lists what there is";
  return problem_response(404, "there is nothing here", {}, next);
}

Response page_file(const PageFile& file, std::string content_type) {
  Response response{200, std::move(content_type), std::string(file.text)};
  response.headers.emplace_back("Content-Security-Policy", page_policy);
  response.headers.emplace_back("Cache-Control", "no-cache");
  return response;
}

std::optional<Response> page_answer(std::string_view name) {
  const bool known = name.empty() || name == "app.css" || name == "app.js";
  const ExplorerPage* page = explorer_page();
  if (!known) return std::nullopt;
  if (page == nullptr)
    return problem_response(404, "this oscegraph was built without the explorer page",
                            "the API is below /api/v1/",
                            "build it with Node.js installed and OSCEGRAPH_WEB=ON");
  if (name == "app.css") return page_file(page->css, "text/css; charset=utf-8");
  if (name == "app.js") return page_file(page->script, "text/javascript; charset=utf-8");
  return page_file(page->html, "text/html; charset=utf-8");
}

/// What cannot be meant, what is not there, and what this graph, or this part of it, cannot answer.
unsigned status_of(const Error& error) {
  if (dynamic_cast<const UsageError*>(&error) != nullptr) return 400;
  if (dynamic_cast<const WrongValue*>(&error) != nullptr) return 400;
  if (dynamic_cast<const NotThere*>(&error) != nullptr) return 404;
  return 422;
}

Response busy(Response response) {
  response.headers.emplace_back("Retry-After", "1");
  return response;
}

Response too_little_memory() {
  return busy(
      problem_response(503, "not enough memory for this answer", {}, "narrow the question"));
}

bool has(const Response& response, std::string_view name) {
  return std::ranges::count(response.headers, name, [](const auto& h) { return h.first; }) > 0;
}

Response guarded(Response response) {
  if (!has(response, "Content-Security-Policy"))
    response.headers.emplace_back("Content-Security-Policy", data_policy);
  if (!has(response, "Cache-Control")) response.headers.emplace_back("Cache-Control", "no-store");
  for (const auto& [name, value] : std::initializer_list<std::pair<const char*, const char*>>{
           {"X-Content-Type-Options", "nosniff"},
           {"Referrer-Policy", "no-referrer"},
           {"Cross-Origin-Resource-Policy", "same-origin"},
           {"Cross-Origin-Opener-Policy", "same-origin"}})
    response.headers.emplace_back(name, value);
  return response;
}

void pack(const Request& request, Response& response) {
  constexpr std::size_t worth_it = 1024;
  if (response.body.size() < worth_it) return;
  response.headers.emplace_back("Vary", "Accept-Encoding");
  if (!accepts_gzip(request.header("accept-encoding").value_or(""))) return;
  response.body = gzipped(response.body, 1);
  response.headers.emplace_back("Content-Encoding", "gzip");
}

const char* method_of(const Endpoint& endpoint) { return endpoint.most_body > 0 ? "POST" : "GET"; }

bool is_get(const Request& request) { return request.method == "GET" || request.method == "HEAD"; }

Response wrong_method(const std::string& allowed) {
  Response response =
      problem_response(405, "this address takes no such request", "it takes " + allowed);
  response.headers.emplace_back("Allow", allowed == "GET" ? "GET, HEAD" : allowed);
  return response;
}

}  // namespace

std::optional<Response> Site::refuse(const Request& head) const {
  if (auto stopped = gate_.stop(head)) return guarded(std::move(*stopped));
  const auto address = parse_address(head.target);
  if (!address)
    return guarded(
        problem_response(400, "this address cannot be read",
                         "a '%' is followed by two hexadecimal digits, and text is UTF-8"));
  const Match found = is_api(address->path) ? match(address->path) : Match{};
  const std::string allowed = found.endpoint != nullptr ? method_of(*found.endpoint) : "GET";
  const bool fits = allowed == "GET" ? is_get(head) : head.method == allowed;
  if (!fits) return guarded(wrong_method(allowed));
  return std::nullopt;
}

std::size_t Site::most_body(const Request& head) const {
  const auto address = parse_address(head.target);
  if (!address || !is_api(address->path)) return 0;
  const Match found = match(address->path);
  return found.endpoint != nullptr ? found.endpoint->most_body : 0;
}

bool Site::is_quick(const Request& request) const {
  const auto address = parse_address(request.target);
  if (!address || !is_api(address->path)) return true;  // the page, or a refusal
  const Match found = match(address->path);
  if (found.endpoint == nullptr) return false;  // looks for the nearest
  if (!found.endpoint->quick || !address->parameters.empty()) return false;
  const Graph& graph = served_.graph();
  const auto node = graph.find_node(found.argument);
  constexpr std::size_t few = 100;
  return node && graph.out_edges(*node).size() + graph.in_edges(*node).size() <= few;
}

bool Site::is_short(const Request& request) const {
  constexpr double a_moment = 0.1;  // seconds
  const auto address = parse_address(request.target);
  if (!address || !is_api(address->path)) return true;
  const Match found = match(address->path);
  if (found.endpoint == nullptr || found.endpoint->most_body > 0) return false;
  if (is_about_all(*found.endpoint, address->parameters)) return true;  // prepared
  try {
    return expected_time(*found.endpoint, served_, request, found.argument, address->parameters) <
           a_moment;
  } catch (const std::exception&) {
    return false;  // its sentence may take longer: it looks for what is near
  }
}

void Site::prepare(const Stop& stop) const {
  (void)answer(
      {.method = "GET", .target = "/api/v1/info", .headers = {}, .body = {}, .stop = stop});
}

Response Site::answer_of(const Endpoint& endpoint, const Request& request,
                         const std::string& argument, const Parameters& parameters) const {
  if (!is_about_all(endpoint, parameters))
    return answer_call(endpoint, served_, request, argument, parameters);
  const std::scoped_lock lock(mutex_);  // who comes while it is being made waits for it
  if (!facts_) facts_ = answer_call(endpoint, served_, request, argument, parameters);
  return *facts_;
}

Response Site::answer(const Request& request) const {
  Response response = find_answer(request);
  try {
    pack(request, response);
  } catch (const std::bad_alloc&) {
    response = too_little_memory();
  }
  return guarded(std::move(response));
}

Response Site::fault(unsigned status, const std::string& what) const {
  Response response = problem_response(status, what);
  return guarded(status == 503 ? busy(std::move(response)) : std::move(response));
}

Response Site::find_answer(const Request& request) const {
  const auto address = parse_address(request.target).value();
  if (address.path.size() == 1)
    if (auto page = page_answer(address.path.front())) return *page;
  const Match found = is_api(address.path) ? match(address.path) : Match{};
  if (found.endpoint == nullptr) return no_such_path(address.path);
  try {
    return answer_of(*found.endpoint, request, found.argument, address.parameters);
  } catch (const Error& error) {
    const Problem problem = in_web_words(error.problem(), *found.endpoint);
    return problems_response(status_of(error), {&problem, 1});
  } catch (const Stopped& stopped) {
    return problem_response(503, stopped.what());
  } catch (const std::bad_alloc&) {
    return too_little_memory();
  } catch (const std::exception& error) {
    return problem_response(500,
                            std::string("something went wrong that should not: ") + error.what(),
                            {}, "please report it with the address");
  }
}

}  // namespace oscegraph::cli
