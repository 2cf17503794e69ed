// SPDX-License-Identifier: Apache-2.0
//
// Implements the steps of a Flow. A command that writes a graph may replace a file that it reads,
// if the format can be read back and nothing was narrowed. All other outputs may not.
#include "oscegraph/cli/delivery/flow.hpp"

#include <utility>

#include "oscegraph/cli/delivery/costs.hpp"
#include "oscegraph/cli/delivery/keep_files.hpp"
#include "oscegraph/cli/options/filters.hpp"

namespace oscegraph::cli {
namespace {

void keep(const Reads& reads, const Invocation& invocation, const Delivery& delivery) {
  const bool rewrites = reads.rewrites != nullptr && reads.rewrites(invocation, delivery);
  if (!reads.keeps_reviews) keep_refusals(delivery);
  keep_inputs(delivery, reads.paths, rewrites);
  if (reads.keeps_reviews)
    keep_reviews(delivery, rewrites ? reads.paths : std::vector<std::string>());
}

/// A graph may be brought up to date in its own file.
bool brings_up_to_date(const Invocation& invocation, const Delivery& delivery) {
  return invocation.command->delivers == Delivers::graph_only && delivery.graph != nullptr &&
         delivery.graph->readable && !narrows(invocation.values);
}

}  // namespace

Flow::Flow(const Invocation& invocation, Terminal& terminal, const Reads& reads)
    : invocation_(&invocation),
      terminal_(&terminal),
      asking_(invocation, terminal.context(), way_out_of_patience),
      delivery_(plan_delivery(*invocation.command, invocation.values)) {
  keep(reads, invocation, delivery_);
}

Loaded Flow::load(LoadOptions options) {
  Problems stop_at_first;
  const bool named = options.inputs.empty();  // by -i, and so the graph that is shown
  Loaded loaded = load_inputs(invocation_->values, *terminal_, stop_at_first, std::move(options));
  if (named) delivery_.style.source = loaded.origin;
  return loaded;
}

Loaded Flow::load_as_it_is(const std::string& path) { return load_file(path, *terminal_); }

std::vector<Subset> Flow::narrow_alike(std::span<const Graph* const> graphs) const {
  return narrowed_alike(graphs, invocation_->values, terminal_->context());
}

Answer Flow::ask(const Subset& scope) const {
  const NodeFinder finder(scope.graph());
  return ask(costs_of(*invocation_->command, invocation_->values, scope), extent_of(scope),
             [&](const Context& context) { return asking_.ask(scope, finder, context.report); });
}

int Flow::deliver(const Answer& answer, const Subset& scope) const {
  cli::deliver(answer, scope, delivery_, *terminal_);
  return done;
}

int run_question(const Invocation& invocation, Terminal& terminal) {
  Flow flow(invocation, terminal,
            {.paths = input_paths(invocation.values, terminal), .rewrites = brings_up_to_date});
  const Loaded loaded = flow.load();
  const Subset scope = flow.narrow(loaded.graph);
  return flow.deliver(flow.ask(scope), scope);
}

}  // namespace oscegraph::cli
