// SPDX-License-Identifier: Apache-2.0
//
// Tests loading of files that are in memory, as after an upload.
#include <boost/test/unit_test.hpp>

#include "gzip.hpp"
#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/loader/load.hpp"

using namespace oscegraph;

namespace {

const std::string node_line =
    "{\"type\":\"node\",\"id\":\"project:x\",\"kind\":\"project\",\"name\":\"X\"}\n";

std::string complaint(LoadOptions options) {
  try {
    Problems stop_at_first;
    load(options, stop_at_first);
    return {};
  } catch (const Error& error) {
    return sentence(error.problem());
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(in_memory)

BOOST_AUTO_TEST_CASE(is_read_like_a_file_packed_or_not) {
  for (const std::string& bytes : {node_line, testing::gzip(node_line)}) {
    LoadOptions options;
    options.in_memory = {{"up.jsonl", bytes}};
    Problems problems;
    const Loaded loaded = load(options, problems);
    BOOST_TEST(loaded.graph.node_count() == 1U);
    BOOST_TEST(loaded.sources.front().file == "up.jsonl");
  }
}

BOOST_AUTO_TEST_CASE(a_name_leads_to_no_file) {
  LoadOptions options;
  options.in_memory = {{"/etc/passwd.jsonl", "{}"}};
  BOOST_TEST(complaint(options).starts_with("/etc/passwd.jsonl:1:1: "));
}

BOOST_AUTO_TEST_CASE(what_unpacks_to_too_much_is_refused) {
  LoadOptions options;
  options.in_memory = {{"bomb.jsonl", testing::gzip(std::string(std::size_t{8} << 20U, '\n'))}};
  options.most_unpacked = std::size_t{4} << 20U;
  BOOST_TEST(complaint(options) ==
             "bomb.jsonl: unpacks to more than 4 MB; give a smaller part of it");
}

BOOST_AUTO_TEST_SUITE_END()
