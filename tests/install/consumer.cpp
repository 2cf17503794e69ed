// SPDX-License-Identifier: Apache-2.0
//
// Another project's program: reads, asks, writes, and so links all four libraries.
#include <cstdio>

#include "oscegraph/exports/graph_format.hpp"
#include "oscegraph/exports/output.hpp"
#include "oscegraph/loader/load.hpp"
#include "oscegraph/queries/info.hpp"

int main() {
  const oscegraph::Loaded loaded = oscegraph::load_example();
  const oscegraph::Subset whole = oscegraph::Subset::whole(loaded.graph);
  const oscegraph::Answer facts = oscegraph::info(whole);
  oscegraph::Output output;
  oscegraph::LossReport losses;
  oscegraph::find_graph_format("jsonl")->write(facts.subset, {}, output, losses);
  std::printf("%zu bytes\n", output.text().size());
  return output.text().empty() ? 1 : 0;
}
