// SPDX-License-Identifier: Apache-2.0
//
// What a command that asks the graph something is given, and what runs it: read the inputs, narrow
// them, ask, deliver. Such a command is one function from a Question to an Answer.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "oscegraph/ask/node_finder.hpp"
#include "oscegraph/cli/command.hpp"
#include "oscegraph/graph/answer.hpp"
#include "oscegraph/graph/context.hpp"

namespace oscegraph::cli {

class Question {
 public:
  /// All three must outlive the question; `names` are those of the scope's graph.
  Question(const Invocation& invocation, const Subset& scope, const NodeNames& names,
           Context context = {})
      : invocation_(&invocation),
        scope_(&scope),
        finder_(scope, names),
        context_(std::move(context)) {}

  /// The graph as narrowed by --at, --relation and the like.
  [[nodiscard]] const Subset& scope() const { return *scope_; }
  [[nodiscard]] const Values& values() const { return invocation_->values; }
  [[nodiscard]] bool has_argument(std::size_t position) const {
    return position < invocation_->arguments.size();
  }
  /// The node that the argument at this position names. Throws Error.
  NodeId node(std::size_t position) { return finder_.find(invocation_->arguments.at(position)); }
  /// The nodes that the arguments name, in order. Throws Error.
  std::vector<NodeId> argument_nodes() {
    std::vector<NodeId> nodes;
    for (const std::string& text : invocation_->arguments) nodes.push_back(finder_.find(text));
    return nodes;
  }
  /// The node of this name or id. Throws Error.
  [[nodiscard]] NodeId node_called(std::string_view text) const { return finder_.find(text); }
  /// The nodes that an option names.
  std::vector<NodeId> nodes(std::string_view option) {
    std::vector<NodeId> nodes;
    for (const std::string_view word : values().words(option)) nodes.push_back(finder_.find(word));
    return nodes;
  }

  /// What the question is worked on under.
  [[nodiscard]] const Context& context() const { return context_; }

 private:
  const Invocation* invocation_;
  const Subset* scope_;
  NodeFinder finder_;
  Context context_;
};

/// Reads the inputs, narrows them, asks, delivers; returns the exit code.
int run_question(const Invocation& invocation, Terminal& terminal);

}  // namespace oscegraph::cli
