// SPDX-License-Identifier: Apache-2.0
//
// The graph is read once and never changes, so every thread may answer from it. What is said on
// standard output is the address, and nothing else: a program that starts the server reads it there.
#include <spawn.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <system_error>

#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/delivery/inputs.hpp"
#include "oscegraph/cli/model/exit_code.hpp"
#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/cli/options/value_types.hpp"
#include "oscegraph/cli/serve/site.hpp"
#include "oscegraph/exports/page/explorer_page.hpp"
#include "oscegraph/graph/text.hpp"
#include "oscegraph/loader/inputs/source.hpp"

namespace oscegraph::cli {
namespace {

constexpr std::string_view usual_host = "127.0.0.1";
constexpr std::uint16_t usual_port = 8420;
constexpr std::size_t shortest_token = 16;

std::optional<std::uint16_t> parse_port(std::string_view text) {
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return port;
}

bool is_port(std::string_view value) { return parse_port(value).has_value(); }

/// Letters that mean the same in a header, a cookie and an address.
bool is_token(std::string_view text) {
  constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  return text.size() >= shortest_token && text.find_first_not_of(plain) == std::string_view::npos;
}

bool is_token_or_file(std::string_view value) {
  return is_token(value) || (value.starts_with('@') && value.size() > 1);
}

constexpr std::string_view token_allowed =
    "a token is 16 or more of A-Z, a-z, 0-9 and '-._~', or @FILE that holds one";

constexpr ValueType port_value{.placeholder = "N",
                               .meaning = "a port",
                               .allowed = "a port is a number from 0 to 65535",
                               .accepts = is_port};
constexpr ValueType host_value{.placeholder = "ADDRESS",
                               .meaning = "an address",
                               .allowed = "an address is one of this machine, such as 127.0.0.1",
                               .accepts = [](std::string_view value) { return !value.empty(); }};
constexpr ValueType token_value{.placeholder = "TOKEN",
                                .meaning = "a token",
                                .allowed = token_allowed,
                                .accepts = is_token_or_file};

std::string token_of(const Values& values) {
  const std::string_view given = values.text("token").value_or("");
  if (!given.starts_with('@')) return std::string(given);
  const std::string path(given.substr(1));
  std::string token = text_of_file(path);
  while (token.ends_with('\n') || token.ends_with('\r')) token.pop_back();
  if (!is_token(token))
    throw Error(Problem{{path}, "holds no token", std::string(token_allowed), ""});
  return token;
}

void check_host(const std::string& host, const Values& values) {
  if (is_loopback(host) || values.has("token")) return;
  throw UsageError("--host " + host + " lets other machines ask, so it needs --token",
                   std::string(token_allowed), "leave --host out to serve this machine only");
}

/// "http://127.0.0.1:8420/"
std::string address_of(const std::string& host, std::uint16_t port) {
  const bool six = host.find(':') != std::string::npos;
  return "http://" + (six ? "[" + host + "]" : host) + ":" + to_text(port) + "/";
}

/// The desktop's own way to open an address; what it prints is not ours to show.
void open_browser(const std::string& address, Terminal& terminal) {
  std::string program = "xdg-open";
  std::string argument = address;
  std::array<char*, 3> words{program.data(), argument.data(), nullptr};
  pid_t child = 0;
  if (const int error =
          ::posix_spawnp(&child, program.c_str(), nullptr, nullptr, words.data(), environ);
      error != 0)
    terminal.note("no browser was opened: xdg-open: " + std::generic_category().message(error));
}

void tell_size(const Graph& graph, Terminal& terminal) {
  terminal.note("serving " + counted(graph.node_count(), "node") + ", " +
                counted(graph.edge_count(), "edge") + ", " + counted(graph.claim_count(), "claim") +
                "; Ctrl-C stops");
  if (explorer_page() == nullptr)
    terminal.note(
        "this oscegraph was built without the explorer page: only the API below /api/v1/ "
        "answers");
}

int run_serve(const Invocation& invocation, Terminal& terminal) {
  const Values& values = invocation.values;
  const std::string host(values.text("host").value_or(usual_host));
  check_host(host, values);
  const std::string token = token_of(values);
  Problems stop_at_first;
  Loaded loaded = load_inputs(values, terminal, stop_at_first);
  const PreparedGraph served(std::move(loaded.graph), std::move(loaded.origin));

  HttpServer server(HttpLimits{});
  server.listen(host, parse_port(values.text("port").value_or("")).value_or(usual_port));
  const Gate gate(host, server.port(), token);
  const Site site(served, gate);
  const std::string address = address_of(host, server.port());
  tell_size(served.graph(), terminal);
  terminal.out.append(address + "\n");
  terminal.out.commit();
  if (values.has("open"))
    open_browser(address + (token.empty() ? "" : "?token=" + token), terminal);
  server.run(site);
  return done;
}

constexpr std::array options{
    Option{.name = "port",
           .help = "the port to listen to; 8420 unless given, 0 for any that is free",
           .value = &port_value},
    Option{.name = "host",
           .help = "the address to listen to; 127.0.0.1, this machine only, unless given",
           .value = &host_value},
    Option{.name = "token",
           .help = "what everybody who asks has to know; a text, or @FILE that holds it",
           .value = &token_value},
    Option{.name = "open", .help = "open the page in a browser"},
};

constexpr std::array examples{
    Example{"oscegraph serve --open", "the built-in example, in a browser"},
    Example{"oscegraph serve -i grants/ --port 0", "your own data, on any free port"},
    Example{"oscegraph serve --host 0.0.0.0 --token @secret.txt",
            "for colleagues who know the token"},
};

}  // namespace

constinit const Command serve_command{
    .name = "serve",
    .summary = "The explorer page and a JSON API, for a browser on this machine",
    .description =
        "Reads the inputs once, prints the address and answers until Ctrl-C. The page is at /, the "
        "API below /api/v1/, its description at /api/v1/openapi.yaml: every question has the "
        "parameters of the command that asks it.\n\n"
        "Only this machine can ask, unless --host names another address; then --token is needed. "
        "Nothing is written: a file that is dropped on the page is read in memory and forgotten.",
    .options = options,
    .groups = groups_of_a_server,
    .examples = examples,
    .says_no = "the port is taken or refused, or the input has a mistake",
    .run = run_serve,
};

}  // namespace oscegraph::cli
