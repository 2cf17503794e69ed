// SPDX-License-Identifier: Apache-2.0
//
// Tests framing_fault(), which refuses a request whose headers do not state clearly where its body
// ends. It is called directly here; tests/serve/ sends such faulty requests to a running server.
#include "oscegraph/cli/serve/framing.hpp"

#include <boost/test/unit_test.hpp>

namespace oscegraph::cli {
namespace {

/// The HTTP status of the refusal; 0 when the end of the body is known.
unsigned fault(const Headers& headers, unsigned version = 11) {
  const auto found = framing_fault(version, headers);
  return found ? found->status : 0;
}

BOOST_AUTO_TEST_SUITE(framing)

BOOST_AUTO_TEST_CASE(one_way_to_say_where_a_body_ends) {
  const auto coded = [](const char* value) { return fault({{"transfer-encoding", value}}); };
  for (const char* good : {"chunked", "Chunked", "CHUNKED", " chunked\t"})
    BOOST_TEST(coded(good) == 0U, good);
  for (const char* bad : {"", "identity", "chunked, identity", "chunked,chunked", "chunked,",
                          "chunked;a=b", "\"chunked\"", "chunke", "gzip", "chunked gzip"})
    BOOST_TEST(coded(bad) == 400U, bad);
  for (const char* other :
       {"gzip, chunked", "identity,Chunked", ", chunked", "deflate,gzip,chunked"})
    BOOST_TEST(coded(other) == 501U, other);
}

BOOST_AUTO_TEST_CASE(several_headers_are_one_list) {
  const auto two = [](const char* first, const char* second) {
    return fault({{"transfer-encoding", first}, {"host", "x"}, {"transfer-encoding", second}});
  };
  BOOST_TEST(two("chunked", "chunked") == 400U);
  BOOST_TEST(two("chunked", "identity") == 400U);
  BOOST_TEST(two("gzip", "chunked") == 501U);
}

BOOST_AUTO_TEST_CASE(a_length_is_one_number_and_stands_alone) {
  BOOST_TEST(fault({}) == 0U);
  BOOST_TEST(fault({{"content-length", "0"}}) == 0U);
  BOOST_TEST(fault({{"content-length", "17"}}, 10) == 0U);
  for (const char* bad : {"", "-1", "+5", "5, 5", "5,6", "0x5", "5 5", "five"})
    BOOST_TEST(fault({{"content-length", bad}}) == 400U, bad);
  BOOST_TEST(fault({{"content-length", "5"}, {"content-length", "5"}}) == 400U);
  BOOST_TEST(fault({{"content-length", "5"}, {"transfer-encoding", "chunked"}}) == 400U);
  BOOST_TEST(fault({{"transfer-encoding", "chunked"}, {"content-length", "0"}}) == 400U);
}

BOOST_AUTO_TEST_CASE(http_1_0_has_no_transfer_encoding) {
  BOOST_TEST(fault({{"transfer-encoding", "chunked"}}, 10) == 400U);
  BOOST_TEST(fault({{"transfer-encoding", "gzip, chunked"}}, 10) == 400U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace oscegraph::cli
