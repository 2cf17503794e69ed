// SPDX-License-Identifier: Apache-2.0
//
// Files that are in memory already, as an upload leaves them.
#include <zlib.h>

#include <boost/test/unit_test.hpp>

#include "oscegraph/graph/error.hpp"
#include "oscegraph/loader/load.hpp"

using namespace oscegraph;

namespace {

std::string gzipped(const std::string& plain) {
  std::string packed(compressBound(static_cast<uLong>(plain.size())) + 64, '\0');
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.data()));
  stream.avail_in = static_cast<uInt>(plain.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(packed.size() - stream.avail_out);
  deflateEnd(&stream);
  return packed;
}

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
  for (const std::string& bytes : {node_line, gzipped(node_line)}) {
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
  options.in_memory = {{"bomb.jsonl", gzipped(std::string(std::size_t{8} << 20U, '\n'))}};
  options.most_unpacked = std::size_t{4} << 20U;
  BOOST_TEST(complaint(options) ==
             "bomb.jsonl: unpacks to more than 4 MB; give a smaller part of it");
}

BOOST_AUTO_TEST_SUITE_END()
