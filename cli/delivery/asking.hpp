// SPDX-License-Identifier: Apache-2.0
//
// The three steps from a loaded graph to the answer of a command. narrow() makes the Subset that
// the options select. require_patience() throws TooCostly if the answer would take longer than is
// allowed. ask() runs the command's query on the Subset and returns the Answer. The command line
// and the server both use these steps; the server uses them for each request.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <utility>

#include "oscegraph/ask/node_finder.hpp"
#include "oscegraph/cli/model/command.hpp"
#include "oscegraph/graph/answer.hpp"
#include "oscegraph/graph/threads/context.hpp"
#include "oscegraph/queries/cost.hpp"

namespace oscegraph::cli {

class Asking {
 public:
  /// The invocation must outlive it. `way_out` says in the error what helps if the budget is too
  /// small.
  Asking(const Invocation& invocation, Context context, std::string_view way_out)
      : invocation_(&invocation),
        context_(std::move(context)),
        way_out_(way_out) {}

  /// The part of the graph that the given options select. Throws Error when no document has an id
  /// that was asked for.
  [[nodiscard]] Subset narrow(const Graph& graph) const;
  /// Throws TooCostly.
  void require_patience(std::span<const Cost> costs, const Extent& extent) const;
  /// The answer to the command's question, whatever it costs. The finder must be one of the scope's
  /// graph. `report` is called with how much of the work is done. Throws Error.
  [[nodiscard]] Answer ask(
      const Subset& scope, const NodeFinder& finder,
      const std::function<void(std::uint64_t done, std::uint64_t total)>& report = {}) const;

 private:
  const Invocation* invocation_;
  Context context_;
  std::string_view way_out_;
};

}  // namespace oscegraph::cli
