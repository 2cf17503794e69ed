// SPDX-License-Identifier: Apache-2.0
//
// Tests which columns are read as codes, what a code means, and the messages about codes that mean
// no body.
#include "oscegraph/loader/tables/code_columns.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "load_text.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/records/marked_text.hpp"

using namespace oscegraph;
using oscegraph::testing::Folder;

namespace {

/// The code lists that a header names. "?" in front: it says only that there are codes; "-": it
/// names none.
std::string lists_of(const std::string& header) {
  const auto lists = code_lists_in_header(header);
  if (!lists) return "-";
  const std::vector<std::string> names{"2", "3", "n", "dac", "channel", "iati"};
  std::vector<std::string> said;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (lists->lists.test(i)) said.push_back(names[i]);
  return (lists->named ? "" : "?") + join(said, " ") + (lists->agencies ? " of agencies" : "");
}

void all_say(const std::string& lists, const std::vector<std::string>& headers) {
  for (const std::string& header : headers)
    BOOST_TEST(lists_of(header) == lists, header << ": " << lists_of(header));
}

struct Read {
  std::string payers;    ///< ids of the claims' payers
  std::string problems;  ///< one on each line
  std::string told;      ///< names that were read in another way, as reported
  std::string made;      ///< ids of new nodes
};

/// Reads a table of payers (of project X) with this header.
Read read(const std::string& header, const std::vector<std::string>& cells,
          const std::string& more = {}, bool create = true, const std::string& nodes = {}) {
  const Folder folder;
  LoadOptions options;
  std::string table = "\"" + header + "\",To\n";
  for (const std::string& cell : cells) table += '"' + cell + "\",X\n";
  options.inputs = {
      folder.write("t.csv", table),
      folder.write("nodes.jsonl", R"({"type":"node","id":"project:x","kind":"project","name":"X"})"
                                  "\n" +
                                      nodes)};
  options.map =
      folder.write("t.map", "from = " + header + "\nrelation = \"funds\"\nto = To\n" + more);
  options.create_missing = create;
  Problems problems(100);
  const Loaded loaded = load(options, problems);
  std::vector<std::string> payers;
  for (const EdgeId e : loaded.graph.edges())
    payers.emplace_back(loaded.graph.node_id(loaded.graph.edge_from(e)));
  Read result;
  result.payers = join(payers, " ");
  for (const Problem& problem : problems.list())
    result.problems += folder.strip(sentence(problem)) + '\n';
  for (const Loaded::ReadName& name : loaded.read_names)
    result.told += name.text + " is " + name.name + "; ";
  for (const Loaded::Created& made : loaded.created)
    if (made.id != "t.csv") result.made += made.id + ' ';
  return result;
}

std::string payer(const std::string& header, const std::string& cell,
                  const std::string& more = {}) {
  const Read found = read(header, {cell}, more);
  return found.problems.empty() ? found.payers : found.problems;
}

bool is_error(const std::string& text) { return text.find("t.csv:2:1: ") != std::string::npos; }

}  // namespace

BOOST_AUTO_TEST_SUITE(code_columns)

BOOST_AUTO_TEST_CASE(a_header_names_the_list) {
  all_say("2", {"ISO2", "iso-2", "ISO alpha-2", "ISO 3166-1 alpha-2", "iso_a2", "Country (ISO 2)",
                "donorIso2", "2-letter country code", "Alpha-2 code", "ISO2Code", "country_iso2"});
  all_say("3", {"ISO3", "Donor ISO3", "ISO alpha-3 code", "countryiso3", "3-letter country code"});
  all_say("n", {"ISO numeric", "ISO numeric code", "Numeric ISO code", "M49", "UN M49 code",
                "UN code", "UN country code", "ISO number", "ISO 3166-1 numeric"});
  all_say("2 3 n",
          {"ISO", "ISO code", "isocode", "ISO 3166", "Country code (ISO 3166)", "ISO 3166-1 code",
           "ISO country code", "Country or area ISO codes", "ISO 3-digit code"});
  all_say("dac", {"DAC", "DAC code", "DAC donor", "DACCode", "dac_donor_code", "OECD code",
                  "CRS donor code", "OECD DAC code", "Donor's DAC code"});
  all_say("dac of agencies", {"DAC agency code", "CRS AgencyCode"});
  all_say("channel", {"Channel code", "ChannelCode", "CRS channel code", "Channel of delivery code",
                      "Delivery channel codes", "ParentChannelCode"});
}

BOOST_AUTO_TEST_CASE(a_header_may_only_say_that_there_are_codes) {
  all_say("?2 3 n dac", {"Donor code", "DonorCode", "donor_code", "Country code", "COUNTRY_CODE",
                         "countrycode", "Codes of donors", "Recipient code", "RecipientCode",
                         "Partner country code", "Agency country code", "#country+code"});
  all_say("?dac of agencies", {"Agency code", "AgencyCode", "Donor agency code"});
}

BOOST_AUTO_TEST_CASE(other_columns_are_none_of_codes) {
  all_say("-", {"Donor",
                "Country",
                "Code",
                "Codes",
                "Project code",
                "Activity code",
                "Amount code",
                "Sector code",
                "Purpose code",
                "CRS ID",
                "CRS purpose",
                "Donor project code",
                "Organisation code",
                "Donor organisation code",
                "Recipient entity code",
                "Partner code",
                "State code",
                "FIPS country code",
                "COW country code",
                "ISO 4217 code",
                "ISO 9001",
                "Postcode",
                "Vendor code",
                "UN agency code",
                "Channel",
                "Donor number",
                "M&E code",
                "OECD",
                "",
                "Ländercode",
                "2",
                "Area code",
                "Numeric code",
                "iso certified",
                "Isolation"});
}

BOOST_AUTO_TEST_CASE(codes_are_looked_up_in_the_list_that_is_named) {
  BOOST_TEST(payer("DAC code", "8") == "state:NO");
  BOOST_TEST(payer("DAC code", "5") == "state:DE");
  BOOST_TEST(payer("DAC code", "915") == "agency:adb");
  BOOST_TEST(payer("DAC code", "4-3") == "agency:afd");
  BOOST_TEST(payer("ISO numeric", "8") == "state:AL");
  BOOST_TEST(payer("ISO numeric", "008") == "state:AL");
  BOOST_TEST(payer("M49", "578") == "state:NO");
  BOOST_TEST(payer("ISO2", "no") == "state:NO");
  BOOST_TEST(payer("ISO code", "nor") == "state:NO");
  BOOST_TEST(payer("ISO code", "FO") == "state:FO");
  BOOST_TEST(payer("Channel code", "47131") == "office:osce");
  BOOST_TEST(payer("ISO2", "NOR") == "state:NO");  // as in any column
  for (const auto& [header, cell] :
       std::vector<std::pair<std::string, std::string>>{{"DAC code", "008"},
                                                        {"DAC code", "578"},
                                                        {"DAC code", "8.0"},
                                                        {"DAC code", "+8"},
                                                        {"DAC code", "8 1"},
                                                        {"DAC code", "20001"},
                                                        {"DAC code", "47131"},
                                                        {"ISO numeric", "0008"},
                                                        {"ISO numeric", "301"},
                                                        {"ISO numeric", "8-1"},
                                                        {"ISO2", "578"},
                                                        {"ISO2", "XX"},
                                                        {"Channel code", "8"},
                                                        {"Channel code", "20001"},
                                                        {"DAC agency code", "8"},
                                                        {"Donor code", "20001"},
                                                        {"Donor code", "999"},
                                                        {"Donor code", "-"},
                                                        {"Agency code", "1"}})
    BOOST_TEST(is_error(payer(header, cell)), header << ' ' << cell << ": " << payer(header, cell));
}

BOOST_AUTO_TEST_CASE(where_no_list_is_named_all_that_know_a_code_must_agree) {
  BOOST_TEST(payer("Donor code", "578") == "state:NO");
  BOOST_TEST(is_error(payer("Donor code", "008")), "8 of the DAC, padded, or Albania");
  BOOST_TEST(payer("ISO numeric", "008") == "state:AL");
  BOOST_TEST(payer("Donor code", "301") == "state:CA");
  BOOST_TEST(payer("Donor code", "5") == "state:DE");
  BOOST_TEST(payer("Donor code", "NO") == "state:NO");
  BOOST_TEST(payer("Country code", "FO") == "state:FO");
  BOOST_TEST(payer("Agency code", "4-3") == "agency:afd");
  for (const std::string cell : {"8", "12", "498", "380", "840"})
    BOOST_TEST(is_error(payer("Donor code", cell)), cell);
  // In such a column a word is not a code, and an abbreviation is a name.
  BOOST_TEST(payer("Donor code", "no") == "donor:no");
  BOOST_TEST(payer("Donor code", "OSF") == "donor:osf");
  BOOST_TEST(payer("Donor code", "UK") == "state:GB");
}

BOOST_AUTO_TEST_CASE(no_code_of_the_dac_is_taken_for_a_number_of_iso) {
  // A number of the DAC that the gazetteer does not have must be ambiguous; it must not mean
  // another State.
  const CodeLists donor_code = *code_lists_in_header("Donor code");
  for (const std::string code :
       {"258", "328", "380", "388", "498", "558", "748", "798", "840", "850", "858"}) {
    BOOST_TEST(readings_of_code(code, donor_code).size() == 2U, code);
    BOOST_TEST(body_of_code(code, donor_code) == nullptr, code);
  }
}

BOOST_AUTO_TEST_CASE(every_code_of_a_named_list_is_its_body) {
  const Gazetteer& gazetteer = Gazetteer::instance();
  const std::vector<std::pair<CodeList, std::string>> columns{
      {CodeList::iso_alpha_2, "ISO alpha-2"},
      {CodeList::iso_alpha_3, "ISO alpha-3"},
      {CodeList::iso_number, "ISO numeric"},
      {CodeList::dac, "DAC code"},
      {CodeList::channel, "Channel code"}};
  for (const GazetteerEntry& entry : gazetteer.entries())
    for (const auto& [list, code] : gazetteer.codes_of(entry))
      for (const auto& [of, header] : columns)
        if (of == list)
          BOOST_TEST(body_of_code(code, *code_lists_in_header(header)) == &entry,
                     header << ' ' << code);
}

BOOST_AUTO_TEST_CASE(what_a_code_was_read_as_is_told_and_is_no_name_of_the_node) {
  const Read found = read("DAC code", {"8", "8", "Norway", "5", "Latvia, Government of"});
  BOOST_TEST(found.payers == "state:DE state:LV state:NO");
  BOOST_TEST(found.told == "8 is Norway; 5 is Germany; Latvia, Government of is Latvia; ");
  BOOST_TEST(found.problems.empty());
  BOOST_TEST(found.made.empty());
}

BOOST_AUTO_TEST_CASE(the_inputs_own_ids_names_and_references_come_before_codes) {
  const auto with = [](const std::string& node) {
    const Read found = read("DAC code", {"8"}, "", true, node + "\n");
    BOOST_TEST(found.told.empty());
    return found.payers;
  };
  BOOST_TEST(with(R"({"type":"node","id":"8","kind":"donor","name":"Eight"})") == "8");
  BOOST_TEST(with(R"({"type":"node","id":"donor:e","kind":"donor","name":"8"})") == "donor:e");
  BOOST_TEST(
      with(
          R"({"type":"node","id":"donor:e","kind":"donor","name":"E","attributes":{"refs":"8"}})") ==
      "donor:e");
}

BOOST_AUTO_TEST_CASE(the_mapping_says_which_codes) {
  BOOST_TEST(payer("Donor code", "8", "codes \"Donor code\" = DAC\n") == "state:NO");
  BOOST_TEST(payer("Donor code", "8", "codes \"Donor  code\" = ISO numeric\n") == "state:AL");
  BOOST_TEST(payer("Key", "no", "codes \"Key\" = ISO alpha-2\n") == "state:NO");
  BOOST_TEST(payer("Key", "8-4", "codes \"Key\" = DAC\n") == "agency:no-mfa");
  BOOST_TEST(payer("DAC code", "999", "codes \"DAC code\" = none\n") == "donor:999");
  // A text that the mapping translates is not read as a code.
  BOOST_TEST(payer("Donor code", "8", "from \"8\" = \"Norway\"\n") == "state:NO");
  BOOST_TEST(read("Donor code", {"301", "20001"}, "from \"20001\" = \"\"\n").payers == "state:CA");
}

BOOST_AUTO_TEST_CASE(projects_are_not_made_of_numbers) {
  const Folder folder;
  LoadOptions options;
  options.inputs = {folder.write("t.csv", "Donor code,Project code\n301,578\n302,8\n")};
  options.map =
      folder.write("t.map", "from = Donor code\nrelation = \"funds\"\nto = Project code\n");
  options.create_missing = true;
  Problems problems(10);
  const Loaded loaded = load(options, problems);
  BOOST_TEST(problems.list().empty());
  BOOST_TEST(loaded.graph.find_node("project:578").has_value());
  BOOST_TEST(loaded.graph.find_node("project:8").has_value());
  BOOST_TEST(loaded.graph.find_node("state:US").has_value());
  BOOST_TEST(!loaded.graph.find_node("state:NO").has_value());
}

BOOST_AUTO_TEST_CASE(one_text_in_two_columns_has_the_meaning_of_each) {
  const Folder folder;
  LoadOptions options;
  options.inputs = {folder.write("t.csv",
                                 "Donor DAC code,Recipient ISO numeric,Project code\n"
                                 "8,8,8\n5,,8\n")};
  options.map = folder.write("t.map",
                             "records = claims\nfrom = Donor DAC code\nrelation = \"funds\"\n"
                             "to = Project code\n"
                             "records = claims\nfrom = Project code\nrelation = \"assists\"\n"
                             "to = Recipient ISO numeric\n");
  options.create_missing = true;
  Problems problems(10);
  const Loaded loaded = load(options, problems);
  BOOST_TEST(problems.list().empty());
  const Graph& graph = loaded.graph;
  std::vector<std::string> edges;
  for (const EdgeId e : graph.edges())
    edges.push_back(std::string(graph.node_id(graph.edge_from(e))) + " " +
                    std::string(graph.node_id(graph.edge_to(e))));
  std::ranges::sort(edges);
  BOOST_TEST(join(edges, ", ") == "project:8 state:AL, state:DE project:8, state:NO project:8");
}

BOOST_AUTO_TEST_CASE(the_order_of_rows_changes_nothing) {
  const std::vector<std::string> cells{"301", "752", "NOR", "Norway", "918", "8-4"};
  const Read forwards = read("Donor code", cells);
  const Read backwards = read("Donor code", {cells.rbegin(), cells.rend()});
  BOOST_TEST(forwards.payers == backwards.payers);
  BOOST_TEST(forwards.problems == backwards.problems);
}

BOOST_AUTO_TEST_CASE(messages_say_what_is_allowed_and_what_to_do) {
  BOOST_TEST(
      read("Donor code", {"8"}).problems ==
      "t.csv:2:1: the code '8' is 'Albania' in ISO 3166 and 'Norway' in the list of the DAC; "
      "column 'Donor code' does not say which list its codes are of; say it in the mapping, "
      "codes \"Donor code\" = DAC or = ISO numeric, or in the header\n");
  BOOST_TEST(read("DAC code", {"999"}, "", false).problems ==
             "t.csv:2:1: no State, donor or agency known here has the DAC code '999'; column 'DAC "
             "code' has, by its header, DAC codes such as 8 or 8-1; a line of the mapping may name "
             "the body, from \"999\" = \"NAME\", or leave it out, from \"999\" = \"\"; codes \"DAC "
             "code\" = none if they are no codes\n");
  BOOST_TEST(read("Key", {"301"}, "codes \"Key\" = ISO numeric\n").problems ==
             "t.csv:2:1: no State known here has the ISO numeric code '301'; column 'Key' has ISO "
             "numeric codes such as 578 or 008; a line of the mapping may name the body, from "
             "\"301\" = \"NAME\", or leave it out, from \"301\" = \"\"\n");
  BOOST_TEST(read("DAC code", {"498"})
                 .problems.starts_with("t.csv:2:1: no State, donor or agency known here has the "
                                       "DAC code '498', which is 'America, "
                                       "regional'; "));
}

BOOST_AUTO_TEST_CASE(a_marked_code_is_read_back) {
  const CodeLists lists = *code_lists_in_header("DAC agency code");
  const auto marked = marked_code("8-1", lists, 12);
  BOOST_REQUIRE(marked.has_value());
  const auto code = parse_marked_code(*marked);
  BOOST_REQUIRE(code.has_value());
  BOOST_TEST(code->text == "8-1");
  BOOST_TEST((code->of == lists));
  BOOST_TEST(code->column == 12U);
  BOOST_TEST(without_mark(*marked) == "8-1");
  BOOST_TEST(without_mark("8-1") == "8-1");
  BOOST_TEST(!parse_marked_code("8-1").has_value());
  // When the list is named, a text that is not a code makes no new node.
  CodeLists unnamed = lists;
  unnamed.named = false;
  BOOST_TEST(marked_code("Norway", lists, 0).has_value() == lists.named);
  BOOST_TEST(!marked_code("Norway", unnamed, 0).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
