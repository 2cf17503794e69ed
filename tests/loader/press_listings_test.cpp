// SPDX-License-Identifier: Apache-2.0
//
// Tests pasted listings of items: in a narrow column, with days above or below, with other lines of
// the page between the items, as lists. Each claim belongs to its own item and has that item's
// title and day, or none.
#include <boost/test/unit_test.hpp>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "load_text.hpp"
#include "oscegraph/loader/press/items/column.hpp"
#include "oscegraph/loader/press/items/item_head.hpp"
#include "press_found.hpp"

using namespace oscegraph;
using namespace oscegraph::testing;

namespace {

struct Release {
  std::string title;
  std::string day;  ///< as written in the text
  std::string date;
  std::string state;
  std::vector<std::string> paragraphs;
};

const std::vector<Release> releases{
    {"Divers clear the port of Kotor",
     "3 May 2021",
     "2021-05-03",
     "state:HR",
     {"Ten divers from Budva looked for wrecks and nets on the ground of the harbour.",
      "The project \"Quiet Port\", which Croatia funds, ends in autumn."}},
    {"Gori opens a school for bakers",
     "17 June 2022",
     "2022-06-17",
     "state:EE",
     {"Forty pupils of a village near Gori bake bread in a former mill since last week.",
      "The project \"Warm Bread\", which Estonia funds, pays for the ovens."}},
    {"Snow radar for the Pamir road",
     "9 January 2023",
     "2023-01-09",
     "state:IS",
     {"Engineers put up two radars that warn truckers of avalanches above Khorog.",
      "The project \"White Slope\", which Iceland funds, will add a third."}},
    {"Night buses reach the suburbs of Balti",
     "28 October 2024",
     "2024-10-28",
     "state:MT",
     {"Nurses and waiters of the north of Moldova now get home after midnight for one leu.",
      "The project \"Last Bus\", which Malta funds, runs until spring."}}};

std::string wrapped(const std::string& text, std::size_t width, const std::string& newline) {
  std::string result;
  std::size_t column = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (column > 0 && column + 1 + end - at > width) {
      result += newline;
      column = 0;
    } else if (column > 0) {
      result += ' ';
      ++column;
    }
    result += text.substr(at, end - at);
    column += end - at;
    at = end + 1;
  }
  return result;
}

/// A line for each funder: "HR 2021-05-03 Divers clear the port of Kotor".
std::string found_in(const std::string& file, const std::string& text) {
  const Outcome outcome = load_text(file, text);
  const Graph& graph = outcome.loaded.graph;
  std::map<std::string, std::string> lines;
  for (const ClaimId c : graph.claims()) {
    const Claim claim = graph.claim(c);
    const Document document = graph.document(claim.document);
    lines[std::string(graph.node_id(graph.edge_from(graph.claim_edge(c))))] =
        document.date.text() + ' ' + std::string(document.title) + '\n';
  }
  std::string result;
  for (const auto& [state, line] : lines) result += state + ' ' + line;
  return result;
}

enum class Day { none, own };
std::string wanted(Day day) {
  std::set<std::string> lines;
  for (const Release& r : releases)
    lines.insert(r.state + ' ' + (day == Day::own ? r.date : "") + ' ' + r.title + '\n');
  std::string result;
  for (const std::string& line : lines) result += line;
  return result;
}

template <typename Write>
std::string listing(const std::string& above, const std::string& between, Write write) {
  std::string text = above;
  for (std::size_t i = 0; i < releases.size(); ++i)
    text += (i > 0 ? between : "") + write(releases[i]);
  return text + '\n';
}

std::string paragraphs(const Release& r) { return r.paragraphs[0] + ' ' + r.paragraphs[1]; }

}  // namespace

BOOST_AUTO_TEST_SUITE(press_listings)

BOOST_AUTO_TEST_CASE(lines_set_in_a_column_are_paragraphs) {
  for (const std::size_t width : {48U, 60U, 72U, 78U})
    for (const std::string newline : {"\n", "\r\n"})
      for (const std::string indent : {"", "   "}) {
        const std::string text = listing("", newline + newline, [&](const Release& r) {
          return r.title + newline + newline + indent + wrapped(paragraphs(r), width, newline);
        });
        BOOST_TEST(found_in("a.txt", text) == wanted(Day::none), text);
      }
}

BOOST_AUTO_TEST_CASE(joining_lines_moves_no_byte) {
  const auto joined = [](std::string text) {
    const std::size_t size = text.size();
    press::join_lines(text);
    BOOST_TEST(text.size() == size);
    return text;
  };
  const std::string first = "The works on the great bridge of the village are paid";
  BOOST_TEST(joined(first + "\nfor by Malta.\n") == first + " for by Malta.\n");
  // A word hyphenated at a line break becomes one word; the word's own hyphens stay.
  BOOST_TEST(joined("The works on the great bridge of the vil-\nlage are paid.\n") ==
             "The works on the great bridge of the vil\xC2\xADlage are paid.\n");
  BOOST_TEST(joined("The works on the great bridge are Malta-\nfunded and go on.\n") ==
             "The works on the great bridge are Malta- funded and go on.\n");
  for (const std::string text :
       {"New bridges\nby Jane Doe\nMalta pays.\n", "Donors:\nMalta\nCyprus\n",
        "| Malta | 5,000 |\n| Cyprus | 7,000 |\n", "- one\n- two\n- three\n"})
    BOOST_TEST(joined(text) == text);
}

BOOST_AUTO_TEST_CASE(a_day_is_of_the_item_it_stands_by) {
  for (const std::string gap : {"\n", "\n\n"}) {
    BOOST_TEST(found_in("a.txt", listing("", gap, [](const Release& r) {
                          return r.day + '\n' + r.title + '\n' + paragraphs(r);
                        })) == wanted(Day::own));
    // A day below an item is never the day of the next item.
    for (const std::string lead : {"", "Posted on ", "Source: Port News, ", "Read more\n"})
      BOOST_TEST(found_in("a.txt", listing("", gap,
                                           [&](const Release& r) {
                                             return r.title + '\n' + paragraphs(r) + '\n' + lead +
                                                    r.day;
                                           })) == wanted(Day::none),
                 lead);
  }
}

BOOST_AUTO_TEST_CASE(lines_of_the_page_are_no_titles) {
  for (const std::string line : {"Read more", "Weiterlesen", "Lire la suite", "Читать далее",
                                 "3 min read", "Source: Port News", "Fonte: Porto",
                                 "Tags: ports, bread", "Share on Facebook", "Port Digest, page 3"})
    BOOST_TEST(found_in("a.txt", listing("", "\n",
                                         [&](const Release& r) {
                                           return r.title + '\n' + paragraphs(r) + '\n' + line;
                                         })) == wanted(Day::none),
               line);
  BOOST_TEST(found_in("a.txt", listing("", "\n\n", [](const Release& r) {
                        return "From: press@example.org\nDate: " + r.day + "\nSubject: " + r.title +
                               "\n\n" + paragraphs(r);
                      })) == wanted(Day::own));
  BOOST_TEST(found_in("a.md", listing("# Port Digest\n\n", "\n\n", [](const Release& r) {
                        return "## " + r.title + "\n\n" + r.paragraphs[0] +
                               "\n\n### Background\n\n" + r.paragraphs[1];
                      })) == wanted(Day::none));
}

BOOST_AUTO_TEST_CASE(a_payer_below_an_item_is_not_the_next_ones) {
  const std::string text =
      "Divers clear the port of Kotor\nTen divers looked for wrecks in the project \"Quiet "
      "Port\".\n"
      "Funded by Croatia\nGori opens a school for bakers\n"
      "Forty pupils bake bread in a former mill, in the project \"Warm Bread\".\n"
      "Funded by Estonia\n";
  const Outcome outcome = load_text("a.txt", text);
  const Graph& graph = outcome.loaded.graph;
  std::map<std::string, std::string> paid;
  for (const EdgeId e : graph.edges())
    paid[std::string(graph.node_id(graph.edge_from(e)))] =
        std::string(graph.node_name(graph.edge_to(e)));
  BOOST_TEST((paid.count("state:HR") == 0 || paid["state:HR"] == "Quiet Port"));
  BOOST_TEST((paid.count("state:EE") == 0 || paid["state:EE"] == "Warm Bread"));
}

BOOST_AUTO_TEST_CASE(days_of_something_else_are_no_days_of_the_text) {
  for (const std::string text :
       {"The Mission, set up on 3 March 1999, opened a library.",
        "The OSCE and Georgia signed on 4 May 2020 an agreement on roads.",
        "Founded on 12 May 2001, the Centre trains teachers.",
        "The law of 5 May 2019 on courts is explained in a book.",
        "Under a treaty dated 9 July 2018, Malta and Cyprus restore archives.",
        "The project, which began on 1 February 2020, will end soon.",
        "Anna Berg was born on 3 March 1970 in Oslo.", "The office will open on 1 September 2025.",
        "Das am 3. März 2009 gegründete Zentrum bildet Lehrer aus.",
        "Le Centre, ouvert le 3 mars 1999, forme des juges.",
        "Il Centro, fondato il 3 marzo 1999, forma giudici.",
        "La Misión, creada el 3 de marzo de 1999, abrió una biblioteca.",
        "Проект, начатый 3 марта 2019 года, завершается."})
    BOOST_TEST(press::day_of(text).text() == "", text);
  for (const std::string text :
       {"VALLETTA, 3 March 2019 – A library opened.", "TIRANA, le 3 mars 2019 – Une école ouvre.",
        "On 3 March 2019, a library opened.", "From 1 to 3 March 2019 judges met.",
        "Bern, 3. März 2019 (sda) - Eine Schule.",
        "Permanent Council, Vienna, 3 March 2019. Thanks.",
        "Judges from ten towns met in Astana from 1 to 3 March 2019.",
        "Teachers took part in a course in Gori on 3 March 2019."})
    BOOST_TEST(press::day_of(text).text() == "2019-03-03", text);
}

BOOST_AUTO_TEST_CASE(states_that_pay_together_pay) {
  for (const std::string text :
       {"Malta, together with Cyprus, funds the project \"Last Bus\".",
        "Together with Cyprus, Malta funds the project \"Last Bus\".",
        "Malta jointly with Cyprus funds the project \"Last Bus\".",
        "The project \"Last Bus\" is funded by Malta in partnership with Cyprus.",
        "Malta finanziert gemeinsam mit Zypern das Projekt «Letzter Bus».",
        "Malta, insieme a Cipro, finanzia il progetto «Ultimo bus».",
        "Malta, junto con Chipre, financia el proyecto «Último bus».",
        "Malte, avec Chypre, finance le projet « Dernier bus ».",
        "Мальта вместе с Кипром финансирует проект «Последний автобус»."}) {
    BOOST_TEST(funders(text) == "CY MT", text);
    BOOST_TEST(who(text, Relation::partners) == "", text);
  }
  const std::string trained =
      "UNDP, together with Cyprus, trained judges. Malta funds the project \"Robe\".";
  BOOST_TEST(funders(trained) == "MT");
}

BOOST_AUTO_TEST_CASE(who_pays_for_the_website_pays_for_no_project) {
  const std::string project = "The project \"Last Bus\" is funded by Malta.\n\n";
  for (const std::string foot :
       {"This website was built with the support of the Embassy of Cyprus.",
        "This site was produced with the financial assistance of the European Union.",
        "The website was funded by Cyprus.", "Web design funded by Cyprus.",
        "Diese Website wurde von Zypern finanziert.", "Ce site a été financé par Chypre.",
        "Questo sito è stato finanziato da Cipro.",
        "Bulgaria spends 2 million euros on its own guards."})
    BOOST_TEST(funders(project + foot) == "MT", foot);
}

BOOST_AUTO_TEST_SUITE_END()
