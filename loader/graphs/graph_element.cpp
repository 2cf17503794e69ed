// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/graphs/graph_element.hpp"

#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {

std::string called(const GraphElement& element, std::string_view name) {
  const bool is_node = element.scope == Scope::node;
  std::string result = is_node ? "the node" : "the edge";
  if (!element.id.empty()) result += ' ' + in_quotes(element.id);
  if (is_node && !name.empty() && name != element.id) result += " (" + in_quotes(name) + ')';
  if (!is_node && !element.from.empty()) result += " from " + in_quotes(element.from);
  if (!is_node && !element.to.empty()) result += " to " + in_quotes(element.to);
  return result;
}

}  // namespace oscegraph
