// SPDX-License-Identifier: Apache-2.0
//
// Another project's program: loads once, asks twice, writes, and so links all five libraries.
#include <cstdio>
#include <utility>

#include "oscegraph/ask/prepared_graph.hpp"
#include "oscegraph/exports/graphs/graph_format.hpp"
#include "oscegraph/exports/output/output.hpp"
#include "oscegraph/loader/load.hpp"
#include "oscegraph/queries/claims/info.hpp"
#include "oscegraph/queries/paths/neighbors.hpp"

int main() {
  oscegraph::Loaded loaded = oscegraph::load_example();
  const oscegraph::PreparedGraph prepared(std::move(loaded.graph), std::move(loaded.origin));
  const oscegraph::InfoAnswer facts = oscegraph::info(prepared.whole());
  const oscegraph::NodeId norway = prepared.finder().find("Norway", prepared.whole());
  const oscegraph::NeighborsAnswer around =
      oscegraph::neighbors(prepared.whole(), {.node = norway});
  oscegraph::Output output;
  oscegraph::LossReport losses;
  oscegraph::find_graph_format("jsonl")->write(around.subset, {}, output, losses);
  std::printf("%zu nodes, %zu bytes\n", facts.nodes, output.text().size());
  return output.text().empty() ? 1 : 0;
}
