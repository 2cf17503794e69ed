// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/graph/narrow.hpp"

#include <algorithm>
#include <limits>

#include "oscegraph/graph/text.hpp"

namespace oscegraph {
namespace {

template <typename Value>
bool asked_for(const std::vector<Value>& wanted, Value value) {
  return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
}

/// The days asked for, as [first, last].
struct Window {
  std::int32_t first = std::numeric_limits<std::int32_t>::min();
  std::int32_t last = std::numeric_limits<std::int32_t>::max();
};

Window window_of(const Filters& filters) {
  Window window;
  for (const Date date : {filters.at, filters.since})
    if (date.known()) window.first = std::max(window.first, date.first_day());
  for (const Date date : {filters.at, filters.until})
    if (date.known()) window.last = std::min(window.last, date.last_day());
  return window;
}

class Narrowing {
 public:
  Narrowing(const Graph& graph, const Filters& filters)
      : graph_(graph),
        filters_(filters),
        window_(window_of(filters)),
        documents_(graph.document_count()) {
    for (const DocumentId d : filters.documents) documents_.insert(d);
  }

  Subset run() {
    Subset result(graph_);
    for (const EdgeId e : graph_.edges()) keep_edge(e, result);
    for (const NodeId n : graph_.nodes())
      if (!filters_claims_or_edges() && asked_for(filters_.kinds, graph_.node_kind(n)))
        result.insert_node(n);
    if (undated_ > 0)
      result.add_note(counted(undated_, "claim") +
                      " left out: neither the claim nor its document has a date");
    return result;
  }

 private:
  [[nodiscard]] bool has_time() const {
    return filters_.at.known() || filters_.since.known() || filters_.until.known();
  }
  [[nodiscard]] bool filters_claims_or_edges() const {
    Filters rest = filters_;
    rest.kinds.clear();
    return rest.any();
  }

  void keep_edge(EdgeId e, Subset& result) {
    if (!asked_for(filters_.relations, graph_.edge_relation(e))) return;
    if (!asked_for(filters_.kinds, graph_.node_kind(graph_.edge_from(e)))) return;
    if (!asked_for(filters_.kinds, graph_.node_kind(graph_.edge_to(e)))) return;
    passing_.clear();
    std::size_t stating_documents = 0;
    DocumentId last = none;
    for (const ClaimId c : graph_.claims_of(e)) {
      if (!passes(c)) continue;
      passing_.push_back(c);
      if (graph_.claim_document(c) != last) ++stating_documents;
      last = graph_.claim_document(c);
    }
    if (stating_documents < std::max<std::size_t>(filters_.min_documents, 1)) return;
    for (const ClaimId c : passing_) result.insert_claim(c);
  }

  /// A flow filter has nothing to say about who implements or hosts what.
  [[nodiscard]] bool carries_money(EdgeId e) const {
    const Relation relation = graph_.edge_relation(e);
    return relation == Relation::funds || relation == Relation::channels_to;
  }

  bool passes(ClaimId c) {
    if (carries_money(graph_.claim_edge(c)) && !asked_for(filters_.flows, graph_.claim_flow(c)))
      return false;
    if (filters_.basis && graph_.claim_basis(c) != *filters_.basis) return false;
    if (!filters_.documents.empty() && !documents_.contains(graph_.claim_document(c))) return false;
    if (!has_time()) return true;
    const Period time = graph_.claim_time(c);
    if (!time.known()) ++undated_;
    return time.known() && time.meets(window_.first, window_.last);
  }

  const Graph& graph_;
  const Filters& filters_;
  Window window_;
  IdSet documents_;
  std::vector<ClaimId> passing_;
  std::size_t undated_ = 0;
};

}  // namespace

bool Filters::any() const {
  return at.known() || since.known() || until.known() || !relations.empty() || !kinds.empty() ||
         !flows.empty() || !documents.empty() || min_documents > 1 || basis.has_value();
}

Subset narrow(const Graph& graph, const Filters& filters) {
  if (!filters.any()) return Subset::whole(graph);
  return Narrowing(graph, filters).run();
}

}  // namespace oscegraph
