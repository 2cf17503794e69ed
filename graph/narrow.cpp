// SPDX-License-Identifier: Apache-2.0
//
// Applies the filters to each edge and its claims on all threads, and then inserts the edges and
// nodes that pass.
#include "oscegraph/graph/narrow.hpp"

#include <algorithm>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/threads/parallel.hpp"

namespace oscegraph {
namespace {

/// The values that a filter allows, a bit each; all values when the filter is empty.
template <typename Word>
class Wanted {
 public:
  explicit Wanted(const std::vector<Word>& words) : all_(words.empty()) {
    for (const Word word : words) bits_ |= bit(word);
  }
  [[nodiscard]] bool all() const { return all_; }
  [[nodiscard]] bool has(Word word) const { return all_ || (bits_ & bit(word)) != 0; }

 private:
  static std::uint32_t bit(Word word) { return 1U << static_cast<unsigned>(word); }
  bool all_;
  std::uint32_t bits_ = 0;
};

/// The period that the filters at, since and until allow together.
Period window_of(const Filters& filters) {
  Period window;
  for (const Date date : {filters.at, filters.since})
    if (date.known() && (!window.start.known() || window.start.first_rank() < date.first_rank()))
      window.start = date;
  for (const Date date : {filters.at, filters.until})
    if (date.known() && (!window.end.known() || date.last_rank() < window.end.last_rank()))
      window.end = date;
  return window;
}

/// Filters edges one after the other and collects those that pass.
class EdgeFilter {
 public:
  EdgeFilter(const Graph& graph, const Filters& filters, const IdSet& documents)
      : graph_(graph),
        relations_(filters.relations),
        kinds_(filters.kinds),
        flows_(filters.flows),
        basis_(filters.basis),
        documents_(documents),
        window_(window_of(filters)),
        least_documents_(std::max<std::size_t>(filters.min_documents, 1)),
        kept_(graph) {}

  void keep_edge(EdgeId e) {
    const Relation relation = graph_.edge_relation(e);
    if (!relations_.has(relation)) return;
    if (!kinds_.all() && (!kinds_.has(graph_.node_kind(graph_.edge_from(e))) ||
                          !kinds_.has(graph_.node_kind(graph_.edge_to(e)))))
      return;
    const bool any_flow = flows_.all() || !carries_money(relation);
    passing_.clear();
    std::size_t stating_documents = 0;
    DocumentId last = none;
    for (const ClaimId c : graph_.claims_of(e)) {
      if ((!any_flow && !flows_.has(graph_.claim_flow(c))) || !passes(c)) continue;
      passing_.push_back(c);
      if (graph_.claim_document(c) != last) ++stating_documents;
      last = graph_.claim_document(c);
    }
    if (stating_documents >= least_documents_) kept_.insert_edge(e, passing_);
  }

  [[nodiscard]] const Subset& kept() const { return kept_; }
  /// The number of claims left out because they have no date.
  [[nodiscard]] std::size_t undated() const { return undated_; }

 private:
  /// Whether a flow filter applies to the relation; it does not to, say, implements or hosts.
  static bool carries_money(Relation relation) {
    return relation == Relation::funds || relation == Relation::channels_to;
  }

  bool passes(ClaimId c) {
    if (basis_ && graph_.claim_basis(c) != *basis_) return false;
    if (!documents_.contains(graph_.claim_document(c))) return false;
    if (!window_.known()) return true;
    const Period time = graph_.claim_time(c);
    if (!time.known()) ++undated_;
    return time.known() && time.meets(window_);
  }

  const Graph& graph_;
  Wanted<Relation> relations_;
  Wanted<Kind> kinds_;
  Wanted<Flow> flows_;
  std::optional<Basis> basis_;
  const IdSet& documents_;
  Period window_;
  std::size_t least_documents_;
  Subset kept_;
  std::vector<ClaimId> passing_;
  std::size_t undated_ = 0;
};

}  // namespace

bool Filters::any() const {
  return at.known() || since.known() || until.known() || !relations.empty() || !kinds.empty() ||
         !flows.empty() || !documents.empty() || min_documents > 1 || basis.has_value();
}

Subset narrow(const Graph& graph, const Filters& filters, const Context& context) {
  if (!filters.any()) return Subset::whole(graph);
  IdSet documents(graph.document_count());
  for (const DocumentId d : filters.documents) documents.insert(d);
  if (filters.documents.empty()) documents = IdSet::all(graph.document_count());

  constexpr std::size_t grain = std::size_t{1} << 16U;
  const unsigned threads = graph.edge_count() > grain ? thread_count(context.threads) : 1;
  std::vector<EdgeFilter> filters_of_threads(threads, EdgeFilter(graph, filters, documents));
  parallel_ranges(graph.edge_count(), grain, context,
                  [&](std::size_t first, std::size_t last, unsigned thread) {
                    for (const EdgeId e : id_range(first, last))
                      filters_of_threads[thread].keep_edge(e);
                  });
  Subset result(graph);
  std::size_t undated = 0;
  for (const EdgeFilter& filter : filters_of_threads) {
    result.unite(filter.kept());
    undated += filter.undated();
  }
  Filters other_than_kinds = filters;
  other_than_kinds.kinds.clear();
  if (!other_than_kinds.any()) {
    const Wanted kinds(filters.kinds);
    for (const NodeId n : graph.nodes())
      if (kinds.has(graph.node_kind(n))) result.insert_node(n);
  }
  if (undated > 0)
    result.add_note(counted(undated, "claim") +
                    " left out: neither the claim nor its document has a date");
  return result;
}

}  // namespace oscegraph
