// SPDX-License-Identifier: Apache-2.0
//
// Tests the string table: each string is stored once, and zero bytes are allowed.
#include "oscegraph/graph/columns/strings.hpp"

#include <boost/test/unit_test.hpp>

using namespace oscegraph;

BOOST_AUTO_TEST_SUITE(strings_test)

BOOST_AUTO_TEST_CASE(each_string_is_stored_once_and_zero_is_empty) {
  StringInterner interner;
  const StringId a = interner.intern("a");
  const StringId long_one = interner.intern(std::string(1000, 'x'));
  BOOST_TEST(interner.intern("") == 0U);
  BOOST_TEST(interner.intern("a") == a);
  BOOST_TEST(interner[a] == "a");
  const StringPool pool = interner.finish();
  BOOST_TEST(pool.size() == 3U);
  BOOST_TEST(pool[0] == "");
  BOOST_TEST(pool[a] == "a");
  BOOST_TEST(pool[long_one].size() == 1000U);
  BOOST_TEST(StringPool()[0] == "");
}

BOOST_AUTO_TEST_CASE(zero_bytes_are_bytes_like_any_other) {
  StringInterner interner;
  const StringId id = interner.intern(std::string_view("a\0b", 3));
  BOOST_TEST(interner.intern("a") != id);
  BOOST_TEST(interner.finish()[id].size() == 3U);
}

BOOST_AUTO_TEST_SUITE_END()
