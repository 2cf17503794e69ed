// SPDX-License-Identifier: Apache-2.0
//
// Implements class Asking. narrow() calls narrowed(), which applies the filter options of the
// command line. require_patience() calls the function of the same name in queries/, which throws
// TooCostly if the answer would take too long. ask() calls the function of the command that computes
// the answer.
#include "oscegraph/cli/delivery/asking.hpp"

#include "oscegraph/cli/delivery/question.hpp"
#include "oscegraph/cli/options/filters.hpp"

namespace oscegraph::cli {

Subset Asking::narrow(const Graph& graph) const {
  return narrowed(graph, invocation_->values, context_);
}

void Asking::require_patience(std::span<const Cost> costs, const Extent& extent) const {
  oscegraph::require_patience(costs, extent, context_, way_out_);
}

Answer Asking::ask(
    const Subset& scope, const NodeFinder& finder,
    const std::function<void(std::uint64_t done, std::uint64_t total)>& report) const {
  Context context = context_;
  context.report = report;
  Question question(*invocation_, scope, finder, std::move(context));
  return invocation_->command->ask(question);
}

}  // namespace oscegraph::cli
