// SPDX-License-Identifier: Apache-2.0
//
// The command `serve`: loads the graph once and answers HTTP requests until it is stopped. The
// graph never changes, so every thread may answer from it. Standard output gets the address and
// nothing else, since a program that starts the server reads the address there.
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
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/inputs/source.hpp"

namespace oscegraph::cli {
namespace {

constexpr std::size_t shortest_token = 16;

std::optional<std::uint16_t> parse_port(std::string_view text) {
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return port;
}

/// Letters that mean the same in a header, a cookie and an address.
bool is_token(std::string_view text) {
  constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  return text.size() >= shortest_token && text.find_first_not_of(plain) == std::string_view::npos;
}

constexpr std::string_view token_allowed =
    "a token is 16 or more of A-Z, a-z, 0-9 and '-._~', or @FILE that holds one";

constexpr TypeOf<std::uint16_t> port_value(
    {.placeholder = "N", .meaning = "a port", .allowed = "a port is a number from 0 to 65535"},
    parse_port, [](const std::uint16_t& number) { return to_text(number); });
constexpr TypeOf<std::string> host_value(
    {.placeholder = "ADDRESS",
     .meaning = "an address",
     .allowed = "an address is one of this machine, such as 127.0.0.1"},
    [](std::string_view text) -> std::optional<std::string> {
      if (text.empty()) return std::nullopt;
      return std::string(text);
    });
constexpr TypeOf<std::string> token_value(
    {.placeholder = "TOKEN", .meaning = "a token", .allowed = token_allowed},
    [](std::string_view text) -> std::optional<std::string> {
      const bool names_file = text.starts_with('@') && text.size() > 1;
      if (!names_file && !is_token(text)) return std::nullopt;
      return std::string(text);
    });

constexpr OptionOf<std::uint16_t> port({.name = "port",
                                        .help = "the port to listen to",
                                        .aside = ", 0 for any that is free"},
                                       port_value, [] { return std::uint16_t{8420}; });
constexpr std::string_view this_machine = "127.0.0.1";
constexpr OptionOf<std::string> host({.name = "host",
                                      .help = "the address to listen to",
                                      .otherwise = "127.0.0.1, this machine only,"},
                                     host_value, [] { return std::string(this_machine); });
static_assert(host.otherwise.starts_with(this_machine));
constexpr OptionalOf<std::string> token(
    {.name = "token",
     .help = "what everybody who asks has to know; a text, or @FILE that holds it"},
    token_value);
constexpr Flag opens({.name = "open", .help = "open the page in a browser"});

std::string token_of(const Values& values) {
  const std::string given = values[token].value_or("");
  if (!given.starts_with('@')) return given;
  const std::string path = given.substr(1);
  std::string secret = text_of_file(path);
  while (secret.ends_with('\n') || secret.ends_with('\r')) secret.pop_back();
  if (!is_token(secret))
    throw Error(Problem{{path}, "holds no token", std::string(token_allowed), ""});
  return secret;
}

void check_host(const Values& values) {
  const std::string address = values[host];
  if (is_loopback(address) || values.has(token)) return;
  throw UsageError("--host " + address + " lets other machines ask, so it needs --token",
                   std::string(token_allowed), "leave --host out to serve this machine only");
}

/// "http://127.0.0.1:8420/"
std::string address_of(const std::string& name, std::uint16_t number) {
  const bool six = name.find(':') != std::string::npos;
  return "http://" + (six ? "[" + name + "]" : name) + ":" + to_text(number) + "/";
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
  check_host(values);
  const std::string name = values[host];
  const std::string secret = token_of(values);
  Problems stop_at_first;
  Loaded loaded = load_inputs(values, terminal, stop_at_first);
  const PreparedGraph served(std::move(loaded.graph), std::move(loaded.origin));

  HttpServer server(HttpLimits{});
  server.listen(name, values[port]);
  const Gate gate(name, server.port(), secret);
  const Site site(served, gate);
  const std::string address = address_of(name, server.port());
  tell_size(served.graph(), terminal);
  terminal.out.append(address + "\n");
  terminal.out.commit();
  if (values[opens]) open_browser(address + (secret.empty() ? "" : "?token=" + secret), terminal);
  server.run(site);
  return done;
}

constexpr auto options = option_list(port, host, token, opens);

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
