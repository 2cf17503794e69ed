// SPDX-License-Identifier: Apache-2.0
//
// Tests that overlapping graphs, written one after the other, give one file that defines every
// record once.
#include "oscegraph/exports/graphs/json/jsonl_parts.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;

namespace {

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
    ++found;
  return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(jsonl_parts)

BOOST_AUTO_TEST_CASE(what_two_parts_share_is_written_once) {
  Output out;
  JsonlParts parts(out);
  parts.write(test::make_graph("state:NO funds project:A doc=one\n"));
  parts.write(
      test::make_graph("state:NO funds project:A doc=one\nstate:SE funds project:A doc=two\n"));
  const std::string& text = out.text();
  BOOST_TEST(count(text, "\"type\":\"document\"") == 2U);
  BOOST_TEST(count(text, "\"type\":\"node\"") == 3U);
  BOOST_TEST(count(text, "\"type\":\"claim\"") == 2U);
  BOOST_TEST(count(text, "\n") == 7U);
  BOOST_TEST(parts.documents() == 2U);
  BOOST_TEST(parts.nodes() == 3U);
  BOOST_TEST(parts.claims() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
