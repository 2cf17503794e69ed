// SPDX-License-Identifier: Apache-2.0
//
// Tests that no text stops a load. Texts for all rules are filled with bodies of every kind and
// every name of the gazetteer. The claim that a rule makes of "Germany, through the
// Konrad-Adenauer-Stiftung, funds" or "in co-operation with the European Union" need not be right,
// but it must be a possible claim; so no text may give a warning either.
#include <array>
#include <boost/test/unit_test.hpp>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/loader/gazetteer/gazetteer.hpp"
#include "oscegraph/loader/load.hpp"
#include "oscegraph/loader/press/sentences/block.hpp"
#include "oscegraph/loader/press/sentences/knowledge.hpp"

using namespace oscegraph;
using namespace oscegraph::press;

namespace {

/// A sentence with a place for a name: the text before it and the text after it.
struct Template {
  std::string before;
  std::string after;
};

/// Adds the sentence once for each of its names, with that name removed.
void add_templates(std::string_view sentence, std::vector<Template>& templates) {
  Block block;
  block.read(sentence, 0);
  for (const Mention& name : block.mentions) {
    const ByteSpan span = block.bytes(name.begin, name.end);
    templates.push_back(
        {std::string(sentence.substr(0, span.begin)), std::string(sentence.substr(span.end))});
  }
}

/// A sentence made from a flat pattern: the first word of each set, and nothing for each gap.
Template spelt_out(const FlatPattern& pattern) {
  Template result{"The project \"Clean Rivers\" ", ""};
  bool named = false;
  for (const Element& element : pattern.elements) {
    std::string& into = named ? result.after : result.before;
    switch (element.kind) {
      case ElementKind::who:
      case ElementKind::owner:
      case ElementKind::nation: named = true; break;
      case ElementKind::amount: into += " EUR 5,000 "; break;
      case ElementKind::project: into += " the project \"Dry Hills\" "; break;
      case ElementKind::words:
        into += std::string(Knowledge::instance().lexicon().text(element.words.front())) + ' ';
        break;
      default: break;
    }
  }
  result.after += '.';
  return result;
}

using Names = std::vector<std::string>;

/// The names of the gazetteer, adjectives and abbreviations too, by kind.
std::array<Names, kind_count> names_by_kind() {
  std::array<Names, kind_count> names;
  for (const GazetteerEntry& entry : Gazetteer::instance().entries()) {
    Names& of_kind = names.at(static_cast<std::size_t>(entry.kind));
    of_kind.emplace_back(entry.name);
    for (const GazetteerName& name : entry.names) of_kind.emplace_back(name.name);
  }
  return names;
}

/// The name in one of several contexts that occur in texts.
std::string dressed(const std::string& name, unsigned how) {
  switch (how % 6) {
    case 1: return "the " + name;
    case 2: return "Germany, through the " + name + ",";
    case 3: return name + ", Norway and the " + name;
    case 4: return "the Government of " + name;
    case 5: return "the " + name + " (ABC)";
    default: return name;
  }
}

/// Texts that are loaded together.
class Corpus {
 public:
  void add(const Template& sentence, const std::string& name) {
    texts_.push_back({std::to_string(texts_.size()) + ".txt",
                      sentence.before + dressed(name, static_cast<unsigned>(texts_.size())) +
                          sentence.after + '\n'});
  }
  /// Checks that no text stops a load or gives a warning; a failure names the text.
  void check() const {
    LoadOptions options;
    options.in_memory = texts_;
    Problems problems(1000);
    const Loaded loaded = load(options, problems);
    for (const Problem& problem : problems.list()) complain("stops", problem);
    for (const Problem& warning : loaded.warnings) complain("has a warning", warning);
    BOOST_TEST(loaded.graph.document_count() == texts_.size());
    BOOST_TEST(loaded.graph.claim_count() > texts_.size() / 2);
    BOOST_TEST_MESSAGE(texts_.size() << " texts, " << loaded.graph.claim_count() << " claims");
  }

 private:
  void complain(std::string_view what, const Problem& problem) const {
    const std::size_t number = std::stoul(problem.place.file);
    BOOST_ERROR("a text " << what << ": " << texts_.at(number).bytes << sentence(problem));
  }
  std::vector<InputBytes> texts_;
};

constexpr unsigned seed = 20240731;

}  // namespace

BOOST_AUTO_TEST_SUITE(no_text_fails)

BOOST_AUTO_TEST_CASE(every_rule_with_every_kind) {
  constexpr int of_each_kind = 20;
  const auto names = names_by_kind();
  std::mt19937 random(seed);
  Corpus corpus;
  for (const PatternRow& row : Knowledge::instance().rows()) {
    std::vector<Template> templates;
    add_templates(row.example, templates);
    for (const Template& sentence : templates)
      for (const Names& of_kind : names)
        for (int i = 0; i < of_each_kind && !of_kind.empty(); ++i)
          corpus.add(sentence, of_kind[random() % of_kind.size()]);
  }
  corpus.check();
}

BOOST_AUTO_TEST_CASE(every_pattern_with_every_kind) {
  constexpr int of_each_kind = 5;
  const auto names = names_by_kind();
  std::mt19937 random(seed);
  Corpus corpus;
  for (std::uint32_t i = 0; i < Knowledge::instance().pattern_count(); ++i) {
    const Template sentence = spelt_out(Knowledge::instance().pattern(i));
    for (const Names& of_kind : names)
      for (int n = 0; n < of_each_kind && !of_kind.empty(); ++n)
        corpus.add(sentence, of_kind[random() % of_kind.size()]);
  }
  corpus.check();
}

BOOST_AUTO_TEST_CASE(every_name_with_some_rules) {
  std::vector<Template> templates;
  for (const PatternRow& row : Knowledge::instance().rows()) add_templates(row.example, templates);
  for (const Rule& rule : Knowledge::instance().inferences())
    add_templates(rule.example, templates);
  std::mt19937 random(seed);
  Corpus corpus;
  for (const Names& of_kind : names_by_kind())
    for (const std::string& name : of_kind)
      for (int i = 0; i < 3; ++i) corpus.add(templates[random() % templates.size()], name);
  corpus.check();
}

BOOST_AUTO_TEST_CASE(every_donor_as_a_partner_and_a_channel) {
  Corpus corpus;
  for (const GazetteerEntry& entry : Gazetteer::instance().entries()) {
    if (entry.kind != Kind::donor) continue;
    for (const Template& sentence :
         {Template{
              "The OSCE Mission to Skopje implements the project \"Clean Rivers\" in co-operation "
              "with the ",
              "."},
          Template{"The project \"Clean Rivers\" is implemented by the ", " and funded by Norway."},
          Template{"Germany, through the ", ", funds the project \"Clean Rivers\"."},
          Template{"Project \"Clean Rivers\". Partners: ", "."},
          Template{"The OSCE Mission to Skopje held a course jointly with the ", "."}})
      for (int how = 0; how < 6; ++how) corpus.add(sentence, std::string(entry.name));
  }
  corpus.check();
}

BOOST_AUTO_TEST_SUITE_END()
