// SPDX-License-Identifier: Apache-2.0
//
// Easy: load files, ask one question, read the fields of the answer.
//
//   who_funds [FILE|FOLDER]...
//
// prints each State and office with the number of projects between them. Without arguments it reads the
// example that is compiled into the library.
#include <cstdio>
#include <string>

#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/loader/load.hpp"
#include "oscegraph/queries/funding/funding.hpp"

namespace og = oscegraph;

namespace {

og::Loaded load(int count, char** words) {
  if (count < 2) return og::load_example();
  og::LoadOptions options;
  options.inputs.assign(words + 1, words + count);
  og::Problems problems;  // collects nothing: the first problem is thrown
  return og::load(options, problems);
}

}  // namespace

int main(int count, char** words) try {
  const og::Loaded loaded = load(count, words);
  const og::FundingAnswer answer = og::funding(og::Subset::whole(loaded.graph), {});
  const auto name = [&](og::NodeId node) { return std::string(loaded.graph.node_name(node)); };
  for (std::size_t row = 0; row < answer.rows.size(); ++row)
    std::printf("%s -> %s: %zu projects, %u documents\n", name(answer.rows[row].payer).c_str(),
                name(answer.rows[row].office).c_str(), answer.projects.of(row).size(),
                answer.rows[row].documents);
  return 0;
} catch (const og::Error& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
