// SPDX-License-Identifier: Apache-2.0
//
// Tests ids for formats that allow few characters: they are unchanged where possible, and always
// different.
#include "oscegraph/exports/text/safe_id.hpp"

#include <boost/test/unit_test.hpp>
#include <set>
#include <string>

using namespace oscegraph;

namespace {

constexpr IdAlphabet dotted{.more = "", .more_inside = "-.", .mark = "x-", .escape = '.'};
constexpr IdAlphabet token{.more = "._:-", .more_inside = "", .mark = "id:_", .escape = '_'};

}  // namespace

BOOST_AUTO_TEST_SUITE(safe_ids)

BOOST_AUTO_TEST_CASE(an_id_that_fits_stays_as_it_is) {
  BOOST_TEST(safe_id("state:NO", token) == "state:NO");
  BOOST_TEST(safe_id("a-b.c", dotted) == "a-b.c");
}

BOOST_AUTO_TEST_CASE(strange_bytes_are_spelt_out) {
  BOOST_TEST(safe_id("a b", token) == "id:_a_20b");
  BOOST_TEST(safe_id("state:NO", dotted) == "x-state.3aNO");
  BOOST_TEST(safe_id("", dotted) == "x-");
  BOOST_TEST(safe_id("a-", dotted) == "x-a.2d");
}

BOOST_AUTO_TEST_CASE(different_ids_stay_different) {
  // All texts of up to four characters that could get the same id.
  const std::string characters = "ax.-_:2d";
  for (const IdAlphabet& alphabet : {dotted, token}) {
    std::set<std::string> seen;
    std::size_t count = 0;
    for (std::size_t code = 0; code < 9 * 9 * 9 * 9; ++code) {
      std::string id;
      for (std::size_t rest = code; rest > 0; rest /= 9)
        if (rest % 9 > 0) id += characters[rest % 9 - 1];
        else break;
      if (seen.insert("<" + id).second) {
        ++count;
        BOOST_REQUIRE_MESSAGE(seen.insert(">" + safe_id(id, alphabet)).second, id);
      }
    }
    BOOST_TEST(count == 1U + 8 + 64 + 512 + 4096);
  }
}

BOOST_AUTO_TEST_SUITE_END()
