// SPDX-License-Identifier: Apache-2.0
//
// Tests how the fields of a record are written as text.
#include "oscegraph/graph/record_text.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "oscegraph/tests/support/make_graph.hpp"

namespace {

using namespace oscegraph;
using namespace oscegraph::test;

/// The fields that have a value: "from=state:NO to=project:A".
template <typename Fields>
std::string words(const Fields& fields, const RecordText& text) {
  std::string result;
  for_each_field(fields, [&](auto field) {
    if (text[field.field].empty()) return;
    if (!result.empty()) result += ' ';
    result += std::string(field.name) + '=' + std::string(text[field.field]);
  });
  return result;
}

BOOST_AUTO_TEST_SUITE(record_text)

BOOST_AUTO_TEST_CASE(a_claim_says_what_was_stated_and_no_more) {
  const Graph graph = make_graph(
      "state:NO funds project:A\n"
      "state:NO funds project:A amount=0 currency=EUR flow=committed start=2023 end=2024-02 at=5 "
      "via=project:B share=12 quote=words basis=inferred\n");
  RecordText text(graph);
  std::vector<std::string> said;
  for (const ClaimId c : graph.claims()) said.push_back(words(claim_fields, text.read_claim(c)));
  BOOST_TEST(said == (std::vector<std::string>{
                         "from=state:NO relation=funds to=project:A document=d basis=stated",
                         "from=state:NO relation=funds to=project:A document=d via=project:B "
                         "amount=0.00 currency=EUR flow=committed start=2023 end=2024-02 "
                         "share=12 locator=5 quote=words basis=inferred"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(nothing_of_the_last_record_stays) {
  const Graph graph = make_graph(
      "document d title=T date=2024-11-22\n"
      "node project:A name=\"Some project\"\n"
      "state:NO funds project:A amount=7 currency=JPY quote=words\n");
  RecordText text(graph);
  text.read_claim(0);
  BOOST_TEST(words(document_fields, text.read_document(0)) == "id=d title=T date=2024-11-22");
  BOOST_TEST(words(claim_fields, text) == "");
  BOOST_TEST(words(node_fields, text.read_node(node(graph, "project:A"))) ==
             "id=project:A kind=project name=Some project");
  BOOST_TEST(text[Field::quote] == "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
