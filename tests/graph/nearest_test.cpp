// SPDX-License-Identifier: Apache-2.0
//
// Tests the edit distance by comparison with its definition, and the suggestions that are made with
// it.
#include "oscegraph/graph/text/nearest.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "oscegraph/tests/support/make_graph.hpp"

namespace {

using namespace oscegraph;

/// The edit distance by its recursive definition.
std::size_t slow_distance(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return std::max(a.size(), b.size());
  const std::size_t last = a.back() == b.back() ? 0 : 1;
  const std::string_view a1 = a.substr(0, a.size() - 1);
  const std::string_view b1 = b.substr(0, b.size() - 1);
  std::size_t best =
      std::min({slow_distance(a1, b1) + last, slow_distance(a1, b) + 1, slow_distance(a, b1) + 1});
  if (a1.size() > 0 && b1.size() > 0 && a.back() == b1.back() && a1.back() == b.back())
    best =
        std::min(best, slow_distance(a1.substr(0, a1.size() - 1), b1.substr(0, b1.size() - 1)) + 1);
  return best;
}

const std::vector<std::string_view> names_known{"funds", "implements", "partners", "hosts"};

}  // namespace

BOOST_AUTO_TEST_SUITE(nearest_test)

BOOST_AUTO_TEST_CASE(distance_counts_edits) {
  BOOST_TEST(edit_distance("funds", "funds", 9) == 0U);
  BOOST_TEST(edit_distance("funds", "FUNDS", 9) == 0U);
  BOOST_TEST(edit_distance("funds", "fudns", 9) == 1U);
  BOOST_TEST(edit_distance("funds", "found", 9) == 2U);
  BOOST_TEST(edit_distance("", "abc", 9) == 3U);
  BOOST_TEST(edit_distance("", "", 9) == 0U);
  BOOST_TEST(edit_distance("abcdef", "uvwxyz", 2) == 3U);  // over the limit: limit + 1
}

BOOST_AUTO_TEST_CASE(distance_agrees_with_its_definition) {
  test::Random random(8);
  const auto word = [&] {
    std::string result;
    for (std::uint32_t i = random.below(6); i > 0; --i)
      result += static_cast<char>('a' + random.below(3));
    return result;
  };
  for (int round = 0; round < 400; ++round) {
    const std::string a = word();
    const std::string b = word();
    const std::size_t limit = random.below(6);
    BOOST_TEST(edit_distance(a, b, limit) == std::min(slow_distance(a, b), limit + 1),
               a << " " << b);
  }
}

BOOST_AUTO_TEST_CASE(the_nearest_come_first_and_strangers_not_at_all) {
  const std::vector<std::string_view> names{"horses", "horse", "horsd-x", "worse", "hors", "horse"};
  const std::vector<std::string_view> expected{"horse", "hors", "horses", "horsd-x"};
  BOOST_TEST(nearest("horsd", names, 9) == expected, boost::test_tools::per_element());
  BOOST_TEST(nearest("horsd", names, 1).size() == 1U);
  BOOST_TEST(nearest("zebra", names).empty());
}

BOOST_AUTO_TEST_CASE(a_name_that_differs_in_case_only_is_the_one_meant) {
  const std::vector<std::string_view> names{"houses", "House", "horse"};
  const std::vector<std::string_view> expected{"House"};
  BOOST_TEST(nearest("hOUSE", names) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(suggestions_are_worded) {
  BOOST_TEST(did_you_mean("fund", names_known) == "did you mean 'funds'?");
  BOOST_TEST(did_you_mean("qqqq", names_known) == "");
}

BOOST_AUTO_TEST_SUITE_END()
