// SPDX-License-Identifier: Apache-2.0
//
// Finds the longest of the typed words in the text of all names, ranks each name in which it
// occurs, and sorts what fits.
#include "oscegraph/queries/name_search.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "oscegraph/graph/text/names.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/queries/labels.hpp"

namespace oscegraph {
namespace {

/// Whether the word begins a word of the name.
bool begins_a_word(std::string_view name, std::string_view word) {
  for (std::size_t at = name.find(word); at != std::string_view::npos; at = name.find(word, at + 1))
    if (at == 0 || name[at - 1] == ' ') return true;
  return false;
}

/// How well the name fits, 0 best; nullopt when it does not.
std::optional<int> rank_of(std::string_view name, std::string_view wanted,
                           const std::vector<std::string_view>& words) {
  if (name == wanted) return 0;
  if (name.starts_with(wanted)) return 1;
  bool all_begin = true;
  for (const std::string_view word : words) {
    if (name.find(word) == std::string_view::npos) return std::nullopt;
    all_begin = all_begin && begins_a_word(name, word);
  }
  return all_begin ? 2 : 3;
}

/// Looks at the nodes' own edges only: there are few of them, and many in scope.
void insert_edges_among(Subset& found, const Subset& scope) {
  const Graph& graph = scope.graph();
  for (const NodeId n : found.nodes())
    for (const EdgeId e : graph.out_edges(n))
      if (scope.contains_edge(e) && found.contains_node(graph.edge_to(e)))
        found.insert_edge(e, scope);
}

}  // namespace

NameSearch::NameSearch(Graph graph) : graph_(std::move(graph)) {
  for (const NodeId n : graph_.nodes()) {
    add(graph_.node_name(n), n);
    for (const std::string_view alias : graph_.aliases(n)) add(alias, n);
  }
}

void NameSearch::add(std::string_view name, NodeId node) {
  const std::string line = normalise_name(name);
  if (line.empty()) return;
  names_.push_back({lines_.size(), node, name});
  lines_ += line;
  lines_ += '\n';
}

std::string_view NameSearch::line(std::size_t name) const {
  const std::size_t end = name + 1 < names_.size() ? names_[name + 1].begin : lines_.size();
  return std::string_view(lines_).substr(names_[name].begin, end - 1 - names_[name].begin);
}

NameSearch::Hit NameSearch::hit(int rank, std::size_t name) const {
  const NodeId node = names_[name].node;
  const std::size_t degree = graph_.out_edges(node).size() + graph_.in_edges(node).size();
  return {rank, degree, node, name};
}

std::vector<NameSearch::Hit> NameSearch::hits(const std::string& wanted,
                                              const Subset& scope) const {
  const std::vector<std::string_view> words = words_in(wanted);
  const std::string_view rarest = *std::ranges::max_element(words, {}, &std::string_view::size);
  std::vector<Hit> hits;
  std::size_t at = lines_.find(rarest);
  while (at != std::string::npos) {
    const auto after = std::ranges::upper_bound(names_, at, {}, &Name::begin);
    const auto name = static_cast<std::size_t>(after - names_.begin()) - 1;
    const auto rank = rank_of(line(name), wanted, words);
    if (rank && scope.contains_node(names_[name].node)) hits.push_back(hit(*rank, name));
    at = lines_.find(rarest, names_[name].begin + line(name).size());
  }
  return hits;
}

NameSearchAnswer NameSearch::find(std::string_view text, const Subset& scope,
                                  std::size_t most) const {
  NameSearchAnswer answer{.text = std::string(text), .subset = Subset(graph_)};
  const std::string wanted = normalise_name(text);
  std::vector<Hit> found = wanted.empty() ? std::vector<Hit>() : hits(wanted, scope);
  std::ranges::sort(found, {}, [](const Hit& h) {
    return std::tuple(h.rank, -static_cast<std::int64_t>(h.degree), h.node, h.name);
  });
  IdSet seen(graph_.node_count());
  for (const Hit& h : found) {
    if (seen.contains(h.node)) continue;
    seen.insert(h.node);
    if (++answer.in_all > most) continue;
    answer.subset.insert_node(h.node);
    answer.found.push_back({h.node, std::string(names_[h.name].shown)});
  }
  insert_edges_among(answer.subset, scope);
  return answer;
}

Table table_of(const NameSearchAnswer& answer, const Context& /*context*/) {
  const Graph& graph = answer.subset.graph();
  Table table;
  table.columns = {{"node", ColumnType::text},
                   detail_column("node_id"),
                   {"kind", ColumnType::text},
                   {"matched", ColumnType::text}};
  for (const auto& [node, name] : answer.found)
    table.add_row({name_cell(graph, node), id_cell(graph, node), kind_cell(graph, node), name});
  if (answer.in_all > answer.found.size())
    table.notes.push_back("The best " + grouped(answer.found.size()) + " of " +
                          grouped(answer.in_all) + " nodes with such a name.");
  if (answer.in_all == 0)
    table.notes.push_back("No node has a name like " + in_quotes(answer.text) + ".");
  return table;
}

}  // namespace oscegraph
