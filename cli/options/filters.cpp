// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/cli/options/filters.hpp"

#include <algorithm>
#include <string>

#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/graph/error.hpp"
#include "oscegraph/graph/nearest.hpp"
#include "oscegraph/graph/text.hpp"

namespace oscegraph::cli {
namespace {

/// The option's words, each by the parser of its list. Parsing the command line has checked them.
template <typename Value>
std::vector<Value> list_of(const Values& values, std::string_view option,
                           std::optional<Value> (*parse)(std::string_view)) {
  std::vector<Value> list;
  for (const std::string_view word : values.words(option)) list.push_back(parse(word).value());
  return list;
}

DocumentId document_called(const Graph& graph, std::string_view id) {
  if (const auto document = graph.find_document(id)) return *document;
  std::vector<std::string_view> ids;
  for (const DocumentId d : graph.documents()) ids.push_back(graph.document_id(d));
  throw NotThere("no document has the id " + in_quotes(id), {}, did_you_mean(id, ids));
}

Filters filters_of(const Values& values) {
  Filters filters;
  filters.at = values.date("at");
  filters.since = values.date("since");
  filters.until = values.date("until");
  if (Period{filters.since, filters.until}.reversed())
    throw UsageError(
        "'--until " + filters.until.text() + "' is before '--since " + filters.since.text() + "'",
        {}, "exchange the two");
  filters.relations = list_of(values, "relation", parse_relation);
  filters.kinds = list_of(values, "kind", parse_kind);
  filters.flows = list_of(values, "flow", parse_flow);
  filters.min_documents = values.count("min-documents", 1);
  if (const auto basis = values.text("basis")) filters.basis = parse_basis(*basis);
  return filters;
}

Filters filters_of(const Graph& graph, const Values& values) {
  Filters filters = filters_of(values);
  for (const std::string_view id : values.words("document"))
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
                             [&](const Option& option) { return values.has(option.name); });
}

Subset narrowed(const Graph& graph, const Values& values, const Context& context) {
  return narrowed_by(graph, filters_of(graph, values), context);
}

std::vector<Subset> narrowed_alike(std::span<const Graph* const> graphs, const Values& values,
                                   const Context& context) {
  const std::vector<std::string_view> ids = values.words("document");
  for (const std::string_view id : ids)
    if (std::ranges::none_of(graphs,
                             [&](const Graph* g) { return g->find_document(id).has_value(); }))
      (void)document_called(*graphs.back(), id);
  std::vector<Subset> scopes;
  for (const Graph* graph : graphs) {
    Filters filters = filters_of(values);
    for (const std::string_view id : ids)
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
