// SPDX-License-Identifier: Apache-2.0
//
// Tests the funding query on several threads. The graph consists of many copies of a small network,
// and has more edges than one thread takes at a time. Each copy must give the same rows as a single
// network, and the totals must be multiplied by the number of copies.
#include <boost/test/unit_test.hpp>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/queries/funding/funding.hpp"
#include "oscegraph/tests/support/make_graph.hpp"
#include "oscegraph/tests/support/make_lines.hpp"

namespace {

using namespace oscegraph;
using namespace oscegraph::test;

constexpr std::string_view one_network = R"(
state:# funds project:#a doc=a amount=10 currency=EUR flow=committed start=2023 end=2024
state:#f funds project:#a doc=b amount=20 currency=EUR flow=committed
state:#f funds project:#b doc=b
state:#f funds project:#b doc=c
donor:# funds project:#b doc=b amount=40 currency=EUR flow=committed
state:# funds office:#x doc=a amount=5 currency=EUR flow=pledged
state:# funds office:#x doc=a amount=3 currency=EUR flow=committed via=project:#a
state:# funds project:#c doc=a
agency:# funds project:#b doc=d amount=7 currency=SEK flow=spent
agency:# part_of state:#s
office:#x implements project:#a doc=e
office:#y implements project:#a doc=e
office:#y implements project:#b doc=e
node state:# name="# Norway"
node state:#f name="# France"
node state:#s name="# Sweden"
node office:#x name="# Xanadu"
node office:#y name="# Yonder"
node project:#a name="# Alpha"
node project:#b name="# Beta"
node project:#c name="# Gamma"
node donor:# name="# EU"
node agency:# name="# Sida"
)";
constexpr std::string_view documents =
    "document a date=2024-11-01\ndocument b date=2024-11-02\ndocument c date=2024-12\n";

std::string numbered(std::string_view text, int copy) {
  const std::string number = std::to_string(100'000 + copy);
  std::string result;
  for (const char c : text) {
    if (c == '#') result += number;
    else result += c;
  }
  return result;
}

Graph network(int copies) {
  std::string text(documents);
  for (int copy = 0; copy < copies; ++copy) text += numbered(one_network, copy);
  return make_graph(text);
}

std::string in_copy(const std::string& text, int copy) {
  const std::size_t at = text.find("100000");
  if (at == std::string::npos) return text;
  return text.substr(0, at) + std::to_string(100'000 + copy) + text.substr(at + 6);
}

/// The cell for another copy of the network than the first.
Cell in_copy(const Cell& cell, int copy) {
  if (const auto* text = std::get_if<std::string>(&cell)) return in_copy(*text, copy);
  const auto* texts = std::get_if<TextList>(&cell);
  if (texts == nullptr) return cell;
  TextList list;
  for (const std::string& text : *texts) list.push_back(in_copy(text, copy));
  return list;
}

void check(const Table& one, const Table& many, int copies) {
  BOOST_REQUIRE(many.columns.size() == one.columns.size());
  BOOST_REQUIRE(many.rows.size() == one.rows.size() * static_cast<std::size_t>(copies));
  for (int copy = 0; copy < copies; ++copy)
    for (std::size_t r = 0; r < one.rows.size(); ++r)
      for (std::size_t c = 0; c < one.columns.size(); ++c) {
        const Cell expected = in_copy(one.rows[r][c], copy);
        const Cell& found = many.rows[static_cast<std::size_t>(copy) * one.rows.size() + r][c];
        if (found != expected)  // a message for each of millions of cells would take minutes
          BOOST_FAIL(one.columns[c].name << " of row " << r << " in copy " << copy);
      }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(funding_threads)

BOOST_AUTO_TEST_CASE(each_copy_of_a_network_gives_its_rows) {
  constexpr int copies = 14'000;  // 182,000 edges
  const Graph small = network(1);
  const Graph large = network(copies);
  const Subset all_small = Subset::whole(small);
  const Subset all_large = Subset::whole(large);
  for (const FundingBy by : {FundingBy::state_office, FundingBy::state, FundingBy::office,
                             FundingBy::project, FundingBy::donor}) {
    const Answer one = to_answer(funding(all_small, {by, {}, {}, false}));
    const Answer many = to_answer(funding(all_large, {by, {}, {}, false}));
    check(one.table, many.table, copies);
    BOOST_TEST(many.subset.nodes().count() == copies * one.subset.nodes().count());
    BOOST_TEST(many.subset.edges().count() == copies * one.subset.edges().count());
    BOOST_TEST(many.subset.claims().count() == copies * one.subset.claims().count());
    const std::string notes = note_lines(many.table);
    // 10 + 20 for Alpha; the 3 inside it are part of the 10; donors are in their own view only.
    const bool donors = by == FundingBy::donor;
    BOOST_TEST(notes.find("committed EUR " + grouped((donors ? 70U : 30U) * copies) + ".00") !=
               std::string::npos);
    BOOST_TEST(notes.find("spent SEK " + grouped(7U * copies) + ".00") != std::string::npos);
    if (!donors)
      BOOST_TEST(notes.find(grouped(copies) + " funders that are not States") != std::string::npos);
  }
}

BOOST_AUTO_TEST_SUITE_END()
