// SPDX-License-Identifier: Apache-2.0
//
// Decides which nodes of a graph file are bodies of the gazetteer. A node is a body if its name (or
// its id, if it has no name) is the name of exactly one body of the same kind, or can be
// interpreted as that name (resolver.hpp). Two nodes that are the same body become one node. A node
// that has the name of a body of another kind stays separate. Notes report interpreted names,
// joined nodes and nodes of another kind.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/graph/values/vocabulary.hpp"
#include "oscegraph/loader/graphs/graph_element.hpp"
#include "oscegraph/loader/resolve/known_nodes.hpp"
#include "oscegraph/loader/resolve/resolver.hpp"

namespace oscegraph {

class NodeBodies {
 public:
  NodeBodies() : resolver_(no_nodes_, context_) {}
  NodeBodies(const NodeBodies&) = delete;
  NodeBodies& operator=(const NodeBodies&) = delete;
  ~NodeBodies() = default;

  /// The id of the body that the node is; empty when there is none. `name` may be empty.
  std::string_view body_of(const GraphElement& node, std::string_view name, Kind kind);
  /// Records the id that the node got; call it for every node.
  void became(const GraphElement& node, const std::string& id);
  /// Writes the notes; call it after all nodes.
  void tell(const std::string& file, std::vector<Problem>& warnings) const;

 private:
  /// An empty set of nodes: only the gazetteer is searched.
  class NoNodes : public KnownNodes {
   public:
    [[nodiscard]] std::size_t count() const override { return 0; }
    [[nodiscard]] std::optional<NodeId> find(std::string_view) const override { return {}; }
    [[nodiscard]] std::string_view id(NodeId) const override { return {}; }
    [[nodiscard]] std::string_view name(NodeId) const override { return {}; }
    [[nodiscard]] Kind kind(NodeId) const override { return Kind::agency; }
    [[nodiscard]] NodeId spelt(std::string_view) const override { return none; }
    void for_each_alias(NodeId, const std::function<void(std::string_view)>&) const override {}
    [[nodiscard]] std::string_view references(NodeId) const override { return {}; }
    [[nodiscard]] bool named_by_text(NodeId) const override { return false; }
  };
  const GazetteerEntry* read(std::string_view name, Kind kind);

  Context context_;
  NoNodes no_nodes_;
  Resolver resolver_;
  std::vector<std::string> read_as_;    ///< "'Spain, Government of' is state:ES", the first few
  std::vector<std::string> no_states_;  ///< of kind state, but not a known State
  std::uint64_t read_in_all_ = 0;
  std::uint64_t no_states_in_all_ = 0;
  struct OtherKind {
    std::string node;
    std::string body;
    Kind body_kind = Kind::agency;
    Kind node_kind = Kind::agency;
  };
  std::unordered_map<std::string, std::string> first_of_;  ///< by our id: the id in the file
  std::vector<std::string> joined_;                        ///< "'n7' and 'n2' are state:NO"
  std::vector<OtherKind> other_kinds_;                     ///< the first few
  std::uint64_t joined_in_all_ = 0;
  std::uint64_t other_kinds_in_all_ = 0;
};

}  // namespace oscegraph
