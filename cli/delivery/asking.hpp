// SPDX-License-Identifier: Apache-2.0
//
// The steps of a question over a graph that is loaded. The command line takes them once, the server as
// often as somebody asks: narrow, refuse what would take too long, ask.
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
  /// The invocation must outlive it. `way_out` is what may be done where the budget is too small.
  Asking(const Invocation& invocation, Context context, std::string_view way_out)
      : invocation_(&invocation),
        context_(std::move(context)),
        way_out_(way_out) {}

  /// By the options given. Throws Error when no document has an id that was asked for.
  [[nodiscard]] Subset narrow(const Graph& graph) const;
  /// Throws TooCostly.
  void require_patience(std::span<const Cost> costs, const Extent& extent) const;
  /// The command's question, whatever it costs; the finder is one of the scope's graph. `report` hears
  /// how far the work is. Throws Error.
  [[nodiscard]] Answer ask(
      const Subset& scope, const NodeFinder& finder,
      const std::function<void(std::uint64_t done, std::uint64_t total)>& report = {}) const;

 private:
  const Invocation* invocation_;
  Context context_;
  std::string_view way_out_;
};

}  // namespace oscegraph::cli
