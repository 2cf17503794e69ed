// SPDX-License-Identifier: Apache-2.0
//
// Tests the messages with which the server refuses a request: they must use the words of the web
// instead of the command line, and have the right status code.
#include "oscegraph/cli/serve/web_words.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <random>

#include "oscegraph/cli/serve/site.hpp"
#include "oscegraph/loader/load.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

namespace oscegraph::cli {
namespace {

const Endpoint& endpoint(std::string_view path) {
  return *std::ranges::find(endpoints(), path, &Endpoint::path);
}

struct Answered {
  unsigned status = 0;
  std::string body;
};

class Asked {
 public:
  explicit Asked(const Graph& graph)
      : served_(graph, "a test"),
        gate_("localhost", 1, ""),
        site_(served_, gate_) {}
  [[nodiscard]] Answered get(const std::string& target) const {
    const Response response = site_.answer({"GET", "/api/v1/" + target, {}, {}});
    return {response.status, response.body};
  }

 private:
  PreparedGraph served_;
  Gate gate_;
  Site site_;
};

/// Whether the text contains an option as written on the command line.
bool has_option(std::string_view text) {
  for (std::size_t i = text.find(" --"); i != std::string_view::npos; i = text.find(" --", i + 1))
    if (i + 3 < text.size() && text[i + 3] >= 'a' && text[i + 3] <= 'z') return true;
  return text.find("oscegraph show") != std::string_view::npos;
}

BOOST_AUTO_TEST_SUITE(web_words)

BOOST_AUTO_TEST_CASE(options_are_parameters) {
  const auto path = [](std::string_view text) { return in_web_words(text, endpoint("path")); };
  BOOST_TEST(path("a smaller --max-length has fewer") == "a smaller max_length has fewer");
  BOOST_TEST(path("narrow it with --relation, --kind or a period") ==
             "narrow it with relation, kind or a period");
  BOOST_TEST(path("for example with --relation implements,assists") ==
             "for example with relation=implements,assists");
  BOOST_TEST(path("with --since and --until") == "with since and until");
  BOOST_TEST(path("'--until 2020' is before '--since 2021'") ==
             "'until=2020' is before 'since=2021'");
  BOOST_TEST(path("ask for fewer with --k") == "ask for fewer with k");
  BOOST_TEST(path("unless --directed is given") == "unless directed is given");
  BOOST_TEST(path("--k 3, --k 0 and no--k") == "k=3, k 0 and no--k");
  const auto centrality = [](std::string_view text) {
    return in_web_words(text, endpoint("centrality"));
  };
  BOOST_TEST(centrality("take --epsilon 0.01 for betweenness") ==
             "take epsilon=0.01 for betweenness");
  BOOST_TEST(centrality("leave out --weight or --two-mode") == "leave out weight or two_mode");
}

BOOST_AUTO_TEST_CASE(commands_are_addresses) {
  const auto words = [](std::string_view text) { return in_web_words(text, endpoint("path")); };
  BOOST_TEST(words("'oscegraph show' lists all nodes") ==
             "'/api/v1/rows?of=nodes' lists all nodes");
  BOOST_TEST(words("see 'oscegraph components'") == "see '/api/v1/components'");
  BOOST_TEST(words("'oscegraph nonsense' is none") == "'oscegraph nonsense' is none");
}

BOOST_AUTO_TEST_CASE(what_is_no_parameter_is_advice_for_elsewhere) {
  BOOST_TEST(in_web_words("say what its columns are with --map FILE", endpoint("load")) ==
             "at the command line: say what its columns are with --map FILE");
  BOOST_TEST(in_web_words("define it, or allow new nodes with --create-missing",
                          endpoint("load")) == "define it, or allow new nodes with create_missing");
}

BOOST_AUTO_TEST_CASE(the_status_says_what_kind_of_no_it_is) {
  const Asked asked(test::make_graph(
      "state:NO funds project:A doc=d1\nstate:SE funds project:B\n"
      "node office:1 name=Twin\nnode office:2 name=Twin\noffice:1 implements project:A"));
  const auto status = [&](const std::string& target) { return asked.get(target).status; };
  // Values that are not allowed.
  for (const auto* target :
       {"path?from=state:NO", "path?from=state:NO&to=state:NO", "nodes/Twin",
        "centrality?by=beauty", "connect?node=state:NO&node=state:NO", "funding?from=project:A",
        "funding?to=state:NO", "funding?since=2022&until=2021", "centrality?top=0",
        "export?format=nothing"})
    BOOST_TEST(status(target) == 400U, target);
  // Things that do not exist.
  for (const auto* target :
       {"nowhere", "nodes/nobody", "path?from=state:NO&to=nobody", "path?from=state:NO&to=state:SE",
        "why?from=state:NO&to=state:SE", "connect?node=state:NO&node=state:SE",
        "funding?document=none", "nodes/state:NO?kind=project", "similar/nobody",
        "centrality?rows=nobody", "connect?node=state:NO&node=office:1&money=EUR:committed"})
    BOOST_TEST(status(target) == 404U, target);
  // Questions that this part of the graph cannot answer.
  const Asked linked(test::make_graph("state:NO funds project:A\nstate:SE part_of state:NO"));
  BOOST_TEST(linked.get("centrality?two_mode").status == 422U);
  BOOST_TEST(linked.get("communities?two_mode").status == 422U);
}

BOOST_AUTO_TEST_CASE(advice_exists_where_it_is_read) {
  const Asked asked(test::make_graph(
      "state:NO funds project:A\nstate:SE part_of state:NO\nagency:N funds project:A\n"
      "agency:N part_of state:NO\nagency:N funds project:B\nstate:SE funds project:B"));
  BOOST_TEST(asked.get("centrality?two_mode")
                 .body.find("narrow it, for example with "
                            "relation=implements,assists") != std::string::npos);
  BOOST_TEST(asked.get("nodes/nobody").body.find("'/api/v1/rows?of=nodes' lists all nodes") !=
             std::string::npos);
  for (const Endpoint& row : endpoints()) {
    if (row.most_body > 0 || row.path == "openapi.yaml") continue;
    std::string target(row.path.substr(0, row.path.find('{')));
    if (row.path.find('{') != std::string_view::npos) target += "state:NO";
    target += "?";
    if (row.path == "path" || row.path == "why") target += "from=state:NO&to=state:SE&";
    if (row.path == "connect") target += "node=state:NO&node=state:SE&";
    if (row.path == "export") target += "format=jsonl&";
    BOOST_TEST(!has_option(asked.get(target).body), target);
    for (const Option* option : options_of(row)) {
      std::vector<std::string> values{"1", "nonsense", "0.5", "2020"};
      if (option->value == nullptr) values = {""};
      else if (option->value->choices != nullptr)
        for (const std::string_view choice : option->value->choices()) values.emplace_back(choice);
      for (const std::string& value : values) {
        const std::string full = target + parameter_name(option->name) + "=" + value;
        const Answered answer = asked.get(full);
        const bool known = answer.status == 200 || answer.status == 400 || answer.status == 404 ||
                           answer.status == 422;
        BOOST_TEST(known, full << " " << answer.status << " " << answer.body);
        if (row.path != "export" || answer.status != 200)
          BOOST_TEST(!has_option(answer.body), full << " " << answer.body);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(costly_questions_are_refused_at_once) {
  constexpr std::size_t size = 300'000;
  std::mt19937 random(1);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same graph each time
  test::Arrows arrows;
  for (std::size_t i = 0; i < 3 * size; ++i)
    arrows.emplace_back(NodeId(random() % size), NodeId(random() % size));
  const Asked asked(test::make_plain_graph(size, arrows));
  const std::string some = "project:000001";
  for (const std::string& target : std::initializer_list<std::string>{
           "centrality?by=betweenness", "centrality?by=betweenness&directed",
           "centrality?by=betweenness&epsilon=0.000000001",
           "centrality?by=degree,betweenness&top=1", "centrality?by=edge_betweenness",
           "centrality?by=edge_betweenness&as=csv", "centrality?by=closeness&weight=claims",
           "centrality?by=harmonic&weight=documents",
           "path?k=1000000&from=" + some + "&to=project:000002",
           "path?all&max_length=1000&from=" + some + "&to=project:000002",
           "similar/" + some + "?by=meeting&top=1000000", "export?format=svg", "export?format=gexf",
           "export?format=jsonl"}) {
    const auto start = std::chrono::steady_clock::now();
    const Answered answer = asked.get(target);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    BOOST_TEST(answer.status == 422U, target);
    BOOST_TEST(answer.body.find("would take about ") != std::string::npos, answer.body);
    BOOST_TEST(answer.body.find("narrow the graph") != std::string::npos, answer.body);
    BOOST_TEST(!has_option(answer.body), answer.body);
    BOOST_TEST(took.count() < 0.1, target << " took " << took.count());
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace oscegraph::cli
