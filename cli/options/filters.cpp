// SPDX-License-Identifier: Apache-2.0
//
// Makes Filters from the values of the options, and calls narrow(). The ids of documents are looked
// up in the graph.
#include "oscegraph/cli/options/filters.hpp"

#include <algorithm>
#include <string>

#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/graph/text/nearest.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/values/error.hpp"

namespace oscegraph::cli {
namespace {

DocumentId document_called(const Graph& graph, std::string_view id) {
  if (const auto document = graph.find_document(id)) return *document;
  std::vector<std::string_view> ids;
  for (const DocumentId d : graph.documents()) ids.push_back(graph.document_id(d));
  throw NotThere("no document has the id " + in_quotes(id), {}, did_you_mean(id, ids));
}

Filters filters_of(const Values& values) {
  Filters filters;
  filters.at = values[option::at].value_or(Date());
  filters.since = values[option::since].value_or(Date());
  filters.until = values[option::until].value_or(Date());
  if (Period{filters.since, filters.until}.reversed())
    throw UsageError(
        "'--until " + filters.until.text() + "' is before '--since " + filters.since.text() + "'",
        {}, "exchange the two");
  filters.relations = values[option::relation];
  filters.kinds = values[option::kind];
  filters.flows = values[option::flow];
  filters.min_documents = values[option::min_documents].value_or(filters.min_documents);
  filters.basis = values[option::basis];
  return filters;
}

Filters filters_of(const Graph& graph, const Values& values) {
  Filters filters = filters_of(values);
  for (const std::string& id : values[option::document])
    filters.documents.push_back(document_called(graph, id));
  return filters;
}

Subset narrowed_by(const Graph& graph, const Filters& filters, const Context& context) {
  Subset scope = narrow(graph, filters, context);
  if (filters.any() && scope.nodes().empty())
    scope.add_note("nothing is left of " + counted(graph.claim_count(), "claim") +
                   ": no edge meets all the narrowing options");
  return scope;
}

}  // namespace

bool narrows(const Values& values) {
  return std::ranges::any_of(narrowing_options.options,
                             [&](const Option* option) { return values.has(*option); });
}

Subset narrowed(const Graph& graph, const Values& values, const Context& context) {
  return narrowed_by(graph, filters_of(graph, values), context);
}

std::vector<Subset> narrowed_alike(std::span<const Graph* const> graphs, const Values& values,
                                   const Context& context) {
  const std::vector<std::string> ids = values[option::document];
  for (const std::string& id : ids)
    if (std::ranges::none_of(graphs,
                             [&](const Graph* g) { return g->find_document(id).has_value(); }))
      (void)document_called(*graphs.back(), id);
  std::vector<Subset> scopes;
  for (const Graph* graph : graphs) {
    Filters filters = filters_of(values);
    for (const std::string& id : ids)
      if (const auto document = graph->find_document(id)) filters.documents.push_back(*document);
    const bool nothing = !ids.empty() && filters.documents.empty();
    scopes.push_back(nothing ? Subset(*graph) : narrowed_by(*graph, filters, context));
  }
  return scopes;
}

Subset narrowed_at(const Graph& graph, const Values& values, Date at, const Context& context) {
  Filters filters = filters_of(graph, values);
  filters.at = at;
  filters.since = Date();
  filters.until = Date();
  return narrow(graph, filters, context);
}

}  // namespace oscegraph::cli
