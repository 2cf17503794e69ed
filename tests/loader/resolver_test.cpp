// SPDX-License-Identifier: Apache-2.0
//
// Tests which node a name in a claim means, and which nodes it does not mean.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "load_text.hpp"
#include "oscegraph/graph/text/text.hpp"

using namespace oscegraph;
using oscegraph::testing::Folder;
using oscegraph::testing::load_text;
using oscegraph::testing::Outcome;

namespace {

std::string claim(const std::string& from, const std::string& more = {}) {
  return R"({"type":"claim","document":"d","from":")" + from +
         R"(","relation":"partners","to":"project:x")" + more + "}\n";
}

const std::string project = R"({"type":"document","id":"d","title":"D"})"
                            "\n"
                            R"({"type":"node","id":"project:x","kind":"project","name":"X"})"
                            "\n";

std::string node(const std::string& id, const std::string& name, const std::string& more = {}) {
  return R"({"type":"node","id":")" + id + R"(","kind":")" + id.substr(0, id.find(':')) +
         R"(","name":")" + name + '"' + more + "}\n";
}

Outcome load_creating(const std::string& lines) {
  LoadOptions options;
  options.create_missing = true;
  return load_text("x.jsonl", project + lines, options);
}

/// The ids of the nodes that claims from these names begin at; each once, sorted.
std::string ids_of(const std::vector<std::string>& names, const std::string& records = {}) {
  std::string lines = records;
  for (const std::string& name : names) lines += claim(name);
  const Outcome outcome = load_creating(lines);
  std::vector<std::string> ids;
  for (const auto& problem : outcome.problems) ids.push_back(problem);
  const Graph& graph = outcome.loaded.graph;
  for (const EdgeId e : graph.edges()) ids.emplace_back(graph.node_id(graph.edge_from(e)));
  return join(ids, " ");
}

std::string id_of(const std::string& name, const std::string& records = {}) {
  return ids_of({name}, records);
}

void all_are(const std::string& id, const std::vector<std::string>& names) {
  for (const std::string& name : names) BOOST_TEST(id_of(name) == id, name << ": " << id_of(name));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(resolving_names)

BOOST_AUTO_TEST_CASE(governments_are_their_states) {
  all_are("state:LV",
          {"Latvia, Government of", "Government of Latvia", "Latvia Government of",
           "Govt. of Latvia", "The Government of the Republic of Latvia", "Republic of Latvia",
           "Latvia (Republic of)", "LATVIA (THE)", "LVA-GOVERNMENT", "Gouvernement de la Lettonie",
           "Regierung von Lettland", "Gobierno de Letonia"});
  all_are("state:NO", {"Royal Government of Norway", "Norway (Kingdom of), Government of"});
  all_are("state:GN", {"Government of Guinea"});
  all_are("state:GW", {"Government of Guinea-Bissau"});
  all_are("state:KR", {"Korea, Republic of", "Government of the Republic of Korea"});
  all_are("state:FO", {"Faroe Islands, Government of"});
}

BOOST_AUTO_TEST_CASE(what_only_looks_like_a_state_is_none) {
  for (const std::string name :
       {"Republic of China", "State of Georgia", "Georgia Ltd", "Local Government of Latvia",
        "Latvia (Kenya)", "Latvia Foundation", "Latvia - Estonia", "Latvia (LLF)"})
    BOOST_TEST(!id_of(name).starts_with("state:"), name << ": " << id_of(name));
}

BOOST_AUTO_TEST_CASE(codes_are_states_when_they_stand_alone_in_capitals) {
  all_are("state:LV", {"LV", "LVA"});
  all_are("state:CH", {"CHE"});
  all_are("state:PS", {"PSE"});
  all_are("agency:undp", {"XM-DAC-41114"});
  for (const std::string name : {"lva", "Lva", "LVX", "578", "41114", "FO"}) {
    BOOST_TEST(!id_of(name).starts_with("state:"), name << ": " << id_of(name));
    BOOST_TEST(id_of(name) != "agency:undp", name);
  }
  BOOST_TEST(id_of("LVA", node("agency:lva", "LVA")) == "agency:lva");
  BOOST_TEST(id_of("LVA", node("agency:l", "Lake Volunteers", R"(,"aliases":["LVA"])")) ==
             "agency:l");
}

BOOST_AUTO_TEST_CASE(references_of_the_input_are_as_good_as_ids) {
  const std::string lake = node("agency:lake", "Lake Club",
                                R"(,"attributes":{"refs":"XX-1-77|https://ror.org/01abc Q4242"})");
  for (const std::string name : {"XX-1-77", "https://ror.org/01abc", "Q4242"})
    BOOST_TEST(id_of(name, lake) == "agency:lake");
  BOOST_TEST(id_of("Q424", lake) != "agency:lake");
  const std::string again = node("agency:pond", "Pond Club", R"(,"attributes":{"refs":"Q4242"})");
  BOOST_TEST(id_of("Q4242", lake + again).find("fits 2 nodes") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(two_names_that_are_known_for_one_body_are_it) {
  all_are("agency:undp", {"United Nations Development Programme (UNDP)",
                          "UNDP - UN Development Programme", "UN Development Programme - UNDP",
                          "Programme des Nations Unies pour le développement (PNUD)",
                          "United Nations Dev. Programme (UNDP)"});
  const std::string trust = node("agency:trust", "Orchard Trust Fund");
  BOOST_TEST(id_of("Orchard Trust Fund (OTF)", trust) == "agency:trust");
  BOOST_TEST(id_of("OTF - Orchard Trust Fund", trust) == "agency:trust");
  BOOST_TEST(id_of("Orchard Trust Fund (Kenya)", trust) != "agency:trust");
  BOOST_TEST(id_of("Orchard Trust Fund - Phase II", trust) != "agency:trust");
  BOOST_TEST(id_of("Orchard Trust Fund (OTF)", trust + node("agency:otf", "OTF")) !=
             "agency:trust");
  for (const std::string name :
       {"Undersea Nature Diving Party (UNDP)", "UNDP (UNICEF)", "UNDP - Lantern Programme"})
    BOOST_TEST(id_of(name) != "agency:undp", name);
}

BOOST_AUTO_TEST_CASE(the_inputs_own_node_comes_before_the_gazetteers) {
  BOOST_TEST(id_of("United Nations Development Programme (UNDP)",
                   node("agency:own", "United Nations Development Programme")) == "agency:own");
}

BOOST_AUTO_TEST_CASE(a_ministry_is_a_body_of_its_state_and_not_the_state) {
  const Outcome outcome = load_creating(claim("Ministry of Ponds, Latvia"));
  BOOST_TEST(outcome.problems.empty());
  const Graph& graph = outcome.loaded.graph;
  const NodeId made = graph.edge_from(0);
  BOOST_TEST(graph.node_id(made) == "agency:ministry-of-ponds-latvia");
  BOOST_TEST((graph.node_kind(made) == Kind::agency));
  BOOST_TEST(graph.attribute(made, "state") == "state:LV");
  BOOST_TEST(graph.find_node("state:LV").has_value());
  BOOST_TEST(ids_of({"Ministry of Ponds, Latvia", "Latvia - Ministry of Ponds",
                     "Latvian Ministry of Ponds", "Ministry of Ponds of the Republic of Latvia"}) ==
             "agency:ministry-of-ponds-latvia");
  BOOST_TEST(id_of("Latvia - Ministry of Ponds",
                   node("agency:ponds", "Ministry of Ponds of Latvia")) == "agency:ponds");
  BOOST_TEST(
      id_of("Estonia - Ministry of Ponds", node("agency:ponds", "Ministry of Ponds of Latvia")) ==
      "agency:ministry-of-ponds-estonia");
  all_are("agency:no-mfa",
          {"Norway - Ministry of Foreign Affairs", "Ministry of Foreign Affairs (Norway)"});
}

BOOST_AUTO_TEST_CASE(what_must_be_a_project_is_no_ministry) {
  const Outcome outcome = load_creating(
      R"({"type":"claim","document":"d","from":"UNDP","relation":"implements","to":"Ministry of Ponds, Latvia"})");
  BOOST_TEST(outcome.problems.empty());
  const Graph& graph = outcome.loaded.graph;
  BOOST_TEST(graph.node_id(graph.edge_to(0)) == "project:ministry-of-ponds-latvia");
  BOOST_TEST(graph.attribute(graph.edge_to(0), "state") == "");
}

BOOST_AUTO_TEST_CASE(what_is_done_for_a_ministry_is_no_body) {
  for (const std::string name :
       {"Support to the Ministry of Ponds, Latvia", "Latvia: reform of the Ministry of Ponds",
        "Latvia - reform of the Ministry of Ponds", "Reform of the Latvian Ministry of Ponds"}) {
    const Outcome outcome = load_creating(claim(name));
    const Graph& graph = outcome.loaded.graph;
    BOOST_TEST(graph.attribute(graph.edge_from(0), "state") == "", name);
  }
}

BOOST_AUTO_TEST_CASE(an_embassy_is_a_body_of_who_sends_it) {
  for (const std::string name : {"Embassy of Latvia in Georgia", "Latvian Embassy in Georgia"}) {
    const Outcome outcome = load_creating(claim(name));
    const Graph& graph = outcome.loaded.graph;
    BOOST_TEST(graph.attribute(graph.edge_from(0), "state") == "state:LV");
    BOOST_TEST(!graph.find_node("state:GE").has_value());
  }
}

BOOST_AUTO_TEST_CASE(without_new_nodes_a_ministry_is_an_error_that_says_what_it_is) {
  const Outcome outcome = load_text("x.jsonl", project + claim("Ministry of Ponds, Latvia"));
  BOOST_REQUIRE(outcome.problems.size() == 1U);
  BOOST_TEST(outcome.problems[0] ==
             "x.jsonl:3:39: no node is called 'Ministry of Ponds, Latvia'; it names a body of "
             "Latvia, which is not the State; define it, or allow new nodes with "
             "--create-missing, which makes an agency of it");
}

BOOST_AUTO_TEST_CASE(legal_forms_and_ampersands_are_ignored_last) {
  const std::string plum = node("agency:plum", "Plum & Pear GmbH");
  BOOST_TEST(id_of("Plum and Pear", plum) == "agency:plum");
  BOOST_TEST(id_of("The Plum & Pear", plum) == "agency:plum");
  BOOST_TEST(id_of("Plum and Pear Ltd", plum) != "agency:plum");
  BOOST_TEST(id_of("Plum e.V.", node("agency:p", "Plum")) == "agency:p");
  BOOST_TEST(id_of("Plum II", node("agency:p", "Plum")) == "agency:plum-ii");
}

BOOST_AUTO_TEST_CASE(one_unknown_body_is_made_once) {
  BOOST_TEST(ids_of({"Orchard Trust Fund (OTF)", "Orchard Trust Fund", "OTF",
                     "OTF - Orchard Trust Fund"}) == "agency:orchard-trust-fund");
  const std::string trust = node("agency:trust", "Orchard Trust Fund");
  BOOST_TEST(ids_of({"Orchard Trust Fund (OTF)", "OTF"}, trust) == "agency:trust");
  const std::string full = node("agency:trust", "Orchard Trust Fund (OTF)");
  BOOST_TEST(ids_of({"Orchard Trust Fund", "OTF"}, full) == "agency:trust");
  BOOST_TEST(ids_of({"Acme Ltd", "Acme"}) == "agency:acme");
  BOOST_TEST(ids_of({"Acme Ltd", "Acme GmbH"}) == "agency:acme-gmbh agency:acme-ltd");
  BOOST_TEST(ids_of({"Open Talent Fund (OTF)", "Orchard Trust Fund (OTF)", "OTF"}) ==
             "agency:open-talent-fund agency:orchard-trust-fund agency:otf");
}

BOOST_AUTO_TEST_CASE(what_is_read_otherwise_is_counted_with_its_first_place) {
  const Outcome outcome =
      load_creating(claim("Latvia, Government of") + claim("Latvia") +
                    claim("Latvia, Government of", R"(,"amount":"1","currency":"EUR")"));
  BOOST_REQUIRE(outcome.loaded.read_names.size() == 1U);
  const Loaded::ReadName& read = outcome.loaded.read_names[0];
  BOOST_TEST(read.text == "Latvia, Government of");
  BOOST_TEST(read.id == "state:LV");
  BOOST_TEST(read.name == "Latvia");
  BOOST_TEST(read.place.line == 3U);
}

BOOST_AUTO_TEST_CASE(letters_with_marks_are_folded_in_every_language) {
  for (const std::string& written :
       std::vector<std::string>{"İSTANBUL KALKINMA AJANSI", "istanbul kalkınma ajansı"})
    BOOST_TEST(id_of(written, node("agency:t", "İstanbul Kalkınma Ajansı")) == "agency:t");
  BOOST_TEST(id_of("ŽEMĖS ŪKIO RŪMAI", node("agency:l", "Žemės ūkio rūmai")) == "agency:l");
  BOOST_TEST(id_of("Zemes ukio rumai", node("agency:l", "Žemės ūkio rūmai")) == "agency:l");
  BOOST_TEST(id_of("ΕΛΛΗΝΙΚΟΣ ΣΥΛΛΟΓΟΣ", node("agency:g", "Ελληνικός Σύλλογος")) == "agency:g");
  BOOST_TEST(id_of("ФОНД МИРА ЁЛКА", node("agency:r", "Фонд мира Ёлка")) == "agency:r");
  BOOST_TEST(id_of("Ludwig Strasse", node("agency:d", "Ludwig Straße")) == "agency:d");
}

BOOST_AUTO_TEST_CASE(one_id_with_two_spellings_is_one_node) {
  const std::string first = node("agency:a", "Orchard Trust");
  const std::string second = node("agency:a", "Orchard Trust (grants arm)");
  const Outcome outcome = load_creating(first + second + node("agency:a", "ORCHARD TRUST"));
  BOOST_TEST(outcome.problems.empty());
  const Graph& graph = outcome.loaded.graph;
  const NodeId a = graph.find_node("agency:a").value();
  BOOST_TEST(graph.node_name(a) == "Orchard Trust");
  BOOST_REQUIRE(outcome.loaded.spelt.size() == 1U);
  BOOST_TEST(join(outcome.loaded.spelt[0].others, ", ") == "Orchard Trust (grants arm)");
  BOOST_TEST(load_creating(first + node("agency:a", "ORCHARD TRUST")).loaded.spelt.empty());
}

BOOST_AUTO_TEST_CASE(the_first_spelling_does_not_depend_on_the_order_of_files) {
  const Folder folder;
  const std::string a = folder.write(
      "a.jsonl", node("agency:a", "Zebra Trust") + node("agency:a", "Young Zebra Trust"));
  const std::string b = folder.write("b.jsonl", node("agency:a", "Big Zebra Trust"));
  for (const std::vector<std::string>& inputs : {std::vector{a, b}, std::vector{b, a}}) {
    LoadOptions options;
    options.inputs = inputs;
    Problems problems;
    const Loaded loaded = load(options, problems);
    BOOST_TEST(loaded.graph.node_name(0) == "Zebra Trust");
    BOOST_TEST(join(loaded.graph.aliases(0), ", ") == "Big Zebra Trust, Young Zebra Trust");
    BOOST_REQUIRE(loaded.spelt.size() == 1U);
    BOOST_TEST(loaded.spelt[0].name == "Zebra Trust");
  }
}

BOOST_AUTO_TEST_CASE(hints_are_of_kinds_that_fit_and_never_another_code) {
  const auto next_of = [](const std::string& name, const std::string& end) {
    const Outcome outcome =
        load_text("x.jsonl", project + R"({"type":"claim","document":"d","from":")" + name +
                                 R"(",)" + end + "}");
    BOOST_REQUIRE(outcome.problems.size() == 1U);
    const std::string& problem = outcome.problems[0];
    return problem.substr(problem.rfind(';') + 2);
  };
  const std::string hosts = R"("relation":"hosts","to":"office:dushanbe")";
  const std::string channels = R"("relation":"channels_to","to":"project:x")";
  BOOST_TEST(next_of("Norwey", hosts).starts_with("did you mean 'Norway'"));
  BOOST_TEST(next_of("Norwey", channels).starts_with("define it"));  // only projects do
  BOOST_TEST(
      next_of("UNPD", R"("relation":"implements","to":"project:x")").starts_with("define it"));
}

// The organisation's name is ignored only in names of its own offices.
BOOST_AUTO_TEST_CASE(the_organisation_in_front_makes_another_body) {
  for (const std::string name : {"OSCE Moldova", "OSCE Serbia", "Norway, OSCE", "EU/OSCE",
                                 "OSCE UNDP", "OSZE Albanien", "Government of OSCE Moldova"}) {
    BOOST_TEST(!id_of(name).starts_with("state:"), name << ": " << id_of(name));
    BOOST_TEST(id_of(name) != "donor:eu", name);
    BOOST_TEST(id_of(name) != "agency:undp", name);
  }
  all_are("office:serbia", {"OSCE Mission to Serbia", "Mission to Serbia"});
  BOOST_TEST(id_of("OSCE Orchard Trust", node("agency:o", "Orchard Trust")) == "agency:o");
}

BOOST_AUTO_TEST_CASE(an_abbreviation_that_the_input_gives_is_no_code) {
  BOOST_TEST(ids_of({"European Commission (EC)", "European Commission"}) == "donor:eu");
  BOOST_TEST(ids_of({"European Commission (EC)", "EC"}).find("state:") == std::string::npos);
  BOOST_TEST(ids_of({"Catholic Aid Network (CAN)", "CAN"}).find("state:") == std::string::npos);
  BOOST_TEST(ids_of({"Islamic Relief (IR)", "IR"}).find("state:") == std::string::npos);
  BOOST_TEST(ids_of({"Canada", "CAN"}) == "state:CA");
  BOOST_TEST(ids_of({"United States (USA)", "USA"}) == "state:US");
  all_are("state:CD", {"Democratic Republic of the Congo (DRC)"});
}

BOOST_AUTO_TEST_CASE(and_may_be_written_as_a_sign) {
  all_are("office:odihr", {"Office for Democratic Institutions & Human Rights"});
  all_are("state:GB", {"United Kingdom of Great Britain & Northern Ireland"});
  all_are("state:VC", {"Saint Vincent & the Grenadines"});
}

BOOST_AUTO_TEST_CASE(one_legal_form_may_be_written_in_several_ways) {
  BOOST_TEST(ids_of({"Plum and Pear Ltd", "Plum & Pear Limited", "Plum and Pear"}).find(' ') ==
             std::string::npos);
  BOOST_TEST(ids_of({"Acme SA", "Acme S.A."}).find(' ') == std::string::npos);
  BOOST_TEST(ids_of({"Acme BV", "Acme GmbH"}).find(' ') != std::string::npos);
}

BOOST_AUTO_TEST_CASE(two_tables_of_one_name_are_two_documents) {
  const Folder folder;
  std::filesystem::create_directory(folder.path() + "/a");
  std::filesystem::create_directory(folder.path() + "/b");
  LoadOptions options;
  options.create_missing = true;
  options.map = folder.write("t.map", "from = Donor\nrelation = \"funds\"\nto = Project\n");
  options.inputs = {folder.write("a/t.csv", "Donor,Project\nNorway,Roads\n"),
                    folder.write("b/t.csv", "Donor,Project\nNorway,Roads\n")};
  Problems problems;
  for (int order = 0; order < 2; ++order, std::ranges::reverse(options.inputs)) {
    const Graph graph = load(options, problems).graph;
    BOOST_REQUIRE(graph.document_count() == 2U);
    BOOST_TEST(graph.document(0).id == "a/t.csv");
    BOOST_TEST(graph.document(1).id == "b/t.csv");
  }
  options.inputs.pop_back();
  BOOST_TEST(load(options, problems).graph.document(0).id == "t.csv");
}

BOOST_AUTO_TEST_SUITE_END()
