// SPDX-License-Identifier: Apache-2.0
//
// Tests which nodes of the input have a given name. The Resolver, which is made for millions of
// names, is compared with the NameIndex, which defines when names are equal.
#include <boost/test/unit_test.hpp>
#include <deque>
#include <string>
#include <vector>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/resolve/resolver.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;
using oscegraph::test::Random;

namespace {

using Names = std::vector<std::string>;

/// Projects with these names; for each project the first is its name, the others are its aliases.
class Projects : public KnownNodes {
 public:
  explicit Projects(std::vector<Names> names) : names_(std::move(names)) {
    for (NodeId n = 0; n < count(); ++n) {
      ids_.push_back("project:" + to_text(n));
      for (const std::string& name : names_[n]) spellings_.add(strings_.intern(name), n);
    }
  }
  [[nodiscard]] std::size_t count() const override { return names_.size(); }
  [[nodiscard]] std::optional<NodeId> find(std::string_view id) const override {
    const auto found = std::ranges::find(ids_, id);
    if (found == ids_.end()) return std::nullopt;
    return static_cast<NodeId>(found - ids_.begin());
  }
  [[nodiscard]] std::string_view id(NodeId n) const override { return ids_[n]; }
  [[nodiscard]] std::string_view name(NodeId n) const override { return names_[n].front(); }
  [[nodiscard]] Kind kind(NodeId /*n*/) const override { return Kind::project; }
  [[nodiscard]] NodeId spelt(std::string_view name) const override {
    const auto text = strings_.find(name);
    return text ? spellings_.of(*text) : none;
  }
  void for_each_alias(NodeId n, const std::function<void(std::string_view)>& visit) const override {
    for (std::size_t i = 1; i < names_[n].size(); ++i) visit(names_[n][i]);
  }
  [[nodiscard]] std::string_view references(NodeId /*n*/) const override { return {}; }
  [[nodiscard]] bool named_by_text(NodeId /*n*/) const override { return false; }

 private:
  std::vector<Names> names_;
  std::vector<std::string> ids_;
  StringInterner strings_;
  Spellings spellings_;
};

/// A few words in many spellings, so that names are often equal, or equal except for the spelling.
std::string random_name(Random& random) {
  static const Names words{"Qubix", "QUBIX", "qübix", "zorrel", "Zorrel", "the", "OSCE", "-", "9"};
  std::string name;
  for (std::uint32_t i = 1 + random.below(3); i > 0; --i) {
    if (!name.empty()) name += random.one_in(3) ? "-" : " ";
    name += words[random.below(static_cast<std::uint32_t>(words.size()))];
  }
  return name;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(spelt_names_test)

BOOST_AUTO_TEST_CASE(a_spelling_has_no_node_or_one_or_several) {
  Spellings spellings;
  spellings.add(3, 7);
  spellings.add(3, 7);
  spellings.add(5, 1);
  spellings.add(5, 2);
  spellings.add(5, 1);
  BOOST_TEST(spellings.of(3) == 7U);
  BOOST_TEST(spellings.of(5) == Spellings::several);
  BOOST_TEST(spellings.of(4) == none);
  BOOST_TEST(spellings.of(1000) == none);
}

BOOST_AUTO_TEST_CASE(names_lead_where_the_index_of_names_says) {
  Random random(9);
  std::size_t known = 0;
  std::size_t ambiguous = 0;
  for (int round = 0; round < 300; ++round) {
    std::vector<Names> names(random.below(30));
    NameIndex index;
    for (NodeId n = 0; n < names.size(); ++n)
      for (std::uint32_t i = 1 + random.below(3); i > 0; --i) {
        names[n].push_back(random_name(random));
        index.add(names[n].back(), n);
      }
    const Projects projects(std::move(names));
    const Context context;
    std::deque<std::string> texts;  // a deque, so that the texts do not move
    Resolver resolver(projects, context);
    for (int asked = 0; asked < 20; ++asked) {
      const std::string& text = texts.emplace_back(random_name(random));
      std::vector<NodeId> found;
      const Resolver::Meaning& meaning = resolver.meaning_of(text);
      for (const Body& body : meaning.bodies)
        if (meaning.exact && body.entry == nullptr) found.push_back(body.node);
      const std::vector<std::uint32_t> expected = index.find(text);
      BOOST_REQUIRE_MESSAGE(found == expected, text);
      known += expected.size() == 1 ? 1 : 0;
      ambiguous += expected.size() > 1 ? 1 : 0;
    }
  }
  BOOST_TEST(known > 300U);
  BOOST_TEST(ambiguous > 300U);
}

BOOST_AUTO_TEST_SUITE_END()
