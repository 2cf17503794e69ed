// SPDX-License-Identifier: Apache-2.0
//
// A program of another project that uses the installed libraries: it loads once, asks twice and
// writes, so it links all five libraries.
#include <cstdio>
#include <utility>

#include "oscegraph/ask/prepared_graph.hpp"
#include "oscegraph/exports/formats/graph_formats.hpp"
#include "oscegraph/exports/output/output.hpp"
#include "oscegraph/loader/load.hpp"
#include "oscegraph/queries/claims/info.hpp"
#include "oscegraph/queries/paths/neighbors.hpp"

int main() {
  oscegraph::Loaded loaded = oscegraph::load_example();
  const oscegraph::PreparedGraph prepared(std::move(loaded.graph), std::move(loaded.origin));
  const oscegraph::Answer facts = oscegraph::info(prepared.whole());
  const oscegraph::NodeId norway = prepared.finder().find("Norway", prepared.whole());
  const oscegraph::Answer around = oscegraph::neighbors(prepared.whole(), {.node = norway});
  oscegraph::Output output;
  oscegraph::LossReport losses;
  oscegraph::find_graph_format("jsonl")->write(around.subset, {}, output, losses);
  std::printf("%zu facts, %zu bytes\n", facts.table.facts.size(), output.text().size());
  return output.text().empty() ? 1 : 0;
}
