// SPDX-License-Identifier: Apache-2.0
//
// The interface by which the Resolver sees the nodes that records define. Each way of loading
// stores the nodes in its own lists. The nodes must not change while the Resolver uses them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>

#include "oscegraph/graph/values/ids.hpp"
#include "oscegraph/graph/values/vocabulary.hpp"
#include "oscegraph/loader/resolve/spellings.hpp"

namespace oscegraph {

/// Calls `visit` with each reference of an attribute `refs`: values between blanks or "|".
template <typename Visit>
void for_each_reference(std::string_view references, const Visit& visit) {
  while (!references.empty()) {
    const std::size_t end = std::min(references.find_first_of("| \t"), references.size());
    if (end > 0) visit(references.substr(0, end));
    references.remove_prefix(std::min(end + 1, references.size()));
  }
}

class KnownNodes {
 public:
  KnownNodes() = default;
  KnownNodes(const KnownNodes&) = delete;
  KnownNodes& operator=(const KnownNodes&) = delete;
  virtual ~KnownNodes() = default;

  /// The nodes are 0 .. count() - 1.
  [[nodiscard]] virtual std::size_t count() const = 0;
  [[nodiscard]] virtual std::optional<NodeId> find(std::string_view id) const = 0;
  [[nodiscard]] virtual std::string_view id(NodeId n) const = 0;
  /// "" when no record gives a name.
  [[nodiscard]] virtual std::string_view name(NodeId n) const = 0;
  [[nodiscard]] virtual Kind kind(NodeId n) const = 0;
  /// The only node with a name or an alias spelled exactly so; Spellings::several; or none.
  [[nodiscard]] virtual NodeId spelt(std::string_view name) const = 0;
  virtual void for_each_alias(NodeId n,
                              const std::function<void(std::string_view)>& visit) const = 0;
  /// The node's attribute `refs`; "" when it has none.
  [[nodiscard]] virtual std::string_view references(NodeId n) const = 0;
  /// Whether its name comes only from running texts.
  [[nodiscard]] virtual bool named_by_text(NodeId n) const = 0;
};

}  // namespace oscegraph
