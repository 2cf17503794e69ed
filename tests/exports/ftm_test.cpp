// SPDX-License-Identifier: Apache-2.0
//
// Tests the FollowTheMoney entities that are written for a graph.
#include <boost/test/unit_test.hpp>
#include <set>
#include <sstream>

#include "oscegraph/tests/exports/graph_maker.hpp"
#include "oscegraph/tests/exports/parsed_json.hpp"
#include "oscegraph/tests/exports/written.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;
using namespace oscegraph::test;

namespace {

struct Entities {
  std::vector<rapidjson::Document> list;

  explicit Entities(const Graph& graph) {
    std::istringstream lines(written("ftm", graph).text);
    for (std::string line; std::getline(lines, line);) list.push_back(parse_json(line));
  }
  /// The first value of a property of the n-th entity of the schema; "none".
  [[nodiscard]] std::string value(const std::string& schema, const char* property,
                                  std::size_t n = 0) const {
    for (const auto& entity : list) {
      if (text_of(entity, "schema") != schema || n-- > 0) continue;
      const auto& properties = entity["properties"];
      return properties.HasMember(property) ? properties[property][0].GetString() : "none";
    }
    return "no entity";
  }
  [[nodiscard]] std::size_t count(const std::string& schema) const {
    return static_cast<std::size_t>(std::ranges::count_if(
        list, [&](const auto& entity) { return text_of(entity, "schema") == schema; }));
  }
};

constexpr std::string_view document =
    "document d1 title=\"A title\" publisher=OSCE date=2024-11-22 url=https://example.org/1\n";

Entities entities(const std::string& lines) {
  return Entities(make_graph(lines + "\n" + std::string(document)));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ftm)

BOOST_AUTO_TEST_CASE(a_payment_between_bodies_names_its_source) {
  const Entities all = entities(
      "office:X funds agency:Y doc=d1 amount=100000.55 currency=EUR flow=spent via=project:V "
      "start=2023-01 end=2024 at=\"line 5\"");
  BOOST_TEST(all.value("Payment", "payer") == "osg-office.3aX");
  BOOST_TEST(all.value("Payment", "beneficiary") == "osg-agency.3aY");
  BOOST_TEST(all.value("Payment", "project") == "osg-project.3aV");
  BOOST_TEST(all.value("Payment", "amount") == "100000.55");
  BOOST_TEST(all.value("Payment", "currency") == "EUR");
  BOOST_TEST(all.value("Payment", "startDate") == "2023-01");
  BOOST_TEST(all.value("Payment", "endDate") == "2024");
  BOOST_TEST(all.value("Payment", "publisher") == "OSCE");
  BOOST_TEST(all.value("Payment", "sourceUrl") == "https://example.org/1");
  BOOST_TEST(all.value("Payment", "proof") == "osg-doc-d1");
  BOOST_TEST(all.value("Payment", "summary") == "spent EUR 100000.55; stated; line 5");
}

BOOST_AUTO_TEST_CASE(money_for_a_project_goes_to_those_who_implement_it) {
  const Entities all = entities(
      "state:NO funds project:A doc=d1 amount=10 currency=EUR\n"
      "office:X implements project:A doc=d1");
  BOOST_TEST(all.count("ProjectParticipant") == 2U);
  BOOST_TEST(all.value("ProjectParticipant", "role", 0) == "implements");
  BOOST_TEST(all.value("ProjectParticipant", "role", 1) == "funds");
  BOOST_TEST(all.value("Payment", "beneficiary") == "osg-office.3aX");
  BOOST_TEST(all.value("Payment", "project") == "osg-project.3aA");
}

BOOST_AUTO_TEST_CASE(nobody_is_made_up_to_receive_money) {
  const Graph graph = make_graph("state:NO funds project:A amount=10 currency=EUR");
  const Entities all(graph);
  BOOST_TEST(all.count("Payment") == 0U);
  BOOST_TEST(all.value("ProjectParticipant", "summary") == "unknown flow EUR 10.00; stated");
  BOOST_TEST(holds(written("ftm", graph).lost,
                   "1 amount in the summary only: a Payment must name who receives it, and nobody "
                   "implements the project"));
}

BOOST_AUTO_TEST_CASE(kinds_have_schemata_and_other_relations_are_links) {
  const Entities all = entities(
      "project:A assists state:TJ doc=d1\n"
      "agency:M part_of state:TJ doc=d1\n"
      "donor:EU funds office:X doc=d1\n"
      "node agency:M attr.type=\"government agency\"\n"
      "node state:TJ name=Tajikistan alias=Tadschikistan attr.country=TJ attr.note=x");
  BOOST_TEST(all.count("PublicBody") == 2U);
  BOOST_TEST(all.count("Organization") == 2U);
  BOOST_TEST(all.count("Project") == 1U);
  BOOST_TEST(all.count("UnknownLink") == 2U);
  BOOST_TEST(all.value("PublicBody", "country", 1) == "tj");
  BOOST_TEST(all.value("PublicBody", "alias", 1) == "Tadschikistan");
  BOOST_TEST(all.value("PublicBody", "notes", 1) == "note: x");
}

BOOST_AUTO_TEST_CASE(ids_are_what_followthemoney_allows_and_unique) {
  const Graph graph = GraphMaker()
                          .add(NodeSpec{std::string(300, 'x'), Kind::project, "A"})
                          .add(NodeSpec{"a b", Kind::project, "B"})
                          .add(NodeSpec{"-", Kind::project, "C"})
                          .make();
  std::set<std::string> ids;
  for (const auto& entity : Entities(graph).list) {
    const std::string id = text_of(entity, "id");
    BOOST_TEST(id.size() <= 200);
    BOOST_TEST(std::ranges::all_of(
        id, [](unsigned char c) { return std::isalnum(c) != 0 || c == '-' || c == '.'; }));
    BOOST_TEST(std::isalnum(static_cast<unsigned char>(id.back())) != 0);
    BOOST_TEST(ids.insert(id).second);
  }
}

BOOST_AUTO_TEST_CASE(texts_are_cleaned_before_followthemoney_drops_them) {
  const auto [text, lost] = written("ftm", nasty_graph());
  BOOST_TEST(!contains(text, "\\n"));
  BOOST_TEST(!contains(text, "javascript"));
  BOOST_TEST(holds(lost,
                   "2 links dropped: FollowTheMoney takes web addresses only, of up to "
                   "4,096 characters"));
}

BOOST_AUTO_TEST_CASE(a_name_too_long_for_the_model_is_whole_in_the_notes) {
  std::string long_name;
  for (int i = 0; i < 385; ++i) long_name += "\u00E9";
  const Entities all =
      entities("state:NO funds project:A doc=d1\nnode project:A name=" + long_name);
  BOOST_TEST(all.value("Project", "name") == long_name.substr(0, std::size_t{383} * 2) + "\u2026");
  BOOST_TEST(all.value("Project", "notes") == "name: " + long_name);
}

BOOST_AUTO_TEST_SUITE_END()
