// SPDX-License-Identifier: Apache-2.0
//
// Tests the parts of the server that need no socket: addresses, permissions, compression, the table
// of endpoints and its OpenAPI description. tests/serve/ sends requests to a running server.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>

#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/serve/gzip.hpp"
#include "oscegraph/cli/serve/openapi.hpp"
#include "oscegraph/cli/serve/site.hpp"
#include "oscegraph/cli/serve/web_address.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

namespace oscegraph::cli {
namespace {

/// The target as "a/b?x=1&y=2", decoded; "no" when it is not a valid address.
std::string taken_apart(std::string_view target) {
  const auto address = parse_address(target);
  if (!address) return "no";
  std::string text;
  for (const std::string& segment : address->path) text += "[" + segment + "]";
  for (const auto& [name, value] : address->parameters) text += " " + name + "=" + value;
  return text;
}

Request get(std::string target, Headers headers) {
  return {"GET", std::move(target), std::move(headers), {}};
}

unsigned status_at(const Gate& gate, const Headers& headers, const std::string& target = "/") {
  const auto stopped = gate.stop(get(target, headers));
  return stopped ? stopped->status : 200;
}

BOOST_AUTO_TEST_SUITE(serve)

BOOST_AUTO_TEST_CASE(addresses_are_decoded_once) {
  BOOST_TEST(taken_apart("/") == "[]");
  BOOST_TEST(taken_apart("/a/b/") == "[a][b][]");
  BOOST_TEST(taken_apart("/nodes/state%3ANO?q=a+b%2B&x&y=&&z=1=2") ==
             "[nodes][state:NO] q=a b+ x= y= z=1=2");
  BOOST_TEST(taken_apart("/a%2Fb/%2e%2e/%252e") == "[a/b][..][%2e]");
  BOOST_TEST(taken_apart("/a?b=%C3%A9#c?d") == "[a] b=é");
  for (const auto* bad : {"", "a", "*", "http://x/", "/%", "/%4", "/%4g", "/%00", "/%ff", "/?a=%0"})
    BOOST_TEST(taken_apart(bad) == "no", bad);
  BOOST_TEST(percent_encoded("a é/?&=+~") == "a%20%C3%A9%2F%3F%26%3D%2B~");
}

BOOST_AUTO_TEST_CASE(gzip_is_given_to_those_who_take_it) {
  for (const auto* yes :
       {"gzip", "br, gzip", "gzip;q=0.5", "*", "deflate , gzip ; q=1", "*;q=0, gzip"})
    BOOST_TEST(accepts_gzip(yes), yes);
  for (const auto* no : {"", "br", "gzip;q=0", "gzip; q=0.0", "*;q=0", "*, gzip;q=0", "xgzip"})
    BOOST_TEST(!accepts_gzip(no), no);
  BOOST_TEST(gzipped("", 1).starts_with("\x1f\x8b"));
  BOOST_TEST(gzipped(std::string(100'000, 'x'), 1).size() < 1000U);
}

BOOST_AUTO_TEST_CASE(secrets_are_compared_whole) {
  BOOST_TEST(same_secret("abc", "abc"));
  for (const auto* other : {"", "ab", "abd", "abcabc", "abca", "xbc"})
    BOOST_TEST(!same_secret(other, "abc"), other);
  BOOST_TEST(!same_secret("abc", ""));
}

BOOST_AUTO_TEST_CASE(loopback_is_this_machine_only) {
  for (const auto* here : {"127.0.0.1", "127.8.9.1", "::1", "localhost"})
    BOOST_TEST(is_loopback(here), here);
  for (const auto* away : {"0.0.0.0", "::", "192.168.1.2", "127.evil.example", "localhost.example"})
    BOOST_TEST(!is_loopback(away), away);
}

BOOST_AUTO_TEST_CASE(a_host_is_known_by_the_name_it_was_given) {
  const Gate gate("192.168.1.2", 80, "");
  BOOST_TEST(status_at(gate, {{"host", "192.168.1.2:80"}}) == 200U);
  BOOST_TEST(status_at(gate, {{"host", "192.168.1.2"}}) == 200U);
  BOOST_TEST(status_at(gate, {{"host", "localhost"}}) == 403U);
  const Gate six("fe80::1", 9000, "");
  BOOST_TEST(status_at(six, {{"host", "[fe80::1]:9000"}}) == 200U);
  BOOST_TEST(status_at(six, {{"host", "[fe80::1]"}}) == 403U);
  BOOST_TEST(status_at(six, {}) == 400U);
}

BOOST_AUTO_TEST_CASE(a_page_of_ours_may_come_through_a_proxy_with_tls) {
  const Gate gate("127.0.0.1", 8420, "");
  const auto from = [&](const char* origin) {
    return status_at(gate, {{"host", "localhost:8420"}, {"origin", origin}});
  };
  BOOST_TEST(from("http://localhost:8420") == 200U);
  BOOST_TEST(from("https://localhost:8420") == 200U);
  BOOST_TEST(from("http://127.0.0.1:8420") == 403U);
  BOOST_TEST(from("null") == 403U);
  BOOST_TEST(from("") == 403U);
}

BOOST_AUTO_TEST_CASE(every_endpoint_is_a_row_that_fits_its_command) {
  std::set<std::string_view> paths;
  for (const Endpoint& endpoint : endpoints()) {
    BOOST_TEST_CONTEXT(endpoint.path) {
      BOOST_TEST(paths.insert(endpoint.path).second);
      BOOST_TEST((endpoint.answer != nullptr));
      BOOST_TEST((endpoint.command != nullptr || !endpoint.summary.empty()));
      if (endpoint.command == nullptr) continue;
      BOOST_TEST((endpoint.command->ask != nullptr));
      for (const Option* option : endpoint.without)
        BOOST_TEST(std::ranges::count(endpoint.command->options, option) == 1, option->name);
    }
  }
}

BOOST_AUTO_TEST_CASE(every_question_of_the_command_line_has_an_endpoint) {
  for (const Command* command : commands())
    if (command->ask != nullptr)
      BOOST_TEST(std::ranges::count(endpoints(), command, &Endpoint::command) > 0, command->name);
}

BOOST_AUTO_TEST_CASE(a_question_too_large_to_wait_for_is_refused) {
  const PreparedGraph served(test::make_graph("state:A funds project:B\nstate:A funds project:C\n"),
                             "a test");
  const Gate gate("localhost", 1, "");
  const Site site(served, gate);
  const Response refused = site.answer(get("/api/v1/path?from=state:A&to=project:B&k=100000", {}));
  BOOST_TEST(refused.status == 422U);
  BOOST_TEST(refused.body ==
             "{\"problems\":[{\"what\":\"the shortest paths would take about 84 minutes with 3 "
             "nodes and 2 edges\",\"allowed\":\"what takes up to 30 seconds is "
             "answered\",\"next\":\"narrow the graph, ask for fewer with k or ask the command "
             "line\"}]}\n");
  BOOST_TEST(site.answer(get("/api/v1/path?from=state:A&to=project:B&k=10", {})).status == 200U);
}

BOOST_AUTO_TEST_CASE(a_parameter_that_would_do_nothing_is_refused) {
  const PreparedGraph served(test::make_graph("state:A funds project:B\n"), "a test");
  const Gate gate("localhost", 1, "");
  const Site site(served, gate);
  const auto refused = [&](const std::string& target, const std::string& sentence) {
    const Response response = site.answer(get("/api/v1/" + target, {}));
    BOOST_TEST(response.status == 400U);
    BOOST_TEST(response.body.find("\"what\":\"" + sentence + "\"") != std::string::npos,
               response.body);
  };
  refused("centrality?top=1&subset=only",
          "parameter 'top' is about rows, and subset=only answers none");
  refused("funding?as=csv&subset=view", "parameter 'subset' does nothing for a CSV file");
  refused("info?memory&since=2024", "parameters 'memory' and 'since' exclude each other");
  BOOST_TEST(site.answer(get("/api/v1/centrality?top=1&subset=view", {})).status == 200U);
}

BOOST_AUTO_TEST_CASE(the_description_in_docs_is_made_from_the_table) {
  const std::string path = std::string(OSCEGRAPH_SOURCE) + "/docs/openapi.yaml";
  if (const char* update = std::getenv("UPDATE");
      update != nullptr && std::string_view(update) == "1")
    std::ofstream(path, std::ios::binary) << openapi_document();
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  BOOST_TEST((text == openapi_document()), "UPDATE=1 rewrites docs/openapi.yaml");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace oscegraph::cli
