// SPDX-License-Identifier: Apache-2.0
//
// The steps of a command that reads graphs and delivers an answer, in the order in which they are taken:
//
//   plan      where the answer goes and as what, so that a wrong -o costs no loading
//   keep      no output replaces what is read, or what a person has decided about claims
//   load      the inputs, with a bar
//   narrow    by --at, --relation and the like
//   ask       with a sign of life
//   deliver   the answer, and on standard error what belongs beside it
//
// Making a Flow is the first two, so nothing is read before them. Loading, asking and drawing are refused
// when they would take longer than --patience, and stop when the process is told to. `run_question` takes
// all the steps of a command that is one question to one graph; `diff`, `evaluate` and `extract` have
// their own, and take the steps one by one.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "oscegraph/cli/delivery/asking.hpp"
#include "oscegraph/cli/delivery/deliver.hpp"
#include "oscegraph/cli/delivery/inputs.hpp"
#include "oscegraph/cli/model/exit_code.hpp"
#include "oscegraph/cli/terminal/working.hpp"

namespace oscegraph::cli {

/// What a command reads, and which of it its output may replace.
struct Reads {
  std::vector<std::string> paths;
  /// Whether the output holds all that is read, so that it may replace a file of it; null: it never does.
  bool (*rewrites)(const Invocation&, const Delivery&) = nullptr;
  bool keeps_reviews = false;  ///< the output holds every decision about a claim that is read
};

class Flow {
 public:
  /// Plans and keeps. Both must outlive it. Throws UsageError, and Error when a file would be lost.
  Flow(const Invocation& invocation, Terminal& terminal, const Reads& reads);

  [[nodiscard]] const Delivery& delivery() const { return delivery_; }

  /// What -i names, or `options.inputs` where there are some. Throws Error at the first mistake.
  [[nodiscard]] Loaded load(LoadOptions options = {});
  /// A file beside the inputs, whatever its size, that --format, --map and --create-missing do not speak
  /// of. Throws Error at the first mistake.
  [[nodiscard]] Loaded load_as_it_is(const std::string& path);

  [[nodiscard]] Subset narrow(const Graph& graph) const { return asking_.narrow(graph); }
  /// Graphs that are compared, for which it is enough that one of them has a document.
  [[nodiscard]] std::vector<Subset> narrow_alike(std::span<const Graph* const> graphs) const;

  /// What `question` makes of a Context. Throws TooCostly.
  template <typename Ask>
  [[nodiscard]] auto ask(std::span<const Cost> costs, const Extent& extent,
                         const Ask& question) const {
    asking_.require_patience(costs, extent);
    Working working(*terminal_);  // its bar is gone before anything is written
    Context context = terminal_->context();
    context.report = working.report();
    return question(context);
  }
  /// The command's own question.
  [[nodiscard]] Answer ask(const Subset& scope) const;

  /// The exit code.
  int deliver(const Answer& answer, const Subset& scope) const;

 private:
  const Invocation* invocation_;
  Terminal* terminal_;
  Asking asking_;
  Delivery delivery_;
};

/// Takes all the steps of a command that asks; returns the exit code. Throws Error.
int run_question(const Invocation& invocation, Terminal& terminal);

}  // namespace oscegraph::cli
