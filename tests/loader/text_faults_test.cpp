// SPDX-License-Identifier: Apache-2.0
//
// Tests that a wrong claim that a rule reads in one text does not stop the load: the claim is left
// out, and a warning names the text.
#include <boost/test/unit_test.hpp>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/loader/load.hpp"
#include "oscegraph/loader/resolve/builder.hpp"

using namespace oscegraph;

namespace {

Record record_of(RecordType type, std::uint32_t source,
                 const std::vector<std::pair<Field, std::string_view>>& fields) {
  Record record;
  record.type = type;
  record.source = source;
  record.line = record.column = 1;
  record.from_text = source > 0;  // the first source is of records
  for (const auto& [field, text] : fields) record[field] = {text, ValueType::text, 1, 1};
  return record;
}

/// A load of a table and two texts, with the claims of each.
struct Loading {
  std::deque<Source> sources;
  Problems problems;  // stops at the first
  Builder builder{sources, false, problems};

  Loading() {
    for (const char* name : {"table.csv", "a.txt", "b.txt"})
      sources.push_back({name, ByteStream::of_text("")});
    for (std::uint32_t text = 1; text < 3; ++text)
      builder.accept(record_of(RecordType::document, text, {{Field::id, document(text)}}));
  }
  static std::string_view document(std::uint32_t text) { return text == 1 ? "a" : "b"; }
  void claim(std::uint32_t text, std::string_view from, std::string_view relation,
             std::string_view to, std::vector<std::pair<Field, std::string_view>> more = {}) {
    more.insert(more.end(), {{Field::from, from},
                             {Field::relation, relation},
                             {Field::to, to},
                             {Field::document, document(text)}});
    builder.accept(record_of(RecordType::claim, text, more));
  }
};

std::string all(const std::vector<Problem>& warnings) {
  std::string result;
  for (const Problem& warning : warnings) result += sentence(warning) + '\n';
  return result;
}

Loaded load_all(std::vector<InputBytes> inputs) {
  LoadOptions options;
  options.in_memory = std::move(inputs);
  Problems problems;
  return load(options, problems);
}

constexpr const char* text = "The project \"Clean Rivers\" is funded by Norway.\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(text_faults)

BOOST_AUTO_TEST_CASE(a_relation_that_cannot_be_is_left_out_and_told) {
  Loading loading;
  loading.claim(1, "state:NO", "funds", "office:serbia");
  loading.claim(2, "state:NO", "hosts", "state:RS");
  loading.claim(2, "state:SE", "funds", "office:serbia");
  loading.claim(2, "office:serbia", "hosts", "state:RS");
  const Graph graph = loading.builder.finish();
  BOOST_TEST(graph.claim_count() == 2U);
  BOOST_TEST(
      all(loading.builder.take_warnings()) ==
      "b.txt: something read out of this text cannot be, and is left out: 'hosts' cannot run "
      "from 'state:NO' (state) to 'state:RS' (state); it runs from state to office; and 1 "
      "more fault of it\n");
}

BOOST_AUTO_TEST_CASE(every_check_of_a_claim_is_a_warning_for_a_text) {
  for (const auto& [fault, wanted] :
       std::vector<std::pair<std::vector<std::pair<Field, std::string_view>>, std::string_view>>{
           {{{Field::start, "2024"}, {Field::end, "2020"}}, "before the start"},
           {{{Field::start, "the year 1"}}, "is not a date"},
           {{{Field::amount, "5"}}, "an amount without a currency"},
           {{{Field::amount, "5.123"}, {Field::currency, "EUR"}}, "too many decimals"},
           {{{Field::amount, "99999999999999999999"}, {Field::currency, "EUR"}}, "too large"},
           {{{Field::currency, "XYZ"}, {Field::amount, "5"}}, "unknown currency"},
           {{{Field::basis, "guessed"}}, "unknown basis"},
       }) {
    Loading loading;
    loading.claim(1, "state:NO", "funds", "office:serbia", fault);
    loading.claim(1, "state:SE", "funds", "office:serbia");
    BOOST_TEST(loading.builder.finish().claim_count() == 1U, wanted);
    const std::string told = all(loading.builder.take_warnings());
    BOOST_TEST(told.starts_with("a.txt: "), told);
    BOOST_TEST(told.find("the claim 'state:NO funds office:serbia'") != std::string::npos, told);
    BOOST_TEST(told.find(wanted) != std::string::npos, told);
  }
}

BOOST_AUTO_TEST_CASE(names_that_lead_nowhere_are_warnings_too) {
  Loading loading;
  loading.claim(1, "Nobody Knows Them", "funds", "office:serbia");
  loading.claim(2, "state:NO", "funds", "no such project");
  BOOST_TEST(loading.builder.finish().claim_count() == 0U);
  const auto warnings = loading.builder.take_warnings();
  BOOST_REQUIRE_EQUAL(warnings.size(), 2U);
  BOOST_TEST(warnings.front().place.file == "a.txt");
  BOOST_TEST(warnings.back().place.file == "b.txt");
}

BOOST_AUTO_TEST_CASE(what_somebody_wrote_is_still_an_error) {
  Loading loading;
  loading.builder.accept(record_of(RecordType::claim, 0,
                                   {{Field::from, "state:NO"},
                                    {Field::relation, "hosts"},
                                    {Field::to, "state:RS"},
                                    {Field::document, "a"}}));
  BOOST_CHECK_THROW(loading.builder.finish(), Error);
}

BOOST_AUTO_TEST_CASE(a_text_gives_way_to_what_a_record_says) {
  const Loaded once = load_all({{"a.txt", text}});
  const std::string id(once.graph.document(*once.graph.documents().begin()).id);
  const InputBytes table{"records.jsonl",
                         "{\"type\":\"document\",\"id\":\"" + id +
                             "\",\"title\":\"Another title\",\"date\":\"2001-02-03\"}\n"
                             "{\"type\":\"node\",\"id\":\"project:clean-rivers\",\"kind\":"
                             "\"project\",\"name\":\"Clean "
                             "Rivers\",\"attributes\":{\"status\":\"running\"}}\n"};
  for (const bool text_first : {true, false}) {
    const InputBytes release{"a.txt", text};
    const Loaded loaded = text_first ? load_all({release, table}) : load_all({table, release});
    BOOST_TEST(all(loaded.warnings) == "");
    BOOST_TEST(loaded.graph.claim_count() == 1U);
    const Document document = loaded.graph.document(*loaded.graph.documents().begin());
    BOOST_TEST(document.title == "Another title");
    BOOST_TEST(document.date.text() == "2001-02-03");
    const auto project = loaded.graph.find_node("project:clean-rivers");
    BOOST_REQUIRE(project);
    BOOST_TEST(loaded.graph.attribute(*project, "status") == "running");
  }
}

BOOST_AUTO_TEST_CASE(a_text_makes_no_name_of_a_record_ambiguous) {
  const InputBytes table{
      "records.jsonl",
      "{\"type\":\"document\",\"id\":\"d\"}\n"
      "{\"type\":\"node\",\"id\":\"project:cr-2020\",\"kind\":\"project\",\"name\":\"Clean "
      "Rivers\"}\n"
      "{\"type\":\"claim\",\"from\":\"Sweden\",\"relation\":\"funds\",\"to\":\"Clean Rivers\","
      "\"document\":\"d\"}\n"};
  const Loaded loaded = load_all({table, {"a.txt", text}});
  BOOST_TEST(loaded.graph.claim_count() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
