// SPDX-License-Identifier: Apache-2.0
//
// Counts what is in a part of the graph: nodes by kind, edges by relation, claims by basis and
// flow, the documents behind the claims, and the claims that state an amount. Also returns the
// first and the last day that the claims are about.
#pragma once

#include <vector>

#include "oscegraph/graph/answer.hpp"
#include "oscegraph/graph/threads/context.hpp"

namespace oscegraph {

/// How often each value of a small enum occurs.
template <typename Value>
class Tally {
 public:
  explicit Tally(std::size_t values) : counts_(values) {}
  void add(Value value) { ++counts_.at(static_cast<std::size_t>(value)); }
  [[nodiscard]] std::size_t operator[](Value value) const {
    return counts_.at(static_cast<std::size_t>(value));
  }

 private:
  std::vector<std::size_t> counts_;
};

struct InfoAnswer {
  std::size_t nodes = 0;
  std::size_t edges = 0;
  std::size_t claims = 0;
  std::size_t documents = 0;
  std::size_t amounts = 0;  ///< claims that state one
  Date first{};             ///< the first day that claims are about; unknown when none has a date
  Date last{};
  Tally<Kind> nodes_of{kinds().size()};
  Tally<Relation> edges_of{relations().size()};
  Tally<Basis> claims_of{basis_names().size()};
  Tally<Flow> funds_claims_of{flows().size()};  ///< only claims of the relation `funds` have a flow
  Subset subset;
};

/// The subset is the scope itself. Cost: one pass over nodes, edges and claims.
InfoAnswer info(const Subset& scope, const Context& context = {});

/// Facts: the totals. Rows: `of` (node, edge, claim, funds claim), `what` (a kind, relation, basis or
/// flow), `count`; what does not occur has no row.
Table table_of(const InfoAnswer& answer, const Context& context = {});

}  // namespace oscegraph
