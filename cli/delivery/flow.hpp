// SPDX-License-Identifier: Apache-2.0
//
// Runs the steps of a command that reads graphs and delivers an answer. The steps are, in this
// order:
//
//   plan      decides where the answer is written and in which format
//   keep      refuses to replace an input, or what a person has decided about claims
//   load      reads the inputs, and shows a progress bar
//   narrow    selects the part of the graph, by --at, --relation and the like
//   ask       computes the answer, and shows that it is at work
//   deliver   writes the answer, and notes on standard error
//
// The constructor of Flow takes the first two steps, so a wrong -o is refused before anything is
// loaded. Loading, asking and drawing are refused if they would take longer than --patience, and
// they stop when the process receives a signal. run_question() takes all the steps of a command
// that asks one question of one graph. `diff`, `evaluate` and `extract` take the steps one by one.
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

/// What a command reads, and which of these files its output may replace.
struct Reads {
  std::vector<std::string> paths;
  /// Whether the output contains all that is read, so that it may replace an input file; null: it
  /// never does.
  bool (*rewrites)(const Invocation&, const Delivery&) = nullptr;
  bool keeps_reviews = false;  ///< the output holds every decision about a claim that is read
};

class Flow {
 public:
  /// Takes the first two steps. Both must outlive it. Throws UsageError, and Error when a file
  /// would be lost.
  Flow(const Invocation& invocation, Terminal& terminal, const Reads& reads);

  [[nodiscard]] const Delivery& delivery() const { return delivery_; }

  /// Loads what -i names, or `options.inputs` if there are any. Throws Error at the first mistake.
  [[nodiscard]] Loaded load(LoadOptions options = {});
  /// Loads a file that is no input, whatever its size; --format, --map and --create-missing do not
  /// apply to it. Throws Error at the first mistake.
  [[nodiscard]] Loaded load_as_it_is(const std::string& path);

  [[nodiscard]] Subset narrow(const Graph& graph) const { return asking_.narrow(graph); }
  /// Narrows graphs that are compared. A document that the options name need only be in one of
  /// them.
  [[nodiscard]] std::vector<Subset> narrow_alike(std::span<const Graph* const> graphs) const;

  /// Calls `question` with a Context, and returns its answer. Throws TooCostly.
  template <typename Ask>
  [[nodiscard]] auto ask(std::span<const Cost> costs, const Extent& extent,
                         const Ask& question) const {
    asking_.require_patience(costs, extent);
    Working working(*terminal_);  // its bar is gone before anything is written
    Context context = terminal_->context();
    context.report = working.report();
    return question(context);
  }
  /// The answer to the command's own question.
  [[nodiscard]] Answer ask(const Subset& scope) const;

  /// Writes the answer, and returns the exit code.
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
