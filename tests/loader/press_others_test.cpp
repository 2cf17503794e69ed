// SPDX-License-Identifier: Apache-2.0
//
// Tests texts that mention other projects in addition to the one that they name: the funders and
// implementers of the other projects must not be attributed to the named project. A phrase refers
// to an earlier project only when it is definite.
#include <boost/test/unit_test.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/loader/press/extract.hpp"
#include "press_found.hpp"

using namespace oscegraph;
using namespace oscegraph::press;
using namespace oscegraph::testing;

namespace {

using Texts = std::vector<std::string_view>;

/// The funders and implementers of all projects, and the partners if there are any:
/// "NO/agency:undp".
std::string roles(std::string_view text) {
  const Found found = extract(text, {});
  const std::string partners = who(found, Relation::partners);
  return who(found, Relation::funds) + '/' + who(found, Relation::implements) +
         (partners.empty() ? "" : '/' + partners);
}

/// Checks that no sentence after `first` changes what `first` gives.
void check_adds_nothing(std::string_view first, std::string_view wanted, const Texts& sentences) {
  for (const std::string_view sentence : sentences) {
    const std::string text = std::string(first) + ' ' + std::string(sentence);
    BOOST_TEST(roles(text) == wanted, text);
  }
}

std::string with_capital(std::string text) {
  if (text.front() >= 'a' && text.front() <= 'z') text.front() -= 'a' - 'A';
  return text;
}

constexpr std::string_view granted = R"(Iceland gave UNDP a grant for the project "Warm Schools".)";

}  // namespace

BOOST_AUTO_TEST_SUITE(press_others)

BOOST_AUTO_TEST_CASE(who_pays_for_another_project_pays_nothing_of_this_one) {
  const Texts others = {"another project",
                        "a similar project",
                        "similar projects in other countries",
                        "other projects of this kind",
                        "an earlier project",
                        "a previous phase of the project",
                        "an earlier stage of this project",
                        "past projects",
                        "a future project",
                        "the next project",
                        "a separate project",
                        "a different project",
                        "a parallel project",
                        "a related project",
                        "comparable projects",
                        "a follow-up project",
                        "a sister project",
                        "a second project",
                        "such projects",
                        "projects like this",
                        "many projects",
                        "several projects in the region",
                        "numerous OSCE projects",
                        "two projects",
                        "a project on water",
                        "other initiatives",
                        "a similar programme",
                        "its predecessor",
                        "the earlier phase",
                        "similar training courses",
                        "similar work"};
  for (const std::string_view other : others) {
    const std::string it(other);
    for (const std::string& sentence :
         {"Portugal has funded " + it + '.', "Last year, Portugal financed " + it + '.',
          "Portugal will fund " + it + '.', with_capital(it) + " was funded by Portugal.",
          with_capital(it) + " had been paid for by the Government of Portugal.",
          "Portugal gave UNICEF EUR 5,000 for " + it + '.',
          "Portugal contributed EUR 5,000 to " + it + '.',
          "The Embassy of Portugal supports " + it + '.',
          "Portugal is one of the donors of " + it + '.'}) {
      const std::string text = std::string(granted) + ' ' + sentence;
      BOOST_TEST(roles(text) == "IS/agency:undp", text);
      // "A project" may mean the one that is named next.
      if (it.starts_with("a project")) continue;
      const std::string before = sentence + ' ' + std::string(granted);
      BOOST_TEST(roles(before) == "IS/agency:undp", before);
    }
    for (const std::string& sentence :
         {"The OSCE Mission to Serbia implements " + it + '.',
          "UNICEF carries out " + it + ", together with FAO.", "UNHCR runs " + it + '.',
          with_capital(it) + " is implemented by the OSCE Mission to Serbia.",
          with_capital(it) + " was carried out by UNICEF.",
          "The OSCE Mission to Serbia trained nurses under " + it + '.'}) {
      const std::string text = std::string(granted) + ' ' + sentence;
      BOOST_TEST(roles(text) == "IS/agency:undp", text);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_structure_of_another_project_is_no_sign_of_who_carries_this_one_out) {
  check_adds_nothing(R"(Iceland funds the project "Warm Schools".)", "IS/",
                     {"A sister project is implemented by the OSCE Mission to Serbia.",
                      "The OSCE Mission to Serbia implements a similar project.",
                      "The OSCE Mission to Serbia trained nurses under another project."});
}

BOOST_AUTO_TEST_CASE(it_may_mean_another_project) {
  check_adds_nothing(granted, "IS/agency:undp",
                     {"Another project is funded by Portugal. It is implemented by UNICEF.",
                      "A similar project was funded by Portugal. This project is run by UNICEF.",
                      "UNICEF carries out a sister project. It is financed by Portugal."});
}

BOOST_AUTO_TEST_CASE(another_project_in_the_same_sentence) {
  for (const std::string_view text :
       {R"(Iceland funds the project "Warm Schools", and Portugal funds similar projects.)",
        R"(Iceland funds the project "Warm Schools", while Portugal finances a project on water.)",
        R"(The project "Warm Schools" is funded by Iceland, and another project by Portugal.)",
        R"(The project "Warm Schools", which builds on earlier projects, is funded by Iceland.)",
        R"(The project "Warm Schools" builds on similar projects. It is funded by Iceland.)"})
    BOOST_TEST(funders(text) == "IS", text);
}

BOOST_AUTO_TEST_CASE(other_projects_in_other_languages) {
  check_adds_nothing("L'Islande finance le projet « Écoles chaudes ».", "IS/",
                     {"Le Portugal finance un autre projet dans la région.",
                      "Un projet similaire est financé par le Portugal.",
                      "Le Portugal a financé une phase antérieure du projet.",
                      "L'UNICEF met en œuvre d'autres projets.",
                      "Le Portugal finance plusieurs projets en Serbie.",
                      "Un projet comparable est mis en œuvre par l'UNICEF."});
  check_adds_nothing(
      "Island finanziert das Projekt „Warme Schulen“.", "IS/",
      {"Portugal finanziert ein ähnliches Projekt.",
       "Ein weiteres Projekt wird von Portugal finanziert.",
       "Portugal finanzierte eine frühere Phase des Projekts.",
       "UNICEF setzt ein anderes Projekt um.", "Portugal finanziert ein Folgeprojekt.",
       "Ähnliche Projekte werden von UNICEF umgesetzt."});
  check_adds_nothing(
      R"(Islandia financia el proyecto "Escuelas cálidas".)", "IS/",
      {"Portugal financia otro proyecto en la región.",
       "Un proyecto similar es financiado por Portugal.",
       "Portugal financió una fase anterior del proyecto.", "UNICEF ejecuta otros proyectos.",
       "Un proyecto parecido es ejecutado por UNICEF."});
  check_adds_nothing(
      R"(L'Islanda finanzia il progetto "Scuole calde".)", "IS/",
      {"Il Portogallo finanzia un progetto simile.",
       "Un altro progetto è finanziato dal Portogallo.",
       "Il Portogallo ha finanziato una fase precedente del progetto.",
       "UNICEF realizza altri progetti.", "Un progetto analogo è realizzato da UNICEF."});
  check_adds_nothing(
      "Исландия финансирует проект «Тёплые школы».", "IS/",
      {"Португалия финансирует другой проект в регионе.",
       "Аналогичные проекты финансирует Португалия.",
       "Португалия профинансировала предыдущий этап проекта.", "Похожий проект реализует ЮНИСЕФ.",
       "Португалия финансирует проекты в Сербии.", "Другой проект финансируется Португалией."});
}

BOOST_AUTO_TEST_CASE(what_is_definite_refers_back) {
  const std::string first = std::string(granted) + ' ';
  for (const std::string_view sentence :
       {"Portugal also funds the project.", "This project is co-funded by Portugal.",
        "It is co-funded by Portugal.", "Portugal has funded its second phase.",
        "The project, like similar projects, is funded by Portugal.",
        "The project is funded by Portugal, which also supports other projects.",
        "The second phase of the project is funded by Portugal.",
        "The three-year project is also funded by Portugal.",
        "This is the second project funded by Portugal.",
        "It is a two-year project, also funded by Portugal.",
        "Another donor of the project is Portugal.", "Another project donor is Portugal.",
        "The training and other activities were funded by Portugal."}) {
    const std::string text = first + std::string(sentence);
    BOOST_TEST(funders(text) == "IS PT", text);
  }
  BOOST_TEST(
      funders("Le Portugal finance le projet « Écoles chaudes ». Le projet est aussi financé "
              "par l'Islande.") == "IS PT");
  BOOST_TEST(funders("Португалия финансирует проект «Тёплые школы». Проект также финансирует "
                     "Исландия.") == "IS PT");
}

BOOST_AUTO_TEST_CASE(a_project_is_what_a_headline_or_a_name_beside_it_says) {
  for (const std::string_view text :
       {"Project \"Warm Schools\" opens in Osh\n\nThe boilers came under a project funded by "
        "Iceland.",
        "\"Warm Schools\", a project funded by Iceland, began in Osh.",
        "The OSCE Mission to Serbia opened a centre under a project funded by Iceland.",
        "Iceland funds many projects in Serbia."})
    BOOST_TEST(funders(text) == "IS", text);
}

BOOST_AUTO_TEST_SUITE_END()
