// SPDX-License-Identifier: Apache-2.0
//
// Declares Question, the input of a command that asks something of the graph. It holds the narrowed
// graph, the arguments and options of the command, and the Context for its work. Such a command is
// one function that takes a Question and returns an Answer.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "oscegraph/cli/delivery/named_node.hpp"
#include "oscegraph/cli/model/command.hpp"
#include "oscegraph/graph/answer.hpp"
#include "oscegraph/graph/threads/context.hpp"

namespace oscegraph::cli {

class Question {
 public:
  /// All three must outlive the question; the finder is one of the scope's graph.
  Question(const Invocation& invocation, const Subset& scope, const NodeFinder& finder,
           Context context = {})
      : invocation_(&invocation),
        scope_(&scope),
        finder_(&finder),
        context_(std::move(context)) {}

  /// The graph as narrowed by --at, --relation and the like.
  [[nodiscard]] const Subset& scope() const { return *scope_; }
  [[nodiscard]] const Values& values() const { return invocation_->values; }
  [[nodiscard]] bool has_argument(std::size_t position) const {
    return position < invocation_->arguments.size();
  }
  /// The node that the argument at this position names. Throws Error.
  NodeId node(std::size_t position) { return node_called(invocation_->arguments.at(position)); }
  /// The nodes that the arguments name, in order. Throws Error.
  std::vector<NodeId> argument_nodes() {
    std::vector<NodeId> nodes;
    for (const std::string& text : invocation_->arguments) nodes.push_back(node_called(text));
    return nodes;
  }
  /// The node of this name or id. Throws Error.
  [[nodiscard]] NodeId node_called(std::string_view text) const {
    return named_node(text, *scope_, *finder_);
  }
  /// The nodes that an option names.
  std::vector<NodeId> nodes(const ListOf<std::string>& option) {
    std::vector<NodeId> nodes;
    for (const std::string& word : values()[option]) nodes.push_back(node_called(word));
    return nodes;
  }

  /// The conditions under which the question is answered.
  [[nodiscard]] const Context& context() const { return context_; }

 private:
  const Invocation* invocation_;
  const Subset* scope_;
  const NodeFinder* finder_;
  Context context_;
};

}  // namespace oscegraph::cli
